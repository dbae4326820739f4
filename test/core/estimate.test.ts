import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateOf, type Standing } from '../../electron/core/check-policy.ts';
import { nothingLearned } from '../../electron/core/learned-times.ts';
import { anyLearned, anyStanding, learnedOf, logNormals, running } from './timing-samples.ts';

const seen = learnedOf(logNormals(30, 100_000, 0.2));
const aged = (ageMs: number, more: Partial<Standing> = {}): Standing => ({
  ...running,
  ageMs,
  now: ageMs,
  ...more,
});
const moving = (marks: readonly (readonly [number, number])[], now: number): Standing =>
  aged(now, {
    progress: marks.at(-1)?.[1] ?? null,
    pace: {
      began: { after: null, by: 2_000 },
      marks: marks.map(([at, progress]) => ({ at, progress })),
    },
  });

describe('the estimate', () => {
  it('is whole and never in the past, whatever is known', () => {
    fc.assert(
      fc.property(anyStanding, anyLearned, (standing, learned) => {
        const estimate = estimateOf(standing, learned);
        if (estimate === null) return;
        const { endsAt, longFrom, usualMs } = estimate;
        expect(endsAt).toBeGreaterThanOrEqual(standing.now);
        expect([endsAt, longFrom, usualMs ?? 0].every(Number.isInteger)).toBe(true);
        if (usualMs !== null) expect(usualMs).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('is withheld while neither tasks like it nor its own progress say anything', () => {
    expect(estimateOf(aged(60_000), nothingLearned)).toBeNull();
    expect(estimateOf(aged(60_000), learnedOf([90_000, 110_000]))).toBeNull();
    expect(estimateOf(moving([[4_000, 0.02]], 6_000), nothingLearned)).toBeNull();
  });

  it('rests on what tasks of the model took', () => {
    const estimate = estimateOf(aged(2_000), seen);
    expect(estimate?.endsAt).toBeGreaterThan(90_000);
    expect(estimate?.endsAt).toBeLessThan(110_000);
    expect(estimate?.usualMs).toBeGreaterThan(90_000);
    expect(estimate?.usualMs).toBeLessThan(110_000);
    expect(estimate?.stalledSince).toBeNull();
  });

  it('moves on with a task that takes longer, which is long from where 95 of 100 had ended', () => {
    const [early, late] = [aged(50_000), aged(400_000)].map((standing) => estimateOf(standing, seen));
    expect(early?.longFrom).toBe(late?.longFrom);
    expect(late?.longFrom).toBeGreaterThan(120_000);
    expect(late?.longFrom).toBeLessThan(250_000);
    expect(late?.endsAt).toBeGreaterThan(400_000);
  });

  it('does not come nearer while the task shows nothing new', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 600_000 }),
        fc.integer({ min: 1, max: 60_000 }),
        (ageMs, moreMs) => {
          const [sooner = 0, later = 0] = [ageMs, ageMs + moreMs].map(
            (age) => estimateOf(aged(age), seen)?.endsAt ?? 0,
          );
          // The points between which it is worked out lie some per cent apart.
          expect(later).toBeGreaterThan(sooner - 0.03 * (sooner - ageMs) - 1);
        },
      ),
    );
  });

  it('follows the progress where nothing has been learned, and says then no usual time', () => {
    const estimate = estimateOf(
      moving(
        [
          [60_000, 0.2],
          [90_000, 0.3],
          [150_000, 0.5],
        ],
        150_000,
      ),
      nothingLearned,
    );
    expect(estimate?.endsAt).toBeGreaterThan(250_000);
    expect(estimate?.endsAt).toBeLessThan(350_000);
    expect(estimate?.usualMs).toBeNull();
  });

  describe('of a task that shows that it takes longer than those before it', () => {
    const short = learnedOf(logNormals(6, 25_000, 0.1), (totalMs) => ({
      runningMs: totalMs - 1_000,
      marks: [0.2, 0.4, 0.6, 0.8].map((progress) => ({ ageMs: totalMs * progress, progress })),
    }));
    const fiveMinutesMs = 300_000;
    const at = (...parts: readonly number[]) =>
      moving(
        parts.map((part) => [part * fiveMinutesMs, part] as const),
        (parts.at(-1) ?? 0) * fiveMinutesMs,
      );

    it.each([
      ['few', learnedOf([24_000, 26_000])],
      ['some', short],
      ['none', nothingLearned],
    ])('follows its progress, whether many or few have been seen: %s', (_, learned) => {
      const progresses = [0.04, 0.12, 0.24, 0.35, 0.5, 0.7];
      for (let count = 2; count <= progresses.length; count += 1) {
        const standing = at(...progresses.slice(0, count));
        const left = (estimateOf(standing, learned)?.endsAt ?? 0) - standing.now;
        const really = fiveMinutesMs - standing.now;
        expect(left).toBeGreaterThan(0.6 * really);
        expect(left).toBeLessThan(1.4 * really);
      }
    });

    it('says a time and not that it is long', () => {
      const standing = at(0.04, 0.12, 0.24, 0.35);
      expect(estimateOf(standing, short)?.longFrom).toBeGreaterThan(standing.now);
    });

    it('is not about to end because it was added in its middle', () => {
      const added = aged(3_000, {
        progress: 0.35,
        pace: { began: { after: null, by: 1_000 }, marks: [{ at: 1_000, progress: 0.35 }] },
      });
      expect((estimateOf(added, short)?.endsAt ?? 0) - added.now).toBeGreaterThan(12_000);
      const later = aged(63_000, {
        progress: 0.55,
        pace: {
          began: { after: null, by: 1_000 },
          marks: [
            { at: 1_000, progress: 0.35 },
            { at: 61_000, progress: 0.55 },
          ],
        },
      });
      const left = (estimateOf(later, short)?.endsAt ?? 0) - later.now;
      expect(left).toBeGreaterThan(100_000);
      expect(left).toBeLessThan(170_000);
    });

    it('may end any moment once it is nearly done', () => {
      const nearly = at(0.3, 0.6, 0.95);
      expect(estimateOf(nearly, short)?.endsAt).toBeLessThan(nearly.now + 60_000);
    });
  });

  it('says since when a progress stands still, once that lasts longer than before', () => {
    const marks = [
      [20_000, 0.3],
      [40_000, 0.6],
      [60_000, 0.99],
    ] as const;
    expect(estimateOf(moving(marks, 90_000), nothingLearned)?.stalledSince).toBeNull();
    expect(estimateOf(moving(marks, 120_000), nothingLearned)?.stalledSince).toBe(60_000);
  });

  it('calls no stall what tasks of the model always do', () => {
    const stalls = learnedOf(logNormals(10, 300_000, 0.1), (totalMs) => ({
      marks: [
        { ageMs: 30_000, progress: 0.5 },
        { ageMs: totalMs / 3, progress: 0.99 },
      ],
    }));
    const marks = [
      [30_000, 0.5],
      [100_000, 0.99],
    ] as const;
    expect(estimateOf(moving(marks, 280_000), stalls)?.stalledSince).toBeNull();
    expect(estimateOf(moving(marks, 600_000), stalls)?.stalledSince).toBe(100_000);
  });
});
