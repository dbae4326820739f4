import type { Cancel, Clock } from '../../electron/core/ports.ts';

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** Time that passes only when the test says so. */
export interface ManualClock extends Clock {
  /** Lets this much time pass, running what falls due in its order, and lets promises settle in between. */
  advance(ms: number): Promise<void>;
  /** Timers that are still to run. */
  pending(): number;
}

export const createManualClock = (start = Date.UTC(2026, 0, 2, 3, 4, 5)): ManualClock => {
  let now = start;
  const timers = new Set<Timer>();

  const nextBefore = (limit: number): Timer | undefined =>
    [...timers].filter((timer) => timer.at <= limit).sort((a, b) => a.at - b.at)[0];

  const after = (delayMs: number, run: () => void): Cancel => {
    const timer = { at: now + delayMs, run };
    timers.add(timer);
    return () => void timers.delete(timer);
  };

  return {
    now: () => now,
    steady: () => now - start,
    after,
    pending: () => timers.size,
    advance: async (ms) => {
      const end = now + ms;
      await settled();
      for (let timer = nextBefore(end); timer !== undefined; timer = nextBefore(end)) {
        timers.delete(timer);
        now = Math.max(now, timer.at);
        timer.run();
        await settled();
      }
      now = end;
      await settled();
    },
  };
};

/** Lets everything that waits for promises only go on. One turn of the event loop empties their queue. */
export const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
