import type { Phase } from '../shared/task.ts';
import type { LearnedTimes } from './learned-times.ts';
import type { Pace } from './pace.ts';
import { fitOf } from './progress-map.ts';
import { aliveAfter, type SurvivalCurve } from './survival-curve.ts';

export interface Standing {
  readonly phase: Phase | null;
  /** 0 to 1, or null. */
  readonly progress: number | null;
  readonly queuePosition: number | null;
  readonly pace: Pace | null;
  /** Since it was created, or else added, ms. */
  readonly ageMs: number;
  /** Wall clock ms. */
  readonly now: number;
}

/** How likely an unfinished task is to be unfinished still, so many ms from now: 1 at once, never rising. */
export type Outlook = (aheadMs: number) => number;

const widening = 1.12;
const scaleMs = 4_000;
const pointCount = 118;

/** The times at which an outlook is looked at, ms from now: half a second to a month, each step a little wider. */
export const aheadMs: Float64Array = Float64Array.from({ length: pointCount }, (_, index) =>
  Math.round(scaleMs * (widening ** index - 1)),
);

/** The clock that tells best how far a task is: since it began to run where that was seen, else since its creation. */
export interface TaskClock {
  readonly passedMs: number;
  readonly curve: SurvivalCurve;
}

/** A run that was first seen running so soon after its creation has begun in between. */
const soonMs = 15_000;

/** So many runs must have been seen from their beginning for that to tell more than the time since creation. */
const enoughRuns = 3;

export const clockOf = ({ phase, pace, ageMs, now }: Standing, learned: LearnedTimes): TaskClock => {
  const age = sane(ageMs);
  const began = pace?.began ?? null;
  if (phase === 'running' && began !== null && (learned.seenRunning >= enoughRuns || learned.seen === 0)) {
    const sinceBy = sane(now - began.by);
    const after = began.after ?? (age - sinceBy <= soonMs ? now - age : null);
    if (after !== null) {
      return { passedMs: (sinceBy + Math.max(sinceBy, sane(now - after))) / 2, curve: learned.running };
    }
  }
  return { passedMs: age, curve: learned.total };
};

export const outlookOf = (standing: Standing, learned: LearnedTimes): Outlook => {
  if (standing.phase === 'queued') return whileQueued(standing, learned);
  const { passedMs, curve } = clockOf(standing, learned);
  const mark = standing.phase === 'running' ? (standing.pace?.marks.at(-1) ?? null) : null;
  if (mark !== null && mark.progress > 0) {
    const reachedMs = passedMs - sane(standing.now - mark.at);
    if (reachedMs > 0) return weighed(curve, passedMs, fitOf(learned.progress, mark.progress, reachedMs));
  }
  const first = aliveAfter(curve, passedMs);
  return (ahead) => aliveAfter(curve, passedMs + ahead) / first;
};

/** Bayes: what is known of such tasks, weighed by how well each length fits with the progress that was seen. */
const weighed = (curve: SurvivalCurve, passedMs: number, fit: (lengthMs: number) => number): Outlook => {
  const alive = new Float64Array(pointCount);
  const last = pointCount - 1;
  let later = aliveAfter(curve, passedMs + (aheadMs[last] ?? 0));
  let still = later * fit(passedMs + (aheadMs[last] ?? 0));
  alive[last] = still;
  for (let index = last - 1; index >= 0; index -= 1) {
    const from = aheadMs[index] ?? 0;
    const here = aliveAfter(curve, passedMs + from);
    still += (here - later) * fit(passedMs + (from + (aheadMs[index + 1] ?? 0)) / 2);
    later = here;
    alive[index] = still;
  }
  return (ahead) => {
    const place = placeAhead(ahead);
    const index = Math.min(last - 1, Math.floor(place));
    const here = alive[index] ?? 0;
    return (here + ((alive[index + 1] ?? 0) - here) * Math.min(1, place - index)) / still;
  };
};

const placeAhead = (ms: number): number => {
  const near = Math.max(0, Math.log(ms / scaleMs + 1) / Math.log(widening));
  const index = Math.min(pointCount - 2, Math.floor(near + 1e-3));
  const from = aheadMs[index] ?? 0;
  return index + Math.max(0, (ms - from) / ((aheadMs[index + 1] ?? from) - from));
};

/** Nodes at which the run may begin, and how long a queue that has lasted for a time goes on: as long again, half the time. */
const startMs = aheadMs.filter((_, index) => index % 4 === 0);

/**
 * A queued task ends at the soonest a run after now, unless it is of a gateway that never says that a task runs. How
 * much longer it queues is not learned, since that hangs on how many others wait today: it is as likely as not to
 * take as long again as it has taken (J. Gott, "Implications of the Copernican principle", Nature 363, 1993), and
 * longer the farther away its turn is.
 */
const whileQueued = ({ ageMs, queuePosition }: Standing, learned: LearnedTimes): Outlook => {
  const age = sane(ageMs);
  const ahead = Math.min(20, Math.max(0, queuePosition ?? 0));
  const queueMs = (age + 15_000) * (1 + ahead / 3);
  const begins = startMs.map((ms) => queueMs / (queueMs + ms));
  const total = aliveAfter(learned.total, age);
  // Who has others ahead of them is not running under the name of queueing.
  const neverRuns = learned.neverRuns / (1 + ahead);
  return (ms) => {
    let ended = 0;
    for (let node = 0; node + 1 < startMs.length; node += 1) {
      const from = startMs[node] ?? 0;
      if (from >= ms) break;
      const to = Math.min(startMs[node + 1] ?? from, ms);
      const until = to === startMs[node + 1] ? (begins[node + 1] ?? 0) : queueMs / (queueMs + to);
      ended += ((begins[node] ?? 0) - until) * (1 - aliveAfter(learned.running, ms - (from + to) / 2));
    }
    const direct = aliveAfter(learned.total, age + ms) / total;
    return neverRuns * direct + (1 - neverRuns) * (1 - ended);
  };
};

/** Clocks are set back and gateways name absurd times: no time since is negative or longer than a year. */
const sane = (ms: number): number => (ms > 0 ? Math.min(ms, 366 * 86_400_000) : 0);
