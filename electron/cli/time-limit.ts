import type { Clock } from '../core/ports.ts';
import { words } from '../shared/language/spoken.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { within } from './asking.ts';

/** The longest time that a timer can hold is 2^31 ms. */
const longestTimeoutSeconds = 2_000_000;

/** What `--timeout` says, in seconds; null without one. */
export const timeLimit = (text: string | null): Result<number | null, string> => {
  if (text === null) return ok(null);
  const seconds = Number(text);
  return seconds > 0 && seconds <= longestTimeoutSeconds
    ? ok(seconds)
    : failed(words().commandLine.timeoutTakes(String(longestTimeoutSeconds)));
};

/** What came of it, else null after the limit; without a limit for as long as it takes. */
export const withinLimit = <Value>(
  clock: Clock,
  seconds: number | null,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value | null> =>
  seconds === null ? work(new AbortController().signal) : within(clock, seconds * 1000, work);
