import type { Random } from './ports.ts';

/** Three not-found answers, at least a minute apart in total, make a task lost. */
export const notFoundAnswersUntilLost = 3;
export const notFoundSpanUntilLostMs = 60_000;

/** How long to wait before asking again about an id that the gateway did not know, in ms. */
export const notFoundRecheckMs = 31_000;

const shortestMs = 3_000;
const baseMs = 5_000;
const capMs = 5 * 60_000;

/**
 * Full-jitter exponential back-off in ms, from the first failure (1) on.
 * Source: M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 * A floor keeps a lucky draw from asking again at once.
 */
export const backOffDelayMs = (failures: number, random: Random): number => {
  const ceiling = Math.min(capMs, baseMs * 2 ** Math.min(failures - 1, 16));
  return Math.round(shortestMs + random() * (ceiling - shortestMs));
};
