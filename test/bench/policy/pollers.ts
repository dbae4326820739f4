import { firstCheckDelayMs, pricedDelayMs } from '../../../electron/core/check-policy.ts';
import type { LearnedTimes } from '../../../electron/core/learned-times.ts';
import { paceAfter, type Pace } from '../../../electron/core/pace.ts';
import { reportAt, type SimulatedTask } from './world.ts';

/** What watching one task cost and brought. */
export interface Watched {
  readonly requests: number;
  readonly delayMs: number;
  /** What the checks saw on the way, for what is learned of it. */
  readonly pace: Pace | null;
  readonly unfinishedAt: number | null;
}

/** Checks a task until its end is known. A request takes no time, and none is lost. */
export type Poller = (task: SimulatedTask, random: () => number) => Watched;

/** Asks at times that hang on nothing but how often it has asked, ms. */
const blind =
  (firstMs: number, gapMs: (asked: number) => number): Poller =>
  ({ endsMs }) => {
    let at = firstMs;
    let requests = 1;
    while (at < endsMs) {
      at += gapMs(requests);
      requests += 1;
    }
    return { requests, delayMs: at - endsMs, pace: null, unfinishedAt: null };
  };

export const every = (gapMs: number): Poller => blind(gapMs, () => gapMs);

export const exponential: Poller = blind(2_000, (asked) => Math.min(60_000, 2_000 * 2 ** asked));

/**
 * openai-python 2, src/openai/resources/videos.py, `create_and_poll`: asks at once, then every second, unless the
 * caller or the header `openai-poll-after-ms` says otherwise.
 */
export const openAiPoll: Poller = blind(0, () => 1_000);

/** Asks at the given times, ascending ms; after the last at the last gap. */
export const planned = (times: readonly number[]): Poller => {
  const last = (times.at(-1) ?? 0) - (times.at(-2) ?? 0);
  return blind(times[0] ?? 0, (asked) =>
    asked < times.length ? (times[asked] ?? 0) - (times[asked - 1] ?? 0) : Math.max(last, 1_000),
  );
};

/** The app's own policy at a price of a request, from the first check after adding on. */
export const taskbell =
  (learned: LearnedTimes, priceMs: number): Poller =>
  (task, random) => {
    let pace: Pace | null = null;
    let checkedAt: number | null = null;
    let now = firstCheckDelayMs;
    let requests = 1;
    for (;;) {
      const report = reportAt(task, now);
      pace = paceAfter(pace, report, checkedAt, now);
      if (report.phase === 'succeeded') {
        return { requests, delayMs: now - task.endsMs, pace, unfinishedAt: checkedAt };
      }
      checkedAt = now;
      const { phase, progress, queuePosition } = report;
      const standing = { phase, progress, queuePosition, pace, ageMs: now, now };
      now += Math.round(pricedDelayMs(standing, learned, priceMs, random));
      requests += 1;
    }
  };
