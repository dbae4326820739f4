import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOffDelayMs, healthyDelayMs, type Standing } from '../../electron/core/check-policy.ts';

const phase = fc.constantFrom('queued', 'running', null);
const progress = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
const draw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const ageMs = fc.integer({ min: -3_600_000, max: 30 * 86_400_000 });

const delayOf = (given: Pick<Standing, 'phase' | 'progress' | 'ageMs'>, random = 0): number =>
  healthyDelayMs(
    { ...given, queuePosition: null, pace: null, now: 0 },
    { seen: 0 },
    { promptness: 'balanced', shortestDelayMs: null, slowed: false },
    () => random,
  );

describe('a healthy task', () => {
  it('is asked about every 3 to 33 s in whole ms, whatever its age and progress', () => {
    fc.assert(
      fc.property(phase, progress, ageMs, draw, (phase, progress, ageMs, random) => {
        const delay = delayOf({ phase, progress, ageMs }, random);
        expect(delay).toBeGreaterThanOrEqual(3_000);
        expect(delay).toBeLessThanOrEqual(33_000);
        expect(Number.isInteger(delay)).toBe(true);
      }),
    );
  });

  it('is asked about sooner the nearer it is to its end', () => {
    const at = (progress: number) => delayOf({ phase: 'running', progress, ageMs: 60_000 });
    expect(at(0.2)).toBe(30_000);
    expect(at(0.5)).toBe(15_000);
    expect(at(0.75)).toBe(5_000);
    expect(at(1)).toBe(3_000);
  });

  it('is asked about less often the longer it has waited, when nothing tells how far it is', () => {
    const at = (ageMs: number) => delayOf({ phase: 'queued', progress: null, ageMs });
    expect(at(0)).toBe(5_000);
    expect(at(120_000)).toBe(12_000);
    expect(at(86_400_000)).toBe(30_000);
  });

  it('does not trust the progress of a task that is still queued', () => {
    expect(delayOf({ phase: 'queued', progress: 0.99, ageMs: 120_000 })).toBe(12_000);
  });
});

describe('after failures', () => {
  it('the wait lies between 3 s and a ceiling that doubles up to five minutes', () => {
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
});
