const longestMs = 60 * 60 * 1000;

/**
 * The wait that a Retry-After header names, as seconds or as an HTTP date, in ms from `nowMs`. Bounded to an hour:
 * a gateway with a wrong clock must not silence a task for a day. Null when there is none or it cannot be read.
 */
export const retryAfterMs = (headers: Readonly<Record<string, string>>, nowMs: number): number | null => {
  const value = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,12}(\.\d{1,9})?$/.test(value)) return bounded(Math.ceil(Number(value) * 1000));
  // Date.parse takes almost anything; an HTTP date always starts with the name of a day and ends in GMT.
  if (!/^[A-Z][a-z]+, .+ GMT$/.test(value)) return null;
  const moment = Date.parse(value);
  return Number.isNaN(moment) ? null : bounded(moment - nowMs);
};

const bounded = (ms: number): number => Math.min(Math.max(ms, 0), longestMs);
