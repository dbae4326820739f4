import type { Clock } from './ports.ts';

const minuteMs = 60_000;

/** Counts what happened within the last minute. */
export interface RequestRate {
  note(): void;
  lastMinute(): number;
}

/** `onAged` is told whenever the count has gone down by itself, so that what is drawn of it does not go stale. */
export const createRequestRate = (clock: Clock, onAged: () => void): RequestRate => {
  let count = 0;
  return {
    note: () => {
      count += 1;
      clock.after(minuteMs, () => {
        count -= 1;
        onAged();
      });
    },
    lastMinute: () => count,
  };
};
