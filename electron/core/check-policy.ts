import type { Estimate, Promptness } from '../shared/timing.ts';
import { estimated } from './estimate.ts';
import { nextCheckMs } from './inspection.ts';
import type { LearnedTimes } from './learned-times.ts';
import { outlookOf, type Standing } from './outlook.ts';
import type { Random } from './ports.ts';

export type { Standing } from './outlook.ts';

/** Soon after adding, so that a wrong id or key shows while the user still looks. */
export const firstCheckDelayMs = 2_000;

/** On what terms a gateway is asked. */
export interface Terms {
  readonly promptness: Promptness;
  /** The shortest time between two questions about one task that the API's documents allow, ms; null when they do not say. */
  readonly shortestDelayMs: number | null;
  /** Whether the network or the battery is to be spared. */
  readonly slowed: boolean;
}

/** What a request is worth: so many ms of the time between the end of a task and its being known. */
export const priceMsOf: Readonly<Record<Promptness, number>> = {
  'told-sooner': 22.5,
  balanced: 90,
  'fewer-requests': 360,
};

const shortestMs = 2_000;
const slowedFactor = 2;

/** How long to wait before asking about a healthy, unfinished task again, in whole ms. */
export const healthyDelayMs = (
  standing: Standing,
  learned: LearnedTimes,
  terms: Terms,
  random: Random,
): number => {
  const wanted = pricedDelayMs(standing, learned, priceMsOf[terms.promptness], random);
  return Math.round(Math.max(terms.slowed ? wanted * slowedFactor : wanted, terms.shortestDelayMs ?? 0));
};

/** The same for any price of a request, in ms of delay, before the terms of the gateway. */
export const pricedDelayMs = (
  standing: Standing,
  learned: LearnedTimes,
  priceMs: number,
  random: Random,
): number => {
  // Tasks that were added together must not stay in step.
  const part = 1 + spread * (2 * random() - 1);
  const wanted = nextCheckMs(outlookOf(standing, learned), priceMs, part);
  return Math.max(
    shortestMs,
    Math.min(longestMs(standing) * Math.sqrt(priceMs / priceMsOf.balanced), wanted),
  );
};

/** Being off the optimum by up to so much costs less than one request in a hundred. */
const spread = 0.15;

const minuteMs = 60_000;

/**
 * The longest wait at the balanced price, however unlikely an end is, since a failure may come at any time and those
 * are not learned from: 45 s for a young task, then half of its age, never more than 5 min. While a task under ten
 * minutes shows progress, 20 s, so that it is seen to move. Half of that, or twice, at the other two settings.
 */
const longestMs = ({ phase, progress, ageMs }: Standing): number => {
  if (phase === 'running' && progress !== null && ageMs < 10 * minuteMs) return 20_000;
  return Math.min(5 * minuteMs, Math.max(45_000, ageMs / 2));
};

/** When it is likely to end; null while nothing is known. */
export const estimateOf = (standing: Standing, learned: LearnedTimes): Estimate | null =>
  estimated(standing, learned);

/** How likely it is that a task which had not ended `sinceMs` ago has ended by now, 0 to 1. */
export const chanceEnded = (standing: Standing, learned: LearnedTimes, sinceMs: number): number => {
  if (!(sinceMs > 0)) return 0;
  const then = { ...standing, ageMs: standing.ageMs - sinceMs, now: standing.now - sinceMs };
  return Math.min(1, Math.max(0, 1 - outlookOf(then, learned)(sinceMs)));
};
