import type { LearnedTimes } from './learned-times.ts';
import type { Standing } from './outlook.ts';
import type { ProgressMark } from './pace.ts';
import { readingOf, type ProgressMap } from './progress-map.ts';
import { lengthMs } from './survival-curve.ts';

/** How much longer a task takes by what it shows of itself, ms from now. */
export interface EndByProgress {
  /** Sooner would not fit with the progress. */
  readonly soonestMs: number;
  readonly likelyMs: number;
}

/** Less progress says more of the start than of the pace. */
export const enoughProgress = 0.1;

/** From here on a task may end at once, whatever its pace was. */
const nearlyDone = 0.9;

/** The end by the progress that was seen; null while that says nothing, and when the task is nearly done. */
export const endByProgress = (
  { phase, pace, now }: Standing,
  learned: LearnedTimes,
  passedMs: number,
): EndByProgress | null => {
  const last = pace?.marks.at(-1);
  const first = pace?.marks[0];
  if (phase !== 'running' || last === undefined || first === undefined) return null;
  if (last.progress < enoughProgress || last.progress >= nearlyDone) return null;
  const showsPace = last.progress - first.progress >= enoughProgress;
  // A task that was first seen in its middle began before that, nobody knows when.
  const beganUnseen = pace?.began?.after === null && first.progress >= enoughProgress;
  const ends = [
    endAfter({ progress: 0, at: now - passedMs }, last, learned.progress),
    showsPace ? endAfter(first, last, learned.progress) : null,
    beganUnseen && !showsPace ? restOf(last, learned) : null,
  ].filter((end) => end !== null);
  const latest = ends.reduce((one, other) => (other.soonestMs > one.soonestMs ? other : one));
  const sinceMs = now - last.at;
  return { soonestMs: latest.soonestMs - sinceMs, likelyMs: latest.likelyMs - sinceMs };
};

/** The end, ms from the second mark, when the pace between the two goes on as the map knows paces to go on. */
const endAfter = (from: ProgressMark, to: ProgressMark, map: ProgressMap): EndByProgress | null => {
  const { mean, deviation } = readingOf(map, to.progress);
  const share = Math.exp(-mean);
  const spanned = share - (from.progress === 0 ? 0 : Math.exp(-readingOf(map, from.progress).mean));
  if (spanned <= 0) return null;
  const wholeMs = (to.at - from.at) / spanned;
  // The less of the run it rests on, the less sure it is.
  const leastOfWhole = Math.exp((-deviation * share) / spanned);
  return { soonestMs: wholeMs * (leastOfWhole - share), likelyMs: wholeMs * (1 - share) };
};

/** The share that is left of what tasks like it take. */
const restOf = ({ progress }: ProgressMark, learned: LearnedTimes): EndByProgress | null => {
  if (learned.seen === 0) return null;
  const left = 1 - Math.exp(-readingOf(learned.progress, progress).mean);
  const restMs = lengthMs(learned.total, 0.5) * left;
  return { soonestMs: restMs, likelyMs: restMs };
};
