/** One sight of a progress in a task that has ended since. */
export interface ProgressSeen {
  /** 0 to 1. */
  readonly progress: number;
  /** The share of the run that had passed, above 0 and up to 1. */
  readonly share: number;
  readonly weight: number;
}

/** What a progress says of the share of the run that has passed, in logarithms, over even steps of progress. */
export interface ProgressMap {
  /** Mean of -ln share. */
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
  /** How likely it says nothing of the kind. */
  readonly outlier: number;
}

const steps = 50;
const nearness = 0.04;

/** As if so many tasks had shown the even rate that progress is taken for while nothing is learned. */
const untrainedWeight = 1.5;

const untrainedMean = (progress: number): number => -Math.log(Math.max(progress, 0.02));
const untrainedDeviation = (progress: number): number => Math.min(1, 0.03 + 0.06 / Math.max(progress, 0.02));

export const progressMapOf = (seen: readonly ProgressSeen[]): ProgressMap => {
  const mean = new Float64Array(steps + 1);
  const deviation = new Float64Array(steps + 1);
  for (let step = 0; step <= steps; step += 1) {
    const progress = step / steps;
    const expected = untrainedMean(progress);
    let weights = untrainedWeight;
    let sum = 0;
    let squares = untrainedWeight * untrainedDeviation(progress) ** 2;
    for (const sight of seen) {
      const apart = (sight.progress - progress) / nearness;
      if (Math.abs(apart) > 3) continue;
      const weight = sight.weight * Math.exp((-apart * apart) / 2);
      // How far off an even rate is varies less over neighbouring progresses than the share itself.
      const off = -Math.log(sight.share) - untrainedMean(sight.progress);
      weights += weight;
      sum += weight * off;
      squares += weight * off * off;
    }
    const off = sum / weights;
    mean[step] = expected + off;
    deviation[step] = Math.sqrt(Math.max(squares / weights - off * off, 0.0004));
  }
  return { mean, deviation, outlier: 0.1 };
};

export const untrainedMap: ProgressMap = progressMapOf([]);

/** What the map says of one progress, between its steps. */
export const readingOf = (
  map: ProgressMap,
  progress: number,
): { readonly mean: number; readonly deviation: number } => {
  const place = Math.min(1, Math.max(0, progress)) * steps;
  const step = Math.min(steps - 1, Math.floor(place));
  const between = (table: Float64Array): number => {
    const here = table[step] ?? 0;
    return here + ((table[step + 1] ?? here) - here) * (place - step);
  };
  return { mean: between(map.mean), deviation: between(map.deviation) };
};

/** How well a whole length fits with a progress having been reached after a time: a likelihood up to a factor. */
export const fitOf = (
  map: ProgressMap,
  progress: number,
  reachedAfterMs: number,
): ((lengthMs: number) => number) => {
  const { mean, deviation } = readingOf(map, progress);
  const middle = Math.log(Math.max(reachedAfterMs, 1)) + mean;
  const peak = (1 - map.outlier) / deviation;
  const elsewhere = map.outlier;
  return (lengthMs) => {
    const apart = (Math.log(lengthMs) - middle) / deviation;
    return peak * Math.exp((-apart * apart) / 2) + elsewhere;
  };
};
