import type { RunningApp } from './running-app.ts';

/** The longest that the main process stood still since it was last asked, ms. */
export interface DelayMeter {
  longestMs(): Promise<number>;
}

/** Measures in the main process itself. */
export const measureDelay = async ({ electron }: RunningApp): Promise<DelayMeter> => {
  const meter = await electron.evaluateHandle(() => {
    const histogram = process.getBuiltinModule('node:perf_hooks').monitorEventLoopDelay({ resolution: 5 });
    histogram.enable();
    return histogram;
  });
  return {
    longestMs: () =>
      meter.evaluate((histogram) => {
        const longest = histogram.max / 1e6;
        histogram.reset();
        return longest;
      }),
  };
};
