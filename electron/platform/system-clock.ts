import type { Clock } from '../core/ports.ts';

export const createSystemClock = (): Clock => ({
  now: () => Date.now(),
  steady: () => performance.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
});
