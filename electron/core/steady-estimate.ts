import type { Estimate } from '../shared/timing.ts';

/** An end that moves by less than this is the same one, seen with other eyes. */
const leastMoveMs = 5_000;
const leastMoveShare = 0.15;

/**
 * The estimate to show in the place of the last one. Each answer moves the end a little to and fro; a small move
 * keeps the end that was shown, so that no text says "2 min", "3 min" and "2 min" again within a few seconds.
 */
export const steadied = (shown: Estimate | null, next: Estimate, now: number): Estimate => {
  if (shown === null) return next;
  const move = Math.abs(next.endsAt - shown.endsAt);
  const isSmall = move < Math.max(leastMoveMs, (shown.endsAt - now) * leastMoveShare);
  return isSmall ? { ...next, endsAt: shown.endsAt } : next;
};
