import { rounded } from './figures.ts';

export interface Span {
  readonly count: number;
  readonly longestMs: number;
  /** How much of the longest its thread was computing: the rest was waiting for the disk, or for the processor. */
  readonly itsCpuMs: number;
  readonly mostCpuMs: number;
  readonly totalMs: number;
}

/** How long named things took: to name what a stall was. */
export interface Spans {
  timed<Value>(name: string, run: () => Value): Value;
  note(name: string, ms: number, cpuMs: number): void;
  figures(): Readonly<Record<string, Span>>;
  clear(): void;
}

/** What the thread has computed so far, ms. */
export const threadCpuMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

export const createSpans = (): Spans => {
  const spans = new Map<string, Span>();
  const note: Spans['note'] = (name, ms, cpuMs) => {
    const before = spans.get(name) ?? { count: 0, longestMs: 0, itsCpuMs: 0, mostCpuMs: 0, totalMs: 0 };
    const isLongest = ms > before.longestMs;
    spans.set(name, {
      count: before.count + 1,
      longestMs: isLongest ? ms : before.longestMs,
      itsCpuMs: isLongest ? cpuMs : before.itsCpuMs,
      mostCpuMs: Math.max(before.mostCpuMs, cpuMs),
      totalMs: before.totalMs + ms,
    });
  };
  return {
    note,
    timed: (name, run) => {
      const cpuBefore = threadCpuMs();
      const began = performance.now();
      try {
        return run();
      } finally {
        note(name, performance.now() - began, threadCpuMs() - cpuBefore);
      }
    },
    figures: () =>
      Object.fromEntries(
        [...spans].map(([name, { count, longestMs, itsCpuMs, mostCpuMs, totalMs }]) => [
          name,
          {
            count,
            longestMs: rounded(longestMs, 1),
            itsCpuMs: rounded(itsCpuMs, 1),
            mostCpuMs: rounded(mostCpuMs, 1),
            totalMs: rounded(totalMs, 0),
          },
        ]),
      ),
    clear: () => spans.clear(),
  };
};
