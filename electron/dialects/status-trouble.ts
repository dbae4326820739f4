import type { HttpResponse } from '../core/ports.ts';
import type { CheckTrouble } from '../shared/task.ts';
import { isAboutTheRoute, isErrorBody, troubleOfError } from './gateway-error.ts';
import { parseObject } from './json-fields.ts';

/** Null when the answer's body has to say what it is. */
export const troubleOfStatus = ({ status, body }: HttpResponse): CheckTrouble | null => {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return 'redirected';
  if (status === 429) return 'rate-limited';
  if (status >= 500 || [408, 409, 425].includes(status)) return 'server-error';
  if (status === 401) return 'refused';
  const parsed = parseObject(body);
  // A refusal or a not-found without JSON comes from a web server, firewall or proxy page on the way, which knows
  // neither keys nor tasks. Three not-founds make a task lost, so a wrong base URL must never look like one.
  if (!parsed.ok) return parsed.trouble;
  if (status === 403) return 'refused';
  const named = troubleOfError(parsed.value);
  if (status !== 404 && status !== 410) return named ?? 'not-understood';
  if (named === 'not-found') return 'not-found';
  return isAboutTheRoute(parsed.value) ? 'not-understood' : 'not-found';
};

/** Whether a further answer is about the result and not about the key, the pace or the server. */
export const mayTell = (answer: HttpResponse): boolean =>
  [null, 'not-found', 'not-understood'].includes(troubleOfStatus(answer));

/** APIs that check the form of an id answer the probe with a JSON error of their own; the key was fine by then. */
export const dislikedTheId = ({ status, body }: HttpResponse): boolean => {
  if (status !== 400 && status !== 422) return false;
  const parsed = parseObject(body);
  return (
    parsed.ok &&
    troubleOfError(parsed.value) === null &&
    isErrorBody(parsed.value) &&
    !isAboutTheRoute(parsed.value)
  );
};
