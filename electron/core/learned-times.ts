import { curveOfSeen } from './density.ts';
import { progressMapOf, untrainedMap, type ProgressMap, type ProgressSeen } from './progress-map.ts';
import { unlearned, type SurvivalCurve } from './survival-curve.ts';

/** What one finished task took. What is learned of a model rests on these alone. */
export interface TakenTime {
  readonly gatewayId: string;
  /** Empty when the gateway does not name it. */
  readonly model: string;
  /** When it was seen to have ended (wall clock ms). */
  readonly at: number;
  /** From creation to end, ms. */
  readonly totalMs: number;
  /** From when it began to run to its end, ms; null when its beginning was not seen. */
  readonly runningMs: number | null;
  /** The end lies up to so much before: the time since the check before it, ms; 0 when the gateway named it. */
  readonly uncertainMs: number;
  /** Progress by age since creation, ms. */
  readonly marks: readonly { readonly ageMs: number; readonly progress: number }[];
}

/** What is known of how long tasks of one gateway and model take. Immutable. */
export interface LearnedTimes {
  /** How many finished tasks it rests on. */
  readonly seen: number;
  /** In how many of them the beginning of the run was seen. */
  readonly seenRunning: number;
  /** From creation to end. */
  readonly total: SurvivalCurve;
  /** From the beginning of the run to the end. */
  readonly running: SurvivalCurve;
  /** How likely a task is to end without ever being called running, 0 to 1. */
  readonly neverRuns: number;
  readonly progress: ProgressMap;
  /** Nine of ten tasks never stood still for longer, ms; null while too few showed progress. */
  readonly standstillMs: number | null;
}

export const nothingLearned: LearnedTimes = {
  seen: 0,
  seenRunning: 0,
  total: unlearned,
  running: unlearned,
  neverRuns: 0.5,
  progress: untrainedMap,
  standstillMs: null,
};

export interface LearnedTimesBook {
  add(taken: TakenTime): void;
  of(gatewayId: string, model: string | null): LearnedTimes;
}

/** Newest so many are kept of a gateway and model. */
export const keptPerModel = 400;

export const createLearnedTimes = (): LearnedTimesBook => {
  const pages = new Map<string, { readonly taken: TakenTime[]; learned: LearnedTimes | null }>();
  const keyOf = (gatewayId: string, model: string): string => `${gatewayId}\n${model}`;
  return {
    add: (taken) => {
      const key = keyOf(taken.gatewayId, taken.model);
      const page = pages.get(key) ?? { taken: [], learned: null };
      page.taken.push(taken);
      if (page.taken.length > keptPerModel) page.taken.shift();
      page.learned = null;
      pages.set(key, page);
    },
    of: (gatewayId, model) => {
      const page = pages.get(keyOf(gatewayId, model ?? ''));
      if (page === undefined) return nothingLearned;
      page.learned ??= learnedFrom(page.taken);
      return page.learned;
    },
  };
};

/** So many newer tasks halve what a task counts, and so does so much time: a gateway that got faster is followed. */
const halfLifeTasks = 60;
const halfLifeMs = 21 * 86_400_000;
const mostHalvings = 30;

const learnedFrom = (taken: readonly TakenTime[]): LearnedTimes => {
  const newest = Math.max(...taken.map(({ at }) => at));
  const weighed = taken.map((one, index) => {
    const halvings = (taken.length - 1 - index) / halfLifeTasks + (newest - one.at) / halfLifeMs;
    return { ...one, weight: 0.5 ** Math.min(halvings, mostHalvings) };
  });
  const running = weighed.flatMap((one) =>
    one.runningMs === null ? [] : [{ ...one, runningMs: one.runningMs }],
  );
  return {
    seen: taken.length,
    seenRunning: running.length,
    total: curveOfSeen(weighed.map((one) => seenLength(one.totalMs, one))),
    running: curveOfSeen(running.map((one) => seenLength(one.runningMs, one))),
    neverRuns: (weighed.length - running.length + 1) / (weighed.length + 2),
    progress: progressMapOf(weighed.flatMap(sights)),
    standstillMs: standstillMsOf(weighed),
  };
};

const seenLength = (toMs: number, { uncertainMs, weight }: { uncertainMs: number; weight: number }) => ({
  fromMs: Math.max(toMs - uncertainMs, 1),
  toMs,
  weight,
});

/** The end is taken to lie in the middle of where it can lie. */
const sights = (one: TakenTime & { weight: number }): readonly ProgressSeen[] => {
  const lengthMs = (one.runningMs ?? one.totalMs) - one.uncertainMs / 2;
  const queuedMs = one.runningMs === null ? 0 : one.totalMs - one.runningMs;
  return one.marks.flatMap(({ ageMs, progress }) => {
    const share = (ageMs - queuedMs) / lengthMs;
    return share > 0.005 && lengthMs > 0 ? [{ progress, share: Math.min(1, share), weight: one.weight }] : [];
  });
};

const enoughStandstills = 3;

const standstillMsOf = (taken: readonly TakenTime[]): number | null => {
  const longest = taken
    .filter(({ marks }) => marks.length > 1)
    .map(({ marks, totalMs }) =>
      marks.reduce(
        (most, mark, index) => Math.max(most, (marks[index + 1]?.ageMs ?? totalMs) - mark.ageMs),
        0,
      ),
    )
    .sort((a, b) => a - b);
  return longest.length < enoughStandstills ? null : (longest[Math.floor(longest.length * 0.9)] ?? null);
};
