import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstBy } from '../../electron/core/first-by.ts';

it('gives what sorting all of them would put first, equal ones in the order in which they came', () => {
  const entry = fc.record({ rank: fc.integer({ min: 0, max: 5 }), name: fc.string() });
  fc.assert(
    fc.property(fc.array(entry), fc.integer({ min: 0, max: 8 }), (entries, count) => {
      const byRank = (a: { rank: number }, b: { rank: number }): number => a.rank - b.rank;
      expect(firstBy(entries, count, byRank)).toEqual(entries.toSorted(byRank).slice(0, count));
    }),
  );
});
