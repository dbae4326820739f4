import type { SaveTrouble } from '../shared/saving.ts';
import { retryAfterMs } from './retry-after.ts';

/** What is on the disk already, and what it is a part of. */
export interface SavedPart {
  readonly offset: number;
  /** What the server called this version of the file; null when it did not. */
  readonly validator: string | null;
  readonly totalBytes: number | null;
}

/** What to do with an answer, told from its status and headers. */
export type AnswerPlan =
  | {
      readonly do: 'write';
      /** Where in the file the body begins. */
      readonly from: number;
      readonly totalBytes: number | null;
      readonly validator: string | null;
    }
  /** All of it is on the disk. */
  | { readonly do: 'complete' }
  /** The rest does not fit to what is there: ask for all of it. */
  | { readonly do: 'restart' }
  | { readonly do: 'give-up'; readonly failure: SaveFailure };

export interface SaveFailure {
  readonly trouble: SaveTrouble;
  /** How long the server asked to be left alone, in ms; null when it did not say. */
  readonly retryAfterMs: number | null;
}

type Headers = Readonly<Record<string, string>>;

/** The rest of a file can be asked for only where the server said which version it sends. */
export const rangeHeaders = ({ offset, validator }: SavedPart): Headers =>
  offset > 0 && validator !== null ? { Range: `bytes=${String(offset)}-`, 'If-Range': validator } : {};

export const planFor = (status: number, headers: Headers, part: SavedPart, nowMs: number): AnswerPlan => {
  const totalBytes = isEncoded(headers) ? null : wholeNumber(headers['content-length']);
  const validator = validatorIn(headers);
  if (status === 200 || status === 203) return { do: 'write', from: 0, totalBytes, validator };
  if (status === 206) return planForPart(headers, part, validator);
  if (status === 416) {
    const total = /^bytes \*\/(\d{1,15})$/.exec(headers['content-range'] ?? '')?.[1];
    return part.offset > 0 && Number(total) === part.offset ? { do: 'complete' } : { do: 'restart' };
  }
  const trouble = troubleOf(status);
  const asksToWait = trouble === 'rate-limited' || trouble === 'server-error';
  return giveUp(trouble, asksToWait ? retryAfterMs(headers, nowMs) : null);
};

export const giveUp = (trouble: SaveTrouble, waitMs: number | null = null): AnswerPlan => ({
  do: 'give-up',
  failure: { trouble, retryAfterMs: waitMs },
});

const planForPart = (headers: Headers, part: SavedPart, validator: string | null): AnswerPlan => {
  const range = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/.exec(headers['content-range'] ?? '');
  if (range === null || isEncoded(headers)) return { do: 'restart' };
  const from = Number(range[1]);
  const totalBytes = range[3] === '*' ? part.totalBytes : Number(range[3]);
  const isAnother =
    (validator !== null && part.validator !== null && validator !== part.validator) ||
    (part.totalBytes !== null && totalBytes !== null && totalBytes !== part.totalBytes);
  if (from !== part.offset || isAnother) return { do: 'restart' };
  return { do: 'write', from, totalBytes, validator: validator ?? part.validator };
};

const troubleOf = (status: number): SaveTrouble => {
  if (status === 204 || status === 205) return 'empty';
  if (status === 401 || status === 403) return 'refused';
  if (status === 404 || status === 410) return 'gone';
  if (status === 429) return 'rate-limited';
  if (status === 408 || status === 425 || status >= 500) return 'server-error';
  return status >= 400 ? 'refused' : 'not-a-video';
};

/** A weak ETag does not promise the same bytes, so it cannot stand in If-Range. */
const validatorIn = (headers: Headers): string | null => {
  const etag = headers['etag']?.trim() ?? '';
  if (/^"[^"]*"$/.test(etag)) return etag;
  return headers['last-modified']?.trim() ?? null;
};

/** The length of a body that is packed says nothing of the file, and a part of it cannot be unpacked. */
const isEncoded = (headers: Headers): boolean =>
  !['', 'identity'].includes(headers['content-encoding']?.trim().toLowerCase() ?? '');

const wholeNumber = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,15}$/.test(text.trim()) ? Number(text) : null;
