import type { Reading } from '../core/dialect.ts';
import type { HttpResponse } from '../core/ports.ts';
import type { CheckTrouble } from '../shared/task.ts';
import type { KnownDialect } from './dialect.ts';
import { isAboutTheRoute, isErrorBody, troubleOfError } from './gateway-error.ts';
import { parseObject } from './json-fields.ts';
import { isAboutTask, readTask } from './relay-task.ts';
import { retryAfterMs } from './retry-after.ts';

const probeId = 'taskbell-connection-test';

/** `GET {base}/v1/videos/{id}` as the OpenAI-style relays serve it, with a nested or a flat task in the answer. */
export const relay: KnownDialect = {
  id: 'relay',
  label: 'OpenAI-style relay (/v1/videos)',

  request: (baseUrl, remoteId, key) => ({
    // People paste the base URL as their SDK wants it, which is often with the version.
    url: `${baseUrl.replace(/\/+$/, '').replace(/\/v1(?:\/videos)?$/i, '')}/v1/videos/${pathSegment(remoteId)}`,
    headers: { Authorization: `Bearer ${key}`, Accept: 'application/json' },
  }),

  read: (remoteId, response, nowMs) => {
    const trouble = troubleOfStatus(response);
    if (trouble !== null) return troubled(trouble, response, nowMs);
    const body = parseObject(response.body);
    if (!body.ok) return troubled(body.trouble, response, nowMs);
    if (!isAboutTask(body.value, remoteId)) return troubled('other-task', response, nowMs);
    const report = readTask(body.value, remoteId);
    if (report === 'gone') return troubled('not-found', response, nowMs);
    if (report !== null) return { kind: 'report', report };
    return troubled(troubleOfError(body.value) ?? 'not-understood', response, nowMs);
  },

  probe: (baseUrl, key) => relay.request(baseUrl, probeId, key),

  readProbe: (response, nowMs) => {
    const reading = relay.read(probeId, response, nowMs);
    if (reading.kind === 'report') return { reached: true };
    const { trouble } = reading;
    const lookedFor = trouble === 'not-found' || trouble === 'other-task' || dislikedTheId(response);
    return lookedFor ? { reached: true } : { reached: false, trouble };
  },
};

/**
 * The id as one path segment: `:` is legal there and stays as the gateway wrote it. No encoding of `.` and `..`
 * survives a URL parser, so those ids are encoded twice, which asks for a task that does not exist instead of
 * changing the path.
 */
const pathSegment = (remoteId: string): string => {
  const encoded = encodeURIComponent(remoteId.toWellFormed()).replaceAll('%3A', ':');
  return /^\.{1,2}$/.test(encoded) ? encoded.replaceAll('.', '%252E') : encoded;
};

const troubled = (trouble: CheckTrouble, response: HttpResponse, nowMs: number): Reading => ({
  kind: 'trouble',
  trouble,
  retryAfterMs: retryAfterMs(response.headers, nowMs),
});

/** Null when the answer's body has to say what it is. */
const troubleOfStatus = ({ status, body }: HttpResponse): CheckTrouble | null => {
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

/** Relays that check the form of an id answer the probe with a JSON error of their own; the key was fine by then. */
const dislikedTheId = ({ status, body }: HttpResponse): boolean => {
  if (status !== 400 && status !== 422) return false;
  const parsed = parseObject(body);
  return (
    parsed.ok &&
    troubleOfError(parsed.value) === null &&
    isErrorBody(parsed.value) &&
    !isAboutTheRoute(parsed.value)
  );
};
