import type { AskedGateway, Gateway, GatewayDraft, GatewayTrial, GatewayTrouble } from '../shared/gateway.ts';
import { isPlainHttpElsewhere } from '../shared/plain-http.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import type { DialectNamed } from './dialect.ts';
import { oneLine } from './one-line.ts';

export interface TrialContext {
  readonly dialectNamed: DialectNamed;
  /** The origin that the stored key was entered for; null when there is none to keep. */
  readonly keyOrigin: string | null;
}

export interface DraftContext extends TrialContext {
  readonly others: readonly Gateway[];
}

type Checked<Kind extends AskedGateway> = Result<Omit<Kind, 'id' | 'keyHint'>, GatewayTrouble>;

/** Checks what the user filled in and brings it into the form that is stored. */
export const checkedDraft = (draft: GatewayDraft, context: DraftContext): Checked<Gateway> => {
  const name = oneLine(draft.name);
  if (name === '') return failed('name-missing');
  if (context.others.some((other) => other.name.toLowerCase() === name.toLowerCase()))
    return failed('name-taken');
  const trial = checkedTrial(draft, context);
  return trial.ok ? ok({ ...trial.value, name, saving: draft.saving }) : trial;
};

/** The same of as much as a Test takes. */
export const checkedTrial = (draft: GatewayTrial, context: TrialContext): Checked<AskedGateway> => {
  const baseUrl = normalBaseUrl(draft.baseUrl, draft.allowPlainHttp);
  if (!baseUrl.ok) return baseUrl;
  if (context.dialectNamed(draft.dialect) === null) return failed('unknown-dialect');
  if (!isPossibleRate(draft.requestsPerSecond)) return failed('rate-out-of-range');
  const keyTrouble = troubleOfKey(draft.key, new URL(baseUrl.value).origin === context.keyOrigin);
  if (keyTrouble !== null) return failed(keyTrouble);
  const { dialect, allowPlainHttp, requestsPerSecond } = draft;
  return ok({ baseUrl: baseUrl.value, dialect, allowPlainHttp, requestsPerSecond });
};

/** Slower than one request in ten seconds a Test would seem to hang; no gateway wants more than a hundred a second. */
const isPossibleRate = (rate: number | null): boolean => rate === null || (rate >= 0.1 && rate <= 100);

const normalBaseUrl = (text: string, allowPlainHttp: boolean): Result<string, GatewayTrouble> => {
  const trimmed = text.trim();
  if (!URL.canParse(trimmed)) return failed('not-a-url');
  const url = new URL(trimmed);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    // "api.example.com:8080" parses as a URL whose scheme is the host name.
    return failed(trimmed.includes('://') ? 'not-http' : 'not-a-url');
  }
  if (url.username !== '' || url.password !== '') return failed('url-holds-password');
  if (trimmed.includes('?') || trimmed.includes('#')) return failed('url-holds-query');
  if (!allowPlainHttp && isPlainHttpElsewhere(url)) return failed('plain-http');
  return ok(`${url.origin}${url.pathname.replace(/\/+$/, '')}`);
};

/** A stored key goes to the origin that it was entered for and to no other: there it must be entered anew. */
const troubleOfKey = (key: string | null, mayKeep: boolean): GatewayTrouble | null => {
  if (key === null) return mayKeep ? null : 'key-missing';
  if (key.trim() === '') return 'key-missing';
  // What does not fit into a header value would be cut or refused by the transport.
  return /^[\x21-\x7e]+$/.test(key.trim()) ? null : 'key-malformed';
};

/** The last four characters, or null when they would be too much of the key. */
export const keyHintOf = (key: string): string | null => (key.length >= 12 ? key.slice(-4) : null);
