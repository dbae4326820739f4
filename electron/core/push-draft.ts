import { isPlainHttpElsewhere } from '../shared/plain-http.ts';
import {
  isPushService,
  pushFieldNames,
  pushForms,
  type PushDraft,
  type PushFields,
  type PushService,
  type PushTarget,
  type PushTrouble,
} from '../shared/push.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { keyHintOf } from './gateway-draft.ts';
import { oneLine } from './one-line.ts';

/** A draft that can be stored; null fields stay what is stored. */
export interface CheckedPush {
  readonly target: Omit<PushTarget, 'id'>;
  readonly fields: PushFields | null;
}

/**
 * Checks what the user filled in. What is stored is never sent to another address: fields come all together, and
 * another service needs them all anew.
 */
export const checkedPush = (
  draft: PushDraft,
  stored: PushTarget | null,
  others: readonly PushTarget[],
): Result<CheckedPush, PushTrouble> => {
  const name = oneLine(draft.name).slice(0, 60);
  if (name === '') return failed('name-missing');
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) return failed('name-taken');
  const { service, kinds, gatewayIds, allowPlainHttp } = draft;
  if (!isPushService(service)) return failed('unknown-service');
  const chosen = { name, service, kinds, gatewayIds, allowPlainHttp };
  if (draft.fields === null) {
    if (stored?.service !== service) return failed('field-missing');
    if (!allowPlainHttp && isPlainHttpElsewhere(new URL(stored.origin))) return failed('plain-http');
    return ok({ target: { ...chosen, origin: stored.origin, hint: stored.hint }, fields: null });
  }
  const fields = usedFields(service, draft.fields);
  const trouble = troubleOfFields(service, fields, allowPlainHttp);
  if (trouble !== null) return failed(trouble);
  const hint = keyHintOf(fields[pushForms[service].hinted]);
  return ok({ target: { ...chosen, origin: new URL(fields.address).origin, hint }, fields });
};

/** What the service does not use is not kept. */
const usedFields = (service: PushService, given: PushFields): PushFields => {
  const { needs, may } = pushForms[service];
  const used = new Set([...needs, ...may]);
  const field = (name: keyof PushFields): string => (used.has(name) ? given[name].trim() : '');
  return {
    address: field('address'),
    channel: field('channel'),
    token: field('token'),
    secret: field('secret'),
  };
};

const troubleOfFields = (
  service: PushService,
  fields: PushFields,
  allowPlainHttp: boolean,
): PushTrouble | null => {
  if (pushForms[service].needs.some((name) => fields[name] === '')) return 'field-missing';
  const { address, token } = fields;
  if (!URL.canParse(address)) return 'not-a-url';
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return address.includes('://') ? 'not-http' : 'not-a-url';
  if (url.username !== '' || url.password !== '') return 'url-holds-password';
  if (!allowPlainHttp && isPlainHttpElsewhere(url)) return 'plain-http';
  // What does not fit into a header or a path would be cut or refused by the transport.
  return /^[\x20-\x7e]*$/.test(token) ? null : 'malformed';
};

/** Everything that a service's answer must not bring back into a text: what was entered, and the parts of its address. */
export const pushSecrets = (fields: PushFields): readonly string[] => {
  const { pathname, search } = new URL(fields.address);
  // What is shorter is a word of the service's paths, such as "services".
  const parts = `${pathname}${search}`.split(/[/?&=]/).filter((part) => part.length >= 10);
  return [...pushFieldNames.map((name) => fields[name]), ...parts];
};
