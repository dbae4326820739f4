import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roughTimeOf, roughTimeText } from '../../electron/shared/rough-time.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const unitsMs = { s: second, min: minute, h: hour };

const toldMs = (ms: number, finestMs = 0): number => {
  const told = roughTimeOf(ms, finestMs);
  return told === null ? 0 : told.count * unitsMs[told.unit];
};

describe('a length of time that is only estimated', () => {
  it.each([
    [8 * second, '10 s'],
    [44 * second, '40 s'],
    [54 * second, '50 s'],
    [57 * second, '1 min'],
    [89 * second, '1 min'],
    [105 * second, '2 min'],
    [9.4 * minute, '9 min'],
    [9.6 * minute, '10 min'],
    [12.4 * minute, '10 min'],
    [13 * minute, '15 min'],
    [57 * minute, '55 min'],
    [58 * minute, '1 h'],
    [89 * minute, '1 h'],
    [3.6 * hour, '4 h'],
    [40 * hour, '40 h'],
  ])('of %i ms is "%s"', (ms, text) => {
    expect(roughTimeText(ms)).toBe(text);
  });

  it('is nothing at all when it is nearer to that than to 10 s', () => {
    expect([-hour, 0, 4999].map((ms) => roughTimeOf(ms))).toEqual([null, null, null]);
    expect(roughTimeOf(29 * second, minute)).toBeNull();
    expect(roughTimeOf(30 * second, minute)).toEqual({ count: 1, unit: 'min' });
  });

  const anyMs = fc.integer({ min: 0, max: 100 * hour });
  const anyFinest = fc.constantFrom(0, minute);

  it('is never more for less', () => {
    fc.assert(
      fc.property(anyMs, anyMs, anyFinest, (one, other, finestMs) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        expect(toldMs(less, finestMs)).toBeLessThanOrEqual(toldMs(more, finestMs));
      }),
    );
  });

  it('is off by half a step at most, which is coarser the longer it is', () => {
    fc.assert(
      fc.property(anyMs, (ms) => {
        const told = toldMs(ms);
        const stepMs =
          told < minute ? 10 * second : told < 10 * minute ? minute : told < hour ? 5 * minute : hour;
        expect(Math.abs(told - ms)).toBeLessThanOrEqual(stepMs / 2);
      }),
    );
  });
});
