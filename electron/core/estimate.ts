import type { Estimate, UsualRange } from '../shared/timing.ts';
import { endedWithinMs } from './inspection.ts';
import type { LearnedTimes } from './learned-times.ts';
import { clockOf, outlookOf, type Standing } from './outlook.ts';
import { endByProgress, enoughProgress } from './progress-end.ts';
import { lengthMs } from './survival-curve.ts';

/** Fewer finished tasks tell nothing of what is usual. */
const enoughSeen = 3;

/** Gateways name absurd times, and nothing is foreseen for longer. */
const mostMs = 31 * 86_400_000;

/** When it is likely to end; null while neither tasks like it nor its own progress say enough. */
export const estimated = (standing: Standing, learned: LearnedTimes): Estimate | null => {
  const { now } = standing;
  const known = learned.seen >= enoughSeen;
  if (!known && !showsPace(standing)) return null;
  const outlook = outlookOf(standing, learned);
  const clock = clockOf(standing, learned);
  const foreseenMs = endedWithinMs(outlook, 0.5);
  const shown = endByProgress(standing, learned, clock.passedMs);
  const shownMs = Math.min(shown?.likelyMs ?? -Infinity, mostMs);
  // What is known of other tasks says little of one that shows by itself that it takes longer than they did.
  const isLonger = shown !== null && foreseenMs < shown.soonestMs;
  const long = known
    ? now - clock.passedMs + lengthMs(clock.curve, 0.95)
    : now + endedWithinMs(outlook, 0.95);
  return {
    endsAt: Math.round(now + (isLonger ? shownMs : foreseenMs)),
    longFrom: Math.round(Math.max(long, now + shownMs)),
    usualMs: known ? Math.round(lengthMs(learned.total, 0.5)) : null,
    stalledSince: stalledSince(standing, learned, clock.passedMs),
  };
};

/** Null while too few have been seen. */
export const usualRangeOf = (learned: LearnedTimes): UsualRange | null =>
  learned.seen < enoughSeen
    ? null
    : { fromMs: Math.round(lengthMs(learned.total, 0.1)), toMs: Math.round(lengthMs(learned.total, 0.9)) };

const showsPace = ({ phase, pace }: Standing): boolean =>
  phase === 'running' && pace !== null && (pace.marks.at(-1)?.progress ?? 0) >= enoughProgress;

const shortestStallMs = 45_000;

/** While no tasks like it have been seen, standing still for a third of the time before is usual. */
const usualShare = 0.35;

/** A stall is longer than any standstill of this task before, and than most of tasks like it. */
const stalledSince = (
  { phase, pace, now }: Standing,
  { standstillMs }: LearnedTimes,
  passedMs: number,
): number | null => {
  const marks = pace?.marks ?? [];
  const last = marks.at(-1);
  if (phase !== 'running' || last === undefined) return null;
  const longest = marks.reduce((most, { at }, index) => Math.max(most, (marks[index + 1]?.at ?? at) - at), 0);
  const still = now - last.at;
  const usual = standstillMs ?? usualShare * (passedMs - still);
  return still > Math.max(shortestStallMs, 2 * longest, 1.5 * usual) ? last.at : null;
};
