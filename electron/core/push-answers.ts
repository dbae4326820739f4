import type { PushFailure, PushService } from '../shared/push.ts';
import { oneLine } from './one-line.ts';
import type { HttpResponse } from './ports.ts';
import { redact } from './redaction.ts';
import { retryAfterMs } from './retry-after.ts';

/** What a service's answer means. `said` is its own words, cut short and without secrets. */
export interface PushAnswer {
  readonly failure: Extract<PushFailure, 'refused' | 'rate-limited' | 'service-error' | 'unreadable'> | null;
  readonly said: string;
  /** How long it asks to be left alone; null when it does not say. */
  readonly waitMs: number | null;
}

type Fields = Readonly<Record<string, unknown>>;

interface Heard extends HttpResponse {
  readonly json: Fields | null;
}

type Verdict = Pick<PushAnswer, 'failure'> & { readonly said: unknown; readonly waitMs?: number | null };

const longestSaid = 160;
const longestWaitMs = 60 * 60 * 1000;

/** Reads an answer as the service documents it. What an address, a token or a key repeats is struck out. */
export const readPushAnswer = (
  service: PushService,
  response: HttpResponse,
  secrets: readonly string[],
  nowMs: number,
): PushAnswer => {
  const heard: Heard = { ...response, json: fieldsIn(response.body) };
  const { failure, said, waitMs = null } = readers[service](heard);
  const text = typeof said === 'string' ? said : '';
  return {
    failure,
    said: oneLine(redact(text, secrets)).slice(0, longestSaid),
    waitMs:
      failure === 'rate-limited'
        ? (bounded(waitMs) ?? retryAfterMs(response.headers, nowMs))
        : retryAfterMs(response.headers, nowMs),
  };
};

const bounded = (ms: number | null): number | null =>
  ms === null || !(ms >= 0) ? null : Math.min(ms, longestWaitMs);

const fieldsIn = (body: string): Fields | null => {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
};

/** For what a status says by itself. */
const byStatus = ({ status, body }: Heard, said: unknown): Verdict => {
  if (status === 429) return { failure: 'rate-limited', said };
  if (status >= 500) return { failure: 'service-error', said };
  if (status >= 400) return { failure: 'refused', said: said ?? body };
  return { failure: 'unreadable', said: said ?? body };
};

const isFine = ({ status }: Heard): boolean => status >= 200 && status < 300;

/** WeCom, DingTalk and Feishu answer 200 whatever they think, and a code. */
const byCode =
  (codeName: string, textName: string, slow: (code: number, text: string) => boolean) =>
  (heard: Heard): Verdict => {
    const { json } = heard;
    const code = json?.[codeName];
    const said = json?.[textName];
    if (typeof code !== 'number') return byStatus(heard, said);
    if (code === 0) return { failure: null, said };
    if (slow(code, String(said))) return { failure: 'rate-limited', said };
    return { failure: code === -1 ? 'service-error' : 'refused', said };
  };

const readers: Readonly<Record<PushService, (heard: Heard) => Verdict>> = {
  // A page of somebody else's server is not ntfy, whatever its status.
  ntfy: (heard) =>
    isFine(heard) && typeof heard.json?.['id'] === 'string'
      ? { failure: null, said: '' }
      : byStatus(heard, heard.json?.['error']),
  bark: (heard) =>
    isFine(heard) && heard.json?.['code'] === 200
      ? { failure: null, said: heard.json['message'] }
      : byStatus(heard, heard.json?.['message']),
  telegram: (heard) => {
    const { json } = heard;
    if (json?.['ok'] === true) return { failure: null, said: '' };
    if (typeof json?.['error_code'] !== 'number') return byStatus(heard, json?.['description']);
    const parameters = json['parameters'];
    const wait =
      typeof parameters === 'object' && parameters !== null && 'retry_after' in parameters
        ? Number(parameters.retry_after) * 1000
        : null;
    const verdict = byStatus({ ...heard, status: json['error_code'] }, json['description']);
    return { ...verdict, waitMs: wait };
  },
  wecom: byCode('errcode', 'errmsg', (code) => code === 45009),
  // 130101: more than 20 a minute; 90030: the day's number is used up.
  dingtalk: byCode('errcode', 'errmsg', (code) => code === 130101 || code === 90030),
  feishu: (heard) => {
    // The former form of its robots' answer, which some of its servers still give.
    if (heard.json?.['StatusCode'] === 0) return { failure: null, said: heard.json['StatusMessage'] };
    return byCode('code', 'msg', (code, text) => code === 11232 || /too many|frequency/i.test(text))(heard);
  },
  discord: (heard) => {
    if (isFine(heard)) return { failure: null, said: '' };
    const wait = heard.json?.['retry_after'];
    return {
      ...byStatus(heard, heard.json?.['message']),
      waitMs: typeof wait === 'number' ? Math.ceil(wait * 1000) : null,
    };
  },
  slack: (heard) =>
    isFine(heard) && heard.body.trim() === 'ok'
      ? { failure: null, said: 'ok' }
      : byStatus(heard, heard.status === 429 ? '' : heard.body),
  json: (heard) => (isFine(heard) ? { failure: null, said: '' } : byStatus(heard, heard.body)),
};
