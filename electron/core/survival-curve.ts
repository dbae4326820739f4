/**
 * How likely something of unknown length lasts longer than a time. Immutable.
 * The logarithm of that likelihood is tabled over a grid that is even in the logarithm of time.
 */
export interface SurvivalCurve {
  /** Natural logarithm of the likelihood of lasting longer, at `gridMs(index)`. Never rises. */
  readonly logAlive: Float64Array;
}

const firstMs = 1_000;
const lastMs = 7 * 86_400_000;
const stepLog = 0.03;
export const gridSize = Math.ceil(Math.log(lastMs / firstMs) / stepLog) + 1;

export const gridMs = (index: number): number => firstMs * Math.exp(index * stepLog);

/** Where a time lies on the grid; not whole, and outside 0 to `gridSize - 1` for times outside it. */
export const gridPlaceOf = (ms: number): number => Math.log(Math.max(ms, 1) / firstMs) / stepLog;

/** How many places of the grid lie between a time and one that is longer by a logarithm; about its share when small. */
export const gridStepsOf = (logarithm: number): number => logarithm / stepLog;

export const curveOf = (aliveAt: (index: number) => number): SurvivalCurve => {
  const logAlive = new Float64Array(gridSize);
  let least = 0;
  for (let index = 0; index < gridSize; index += 1) {
    least = Math.min(least, Math.log(Math.max(aliveAt(index), 1e-300)));
    logAlive[index] = least;
  }
  return { logAlive };
};

/** How likely it lasts longer than the time, above 0 and up to 1. */
export const aliveAfter = ({ logAlive }: SurvivalCurve, ms: number): number => {
  const place = gridPlaceOf(ms);
  if (place <= 0) return 1 + (Math.exp(logAlive[0] ?? 0) - 1) * Math.max(0, ms / firstMs);
  const index = Math.floor(place);
  const here = logAlive[Math.min(index, gridSize - 1)] ?? 0;
  // Beyond the grid it goes on as it ends: half as likely at twice the time.
  if (index >= gridSize - 1) return Math.exp(here) * Math.exp((gridSize - 1 - place) * stepLog);
  const next = logAlive[index + 1] ?? here;
  return Math.exp(here + (next - here) * (place - index));
};

/** The time that `share` of such things do not outlast, ms; at most a week. */
export const lengthMs = ({ logAlive }: SurvivalCurve, share: number): number => {
  const wanted = Math.log(1 - share);
  let low = 0;
  let high = gridSize - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((logAlive[middle] ?? 0) > wanted) low = middle + 1;
    else high = middle;
  }
  const above = logAlive[low - 1] ?? 0;
  const below = logAlive[low] ?? 0;
  const part = low > 0 && above > below ? (above - wanted) / (above - below) : 1;
  return gridMs(low - 1 + Math.min(1, Math.max(0, part)));
};

const usualMs = 105_000;
const steepness = 1.8;

/**
 * What is taken to be so while nothing has been learned: log-logistic. Half of all tasks end within 105 s, nine of ten
 * between 20 s and 9 min. Its tail stays heavy, so that what overruns is asked about less and less.
 */
export const unlearned: SurvivalCurve = curveOf((index) => 1 / (1 + (gridMs(index) / usualMs) ** steepness));
