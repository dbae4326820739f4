import type { Cancel, Clock } from './ports.ts';

const minuteMs = 60_000;
const drawEveryMs = 5_000;

/** Counts what happened within the last minute. */
export interface RequestRate {
  note(): void;
  lastMinute(): number;
  stop(): void;
}

/** `onAged` is told now and then while the count goes down by itself, so that what is drawn of it does not go stale. */
export const createRequestRate = (clock: Clock, onAged: () => void): RequestRate => {
  let moments: number[] = [];
  /** What was last told. Others read the count in between, so it must not be compared with what they left. */
  let told = 0;
  let cancelAging: Cancel | null = null;
  let stopped = false;

  const withinLastMinute = (): readonly number[] => {
    const begin = clock.steady() - minuteMs;
    const old = moments.findIndex((at) => at > begin);
    if (old !== 0) moments = old < 0 ? [] : moments.slice(old);
    return moments;
  };

  const ageLater = (): void => {
    if (stopped || cancelAging !== null || moments.length === 0) return;
    cancelAging = clock.after(drawEveryMs, () => {
      cancelAging = null;
      const count = withinLastMinute().length;
      if (count !== told) {
        told = count;
        onAged();
      }
      ageLater();
    });
  };

  return {
    note: () => {
      moments.push(clock.steady());
      told = withinLastMinute().length;
      ageLater();
    },
    lastMinute: () => withinLastMinute().length,
    stop: () => {
      stopped = true;
      cancelAging?.();
    },
  };
};
