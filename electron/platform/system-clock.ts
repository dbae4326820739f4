import { uptime } from 'node:os';
import type { Clock } from '../core/ports.ts';

/** Uptime counts sleep but is coarse, down to whole seconds on macOS; below this it says nothing. */
const noticedSleepMs = 2_000;

/** Asking for the uptime reads a file on Linux, and steady time is asked for all the time. */
const lookEveryMs = 250;

/** What the machine counts, ms. */
export interface TimeSources {
  /** Since an arbitrary moment, finely; may stand still while the machine sleeps. */
  readonly running: () => number;
  /** Since the machine was started, coarsely; sleep counts. */
  readonly up: () => number;
}

const machine: TimeSources = { running: () => performance.now(), up: () => uptime() * 1000 };

/**
 * Steady time is the performance clock, which on Linux and macOS stands still while the machine sleeps, moved on by
 * the sleep that the system's uptime shows.
 */
export const createSystemClock = (sources: TimeSources = machine): Clock => {
  const startedAt = sources.up() - sources.running();
  let sleptMs = 0;
  let lookedAt = -Infinity;

  const countSleep = (running: number): void => {
    if (running - lookedAt < lookEveryMs) return;
    lookedAt = running;
    const aheadMs = sources.up() - startedAt - running;
    if (aheadMs - sleptMs > noticedSleepMs) sleptMs = aheadMs;
  };

  return {
    now: () => Date.now(),
    steady: () => {
      const running = sources.running();
      countSleep(running);
      return startedAt + running + sleptMs;
    },
    after: (delayMs, run) => {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
  };
};
