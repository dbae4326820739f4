import fc from 'fast-check';
import type { Standing, Terms } from '../../electron/core/check-policy.ts';
import {
  createLearnedTimes,
  nothingLearned,
  type LearnedTimes,
  type TakenTime,
} from '../../electron/core/learned-times.ts';

export const balanced: Terms = { promptness: 'balanced', shortestDelayMs: null, slowed: false };

/** In the middle of where chance may put it. */
export const even = (): number => 0.5;

export const running: Standing = {
  phase: 'running',
  progress: null,
  queuePosition: null,
  pace: null,
  ageMs: 60_000,
  now: 1_000_000,
};

export const takenSample: TakenTime = {
  gatewayId: 'g',
  model: 'm',
  at: 0,
  totalMs: 100_000,
  runningMs: null,
  uncertainMs: 0,
  marks: [],
};

/** What is known after tasks that took so long, oldest first, one an hour. */
export const learnedOf = (
  totalsMs: readonly number[],
  more: (totalMs: number) => Partial<TakenTime> = () => ({}),
): LearnedTimes => {
  const book = createLearnedTimes();
  totalsMs.forEach((totalMs, index) => {
    book.add({ ...takenSample, at: index * 3_600_000, totalMs, ...more(totalMs) });
  });
  return book.of('g', 'm');
};

/** Evenly spread over the quantiles of a log-normal: as many samples, no chance. */
export const logNormals = (count: number, medianMs: number, sigma: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => {
    const q = ((index * 7919) % count) / count + 0.5 / count;
    // Logistic with the deviation of the normal: near enough, and has a closed form.
    return medianMs * Math.exp(sigma * 0.5513 * Math.log(q / (1 - q)));
  });

const clock = fc.oneof(
  fc.integer({ min: -1e13, max: 1e13 }),
  fc.integer({ min: 0, max: 1_000_000 }),
  fc.constantFrom(0, -1, Number.MAX_SAFE_INTEGER),
);
const progress = fc.option(fc.double({ min: -0.5, max: 2, noNaN: true }));

/** Anything, sensible or not: clocks that jumped, progress out of range, positions below zero. */
export const anyStanding: fc.Arbitrary<Standing> = fc.record({
  phase: fc.constantFrom('queued', 'running', null),
  progress,
  queuePosition: fc.option(fc.integer({ min: -5, max: 1_000_000 })),
  pace: fc.option(
    fc.record({
      began: fc.option(fc.record({ after: fc.option(clock), by: clock })),
      marks: fc.array(fc.record({ at: clock, progress: fc.double({ min: -0.5, max: 2, noNaN: true }) }), {
        maxLength: 24,
      }),
    }),
  ),
  ageMs: clock,
  now: clock,
});

const anyTaken: fc.Arbitrary<TakenTime> = fc.record({
  gatewayId: fc.constant('g'),
  model: fc.constant('m'),
  at: clock,
  totalMs: fc.double({ min: 1, max: 1e10, noNaN: true }),
  runningMs: fc.option(fc.double({ min: -1e6, max: 1e10, noNaN: true })),
  uncertainMs: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e10, noNaN: true })),
  marks: fc.array(
    fc.record({
      ageMs: fc.double({ min: -1e6, max: 1e10, noNaN: true }),
      progress: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 6 },
  ),
});

export const anyLearned: fc.Arbitrary<LearnedTimes> = fc.oneof(
  fc.constant(nothingLearned),
  fc.array(anyTaken, { maxLength: 12 }).map((taken) => {
    const book = createLearnedTimes();
    for (const one of taken) book.add(one);
    return book.of('g', 'm');
  }),
);

export const anyDraw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
