import { aheadMs, type Outlook } from './outlook.ts';

/**
 * How long to wait before the next check, ms, when a request is worth `priceMs` of delay. `part` moves it: 1 is best.
 *
 * Waiting a moment longer costs the likelihood that it has ended by now, for so long is it known later; and it saves
 * of what comes after. With checks at the best density, sqrt(h / (2 c)) in a unit of time for the hazard h and the
 * price c, what comes after costs the integral of sqrt(2 c f S). So the next check is where the likelihood of an end
 * since the last one reaches sqrt(2 c f S), f being the density of ends and S what is left.
 * Source of the density: J. B. Keller, "Optimum checking schedules for systems subject to random failure", Management
 * Science 21(3), 1974, pp. 256-260. It alone would place the first check of a task too early, see docs/decisions.
 */
export const nextCheckMs = (outlook: Outlook, priceMs: number, part = 1): number => {
  let here = outlook(0);
  let atBefore = 0;
  let lackBefore = Infinity;
  for (let index = 0; index + 1 < aheadMs.length; index += 1) {
    const from = aheadMs[index] ?? 0;
    const to = aheadMs[index + 1] ?? from;
    const then = outlook(to);
    const at = (from + to) / 2;
    const alive = (here + then) / 2;
    const density = (here - then) / (to - from);
    const lack = part * Math.sqrt(2 * priceMs * density * alive) - (1 - alive);
    if (lack <= 0 && alive < 1) {
      if (lackBefore === Infinity) return 0;
      return atBefore + ((at - atBefore) * lackBefore) / (lackBefore - lack);
    }
    here = then;
    atBefore = at;
    lackBefore = lack;
  }
  return aheadMs.at(-1) ?? 0;
};

/** When it has ended with this likelihood, ms from now; at most a month. */
export const endedWithinMs = (outlook: Outlook, likelihood: number): number => {
  let here = outlook(0);
  for (let index = 0; index + 1 < aheadMs.length; index += 1) {
    const from = aheadMs[index] ?? 0;
    const to = aheadMs[index + 1] ?? from;
    const then = outlook(to);
    if (then <= 1 - likelihood) {
      return here > then ? from + ((to - from) * (here - (1 - likelihood))) / (here - then) : from;
    }
    here = then;
  }
  return aheadMs.at(-1) ?? 0;
};
