const stepMs = 500;
const farthestMs = 600_000;

/** An inspection schedule: ascending times, ms. */
export type Schedule = readonly number[];

/**
 * The schedule that costs least for a length of known distribution, by dynamic programming over a grid of times:
 * W(x) = min over y of  c S(x) + (G(y) - G(x)) - F(x) (y - x) + W(y),  with F the distribution, S = 1 - F, G its
 * integral: from a check at x the next one costs c if the task is unfinished, and who ends in between waits for it.
 * `sorted` holds so many drawn lengths, ascending ms, that they stand for the distribution.
 * R. Barlow, L. Hunter, F. Proschan, "Optimum checking procedures", J. SIAM 11(4), 1963, pp. 1078-1095.
 */
export const optimumFor = (sorted: Float64Array, priceMs: number): Schedule => {
  const count = Math.ceil((sorted.at(-1) ?? 0) / stepMs) + 1;
  const ended = new Float64Array(count + 1);
  const area = new Float64Array(count + 1);
  let passed = 0;
  for (let cell = 1; cell <= count; cell += 1) {
    // Within a cell the lengths are summed one by one: no smoothing.
    let sum = 0;
    while (passed < sorted.length && (sorted[passed] ?? 0) <= cell * stepMs) {
      sum += cell * stepMs - (sorted[passed] ?? 0);
      passed += 1;
    }
    ended[cell] = passed / sorted.length;
    area[cell] = (area[cell - 1] ?? 0) + (ended[cell - 1] ?? 0) * stepMs + sum / sorted.length;
  }
  const cost = new Float64Array(count + 1);
  const next = new Int32Array(count + 1);
  const farthest = Math.ceil(farthestMs / stepMs);
  for (let from = count - 1; from >= 0; from -= 1) {
    const before = ended[from] ?? 0;
    let best = Infinity;
    for (let to = from + 1; to <= Math.min(count, from + farthest); to += 1) {
      const late = (area[to] ?? 0) - (area[from] ?? 0) - before * (to - from) * stepMs;
      const whole = priceMs * (1 - before) + late + (cost[to] ?? 0);
      if (whole < best) {
        best = whole;
        next[from] = to;
      }
    }
    cost[from] = best;
  }
  const times: number[] = [];
  for (let cell = 0; cell < count;) {
    cell = next[cell] ?? count;
    times.push(cell * stepMs);
  }
  return times;
};
