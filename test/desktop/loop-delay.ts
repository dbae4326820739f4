import type { ElectronApplication } from 'playwright';

/** How long the event loop of the main process stood still at most, in ms. */
export interface LoopDelay {
  /** By the clock. */
  readonly longestMs: number;
  /** Without the time in which other processes had the processor: what the process itself is to blame for. */
  readonly longestOwnMs: number;
}

/** Begins to measure; what it returns tells of the time since it was last asked. */
export const measureLoopDelay = async (electron: ElectronApplication): Promise<() => Promise<LoopDelay>> => {
  await electron.evaluate(() => {
    const { readFileSync } = process.getBuiltinModule('node:fs');
    const everyMs = 10;
    // The second number: nanoseconds for which the main thread was ready to run and did not get to.
    const waitedMs = (): number => Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6;
    const delay = { longestMs: 0, longestOwnMs: 0 };
    let last = performance.now();
    let lastWaited = waitedMs();
    setInterval(() => {
      const waited = waitedMs();
      const now = performance.now();
      const late = now - last - everyMs;
      delay.longestMs = Math.max(delay.longestMs, late);
      delay.longestOwnMs = Math.max(delay.longestOwnMs, late - (waited - lastWaited));
      last = now;
      lastWaited = waited;
    }, everyMs);
    Object.assign(globalThis, { loopDelay: delay });
  });
  return () =>
    electron.evaluate(() => {
      const { loopDelay } = globalThis as unknown as { loopDelay: LoopDelay };
      const delay = { ...loopDelay };
      Object.assign(loopDelay, { longestMs: 0, longestOwnMs: 0 });
      return delay;
    });
};
