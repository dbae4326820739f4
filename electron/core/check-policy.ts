import type { Phase } from '../shared/task.ts';
import type { Estimate, Promptness } from '../shared/timing.ts';
import type { LearnedTimes } from './learned-times.ts';
import type { Pace } from './pace.ts';
import type { Random } from './ports.ts';

/** Soon after adding, so that a wrong id or key shows while the user still looks. */
export const firstCheckDelayMs = 2_000;

const shortestMs = 3_000;
const longestMs = 30_000;

/** Three not-found answers, at least a minute apart in total, make a task lost. */
export const notFoundAnswersUntilLost = 3;
export const notFoundSpanUntilLostMs = 60_000;
const notFoundDelayMs = 31_000;

const backOffBaseMs = 5_000;
const backOffCapMs = 5 * 60_000;

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

/** On what terms a gateway is asked. */
export interface Terms {
  readonly promptness: Promptness;
  /** The shortest time between two questions about one task that the API's documents allow, ms; null when they do not say. */
  readonly shortestDelayMs: number | null;
  /** Whether the network or the battery is to be spared. */
  readonly slowed: boolean;
}

/** How long to wait before asking about a healthy, unfinished task again, in ms. */
export const healthyDelayMs = (
  { phase, progress, ageMs }: Standing,
  _learned: LearnedTimes,
  _terms: Terms,
  random: Random,
): number => {
  const wanted = phase === 'running' && progress !== null ? byProgressMs(progress, ageMs) : byAgeMs(ageMs);
  return spread(clamp(wanted, shortestMs, longestMs), random);
};

/** A quarter of what a steady rate would leave: the checks close in on the end as it comes nearer. */
const byProgressMs = (progress: number, ageMs: number): number =>
  progress <= 0 ? byAgeMs(ageMs) : (ageMs * (1 - progress)) / progress / 4;

/** A tenth of the age: how late the user is told stays in proportion to how long they have waited. */
const byAgeMs = (ageMs: number): number => Math.max(5_000, ageMs / 10);

/**
 * Full-jitter exponential back-off in ms, from the first failure (1) on.
 * Source: M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 * A floor keeps a lucky draw from asking again at once.
 */
export const backOffDelayMs = (failures: number, random: Random): number => {
  const ceiling = Math.min(backOffCapMs, backOffBaseMs * 2 ** Math.min(failures - 1, 16));
  return Math.round(shortestMs + random() * (ceiling - shortestMs));
};

/** How long to wait before asking again about an id that the gateway did not know, in ms. */
export const notFoundRecheckMs = notFoundDelayMs;

/** Up to a tenth later, so that tasks added together do not stay in step. */
const spread = (ms: number, random: Random): number => Math.round(ms + (random() * ms) / 10);

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** When it is likely to end; null while nothing is known. */
export const estimateOf = (standing: Standing, learned: LearnedTimes): Estimate | null =>
  standing.phase === null || learned.seen === 0 ? null : null;

/** How likely it is that a task which had not ended `sinceMs` ago has ended by now, 0 to 1. */
export const chanceEnded = (_standing: Standing, _learned: LearnedTimes, sinceMs: number): number =>
  sinceMs <= 0 ? 0 : 0.5;
