import type { Cancel, Clock } from '../../electron/core/ports.ts';

interface Timer {
  at: number;
  readonly run: () => void;
}

/** Time that passes only when the test says so. */
export interface ManualClock extends Clock {
  /** Lets this much time pass, running what falls due in its order, and lets promises settle in between. */
  advance(ms: number): Promise<void>;
  /** The machine sleeps: time passes, and the timers stand still meanwhile, as they do on Linux and macOS. */
  sleep(ms: number): void;
  /** The process stands still: time passes, and what fell due runs late when time next advances. */
  freeze(ms: number): void;
  /** Somebody sets the wall clock. */
  setWall(byMs: number): void;
  /** Timers that are still to run. */
  pending(): number;
}

/** Uptime of the machine when a test begins. */
const upSinceMs = 3_600_000;

export const createManualClock = (start = Date.UTC(2026, 0, 2, 3, 4, 5)): ManualClock => {
  let passed = 0;
  let wallOff = 0;
  const timers = new Set<Timer>();

  const nextBefore = (limit: number): Timer | undefined => {
    let next: Timer | undefined;
    for (const timer of timers) {
      if (timer.at <= limit && (next === undefined || timer.at < next.at)) next = timer;
    }
    return next;
  };

  const after = (delayMs: number, run: () => void): Cancel => {
    const timer = { at: passed + delayMs, run };
    timers.add(timer);
    return () => void timers.delete(timer);
  };

  return {
    now: () => start + passed + wallOff,
    steady: () => upSinceMs + passed,
    after,
    pending: () => timers.size,
    advance: async (ms) => {
      const end = passed + ms;
      await settled();
      for (let timer = nextBefore(end); timer !== undefined; timer = nextBefore(end)) {
        timers.delete(timer);
        passed = Math.max(passed, timer.at);
        timer.run();
        await settled();
      }
      passed = end;
      await settled();
    },
    sleep: (ms) => {
      passed += ms;
      for (const timer of timers) timer.at += ms;
    },
    freeze: (ms) => {
      passed += ms;
    },
    setWall: (byMs) => {
      wallOff += byMs;
    },
  };
};

/** Lets everything that waits for promises only go on. One turn of the event loop empties their queue. */
export const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
