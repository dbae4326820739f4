import {
  curveOf,
  gridPlaceOf,
  gridSize,
  gridStepsOf,
  unlearned,
  type SurvivalCurve,
} from './survival-curve.ts';

/** A length that was seen: it lies between two times, ms. */
export interface SeenLength {
  readonly fromMs: number;
  readonly toMs: number;
  /** How much it counts beside the others. */
  readonly weight: number;
}

/** A belief in what the next length will be, over the grid, and how well it foretold those that were seen. */
interface Belief {
  /** The probability by place, not brought to one. */
  readonly mass: Float64Array;
  /** Logarithm of the likelihood. */
  readonly score: number;
}

/** Where the lengths that were seen lie on the grid. */
export interface Seen {
  readonly bins: readonly Bin[];
  readonly weight: number;
  /** How many lengths of equal weight tell as much. */
  readonly count: number;
}

interface Bin {
  readonly place: number;
  weight: number;
  squares: number;
}

/** Whatever was seen, the next is unlike it as often as one in so many more. */
const surpriseWeight = 1;

/** How fast a surprise gets less likely with its distance: log-logistic. What outlasts all that was seen may last. */
const surpriseSteepness = { shorter: 3, longer: 1.8 };

/**
 * How lengths like those seen are spread. Two beliefs, each counting by how well it foretold what was seen: that there
 * is one usual length (which needs few to be sharp), and a density that may have any shape (several models behind one
 * name). And for a rest it is neither.
 */
export const curveOfSeen = (lengths: readonly SeenLength[]): SurvivalCurve => {
  const seen = placed(lengths);
  if (seen.bins.length === 0) return unlearned;
  const middle = middleOf(seen);
  const one = oneUsualLength(seen, middle);
  const any = anyShape(seen);
  const oneShare = 1 / (1 + Math.exp(Math.min(50, any.score - one.score)));
  const oneWhole = sumOf(one.mass);
  const anyWhole = sumOf(any.mass);
  const surprise = surpriseWeight / (surpriseWeight + seen.count);
  let gone = 0;
  return curveOf((index) => {
    const here =
      (oneShare * (one.mass[index] ?? 0)) / oneWhole + ((1 - oneShare) * (any.mass[index] ?? 0)) / anyWhole;
    // Half of what a place holds lies on this side of it.
    const alive = Math.max(0, 1 - gone - here / 2);
    gone += here;
    return surprise * surpriseAlive((index - middle) / gridStepsOf(1)) + (1 - surprise) * alive;
  });
};

const surpriseAlive = (apart: number): number =>
  1 / (1 + Math.exp(apart * (apart > 0 ? surpriseSteepness.longer : surpriseSteepness.shorter)));

const usualWidth = 0.3;
const usualWidthWeight = 2;
/** Both its numbers are fitted (Akaike's criterion). */
const fittedNumbers = 2;

/** Log-normal, as wide as what was seen; as wide as is usual while that is little. */
const oneUsualLength = ({ bins, weight, count }: Seen, middle: number): Belief => {
  const squares = bins.reduce((sum, bin) => sum + bin.weight * (bin.place - middle) ** 2, 0) / weight;
  const usual = gridStepsOf(usualWidth) ** 2;
  const variance = (count * squares + usualWidthWeight * usual) / (Math.max(0, count - 1) + usualWidthWeight);
  const width = Math.sqrt(variance * (1 + 1 / count));
  const mass = new Float64Array(gridSize);
  spreadOut(mass, middle, width, 1);
  let score = -fittedNumbers;
  for (const bin of bins) {
    const likelihood = normal((bin.place - middle) / width) / width;
    score += ((bin.weight * count) / weight) * Math.log(likelihood + neverImpossible);
  }
  return { mass, score };
};

/** In logarithms of time. */
const kernelWidths = [0.05, 0.07, 0.1, 0.14, 0.2, 0.28, 0.4];
const likelyKernelWidth = 0.2;

/**
 * A kernel density. Its width is that under which each length is best foretold by the others (leave-one-out
 * likelihood), leaning on a likely width while they are few: a rule of thumb from the spread would blur several modes.
 */
const anyShape = ({ bins, weight, count }: Seen): Belief => {
  let best = { width: gridStepsOf(likelyKernelWidth), score: -Infinity };
  for (const kernelWidth of kernelWidths) {
    const width = gridStepsOf(kernelWidth);
    let score = -(Math.log(kernelWidth / likelyKernelWidth) ** 2) / (2 * 0.6 ** 2);
    for (const bin of bins) {
      let near = -bin.squares / bin.weight;
      for (const other of bins) near += other.weight * normal((other.place - bin.place) / width);
      const likelihood = Math.max(0, near) / Math.max(weight - bin.squares / bin.weight, 1e-9) / width;
      score += ((bin.weight * count) / weight) * Math.log(likelihood + neverImpossible);
    }
    if (score > best.score) best = { width, score };
  }
  const mass = new Float64Array(gridSize);
  for (const bin of bins) spreadOut(mass, bin.place, best.width, bin.weight);
  return { mass, score: best.score };
};

const neverImpossible = 1e-4;

const spreadOut = (mass: Float64Array, middle: number, width: number, weight: number): void => {
  const from = Math.max(0, Math.floor(middle - 5 * width));
  const to = Math.min(gridSize - 1, Math.ceil(middle + 5 * width));
  for (let index = from; index <= to; index += 1) {
    mass[index] = (mass[index] ?? 0) + weight * normal((index - middle) / width);
  }
};

/** A length that is only known to lie in a span counts evenly over it. */
const placed = (lengths: readonly SeenLength[]): Seen => {
  const bins = new Map<number, Bin>();
  let whole = 0;
  let squares = 0;
  for (const { fromMs, toMs, weight } of lengths) {
    const from = within(Math.round(gridPlaceOf(fromMs)));
    const to = Math.max(from, within(Math.round(gridPlaceOf(toMs))));
    const part = weight / (to - from + 1);
    for (let place = from; place <= to; place += 1) {
      const bin = bins.get(place) ?? { place, weight: 0, squares: 0 };
      bin.weight += part;
      bin.squares += part * weight;
      bins.set(place, bin);
    }
    whole += weight;
    squares += weight * weight;
  }
  return { bins: [...bins.values()], weight: whole, count: squares > 0 ? (whole * whole) / squares : 0 };
};

const middleOf = ({ bins, weight }: Seen): number =>
  bins.reduce((sum, bin) => sum + bin.weight * bin.place, 0) / weight;

const within = (place: number): number => Math.min(gridSize - 1, Math.max(0, place));

const sumOf = (mass: Float64Array): number => mass.reduce((sum, part) => sum + part, 0);

const normal = (x: number): number => Math.exp((-x * x) / 2);
