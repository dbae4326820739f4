import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backOffDelayMs } from '../../electron/core/back-off.ts';

const draw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

it('after failures the wait lies between 3 s and a ceiling that doubles up to five minutes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), draw, (failures, random) => {
      const delay = backOffDelayMs(failures, () => random);
      expect(delay).toBeGreaterThanOrEqual(3_000);
      expect(delay).toBeLessThanOrEqual(Math.min(300_000, 5_000 * 2 ** Math.min(failures - 1, 20)));
      expect(Number.isInteger(delay)).toBe(true);
    }),
  );
  expect([1, 2, 3, 7, 50].map((failures) => backOffDelayMs(failures, () => 1))).toEqual([
    5_000, 10_000, 20_000, 300_000, 300_000,
  ]);
});
