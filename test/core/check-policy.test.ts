import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceEnded, healthyDelayMs, type Standing, type Terms } from '../../electron/core/check-policy.ts';
import { nothingLearned, type LearnedTimes } from '../../electron/core/learned-times.ts';
import type { Promptness } from '../../electron/shared/timing.ts';
import {
  anyDraw,
  anyLearned,
  anyStanding,
  balanced,
  even,
  learnedOf,
  logNormals,
  running,
} from './timing-samples.ts';

const promptness = fc.constantFrom<Promptness>('fewer-requests', 'balanced', 'told-sooner');

const delayOf = (standing: Partial<Standing>, learned = nothingLearned, terms: Partial<Terms> = {}): number =>
  healthyDelayMs({ ...running, ...standing }, learned, { ...balanced, ...terms }, even);

/** The ages at which a task that stays as it is gets checked. */
const checksUntil = (
  untilMs: number,
  learned: LearnedTimes,
  at: (ageMs: number) => Partial<Standing> = () => ({}),
  fromMs = 2_000,
): readonly number[] => {
  const ages: number[] = [];
  for (let ageMs = fromMs; ageMs <= untilMs;) {
    ageMs += delayOf({ ageMs, now: ageMs, ...at(ageMs) }, learned);
    ages.push(ageMs);
  }
  return ages;
};

describe('whatever is known of a task', () => {
  it('it is asked about in whole ms, 2 s to 10 min from now, and sooner while it is young', () => {
    fc.assert(
      fc.property(anyStanding, anyLearned, promptness, anyDraw, (standing, learned, promptness, draw) => {
        const delay = healthyDelayMs(standing, learned, { ...balanced, promptness }, () => draw);
        expect(Number.isInteger(delay)).toBe(true);
        expect(delay).toBeGreaterThanOrEqual(2_000);
        expect(delay).toBeLessThanOrEqual(standing.ageMs < 90_000 ? 90_000 : 600_000);
      }),
      { numRuns: 1_000 },
    );
  });

  it('it is never asked about sooner than the API allows', () => {
    fc.assert(
      fc.property(
        anyStanding,
        anyLearned,
        fc.integer({ min: 0, max: 900_000 }),
        (standing, learned, shortest) => {
          const terms = { ...balanced, shortestDelayMs: shortest };
          expect(healthyDelayMs(standing, learned, terms, even)).toBeGreaterThanOrEqual(shortest);
        },
      ),
    );
  });

  it('it waits twice as long while the network or the battery is spared', () => {
    fc.assert(
      fc.property(anyStanding, anyLearned, (standing, learned) => {
        const usual = healthyDelayMs(standing, learned, balanced, even);
        const spared = healthyDelayMs(standing, learned, { ...balanced, slowed: true }, even);
        expect(Math.abs(spared - 2 * usual)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('the wish to be told sooner never makes it wait longer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_600_000 }), anyLearned, (ageMs, learned) => {
        const [sooner = 0, usual = 0, fewer = 0] = (
          ['told-sooner', 'balanced', 'fewer-requests'] as const
        ).map((promptness) => delayOf({ ageMs, now: ageMs }, learned, { promptness }));
        expect(sooner).toBeLessThanOrEqual(usual);
        expect(usual).toBeLessThanOrEqual(fewer);
      }),
    );
  });

  it('tasks that were added together do not stay in step', () => {
    const delays = [0, 0.25, 0.5, 0.75, 0.999].map((draw) =>
      healthyDelayMs(running, nothingLearned, balanced, () => draw),
    );
    expect(new Set(delays).size).toBe(5);
    expect(Math.max(...delays) / Math.min(...delays)).toBeLessThan(1.5);
  });
});

describe('while nothing has been learned', () => {
  it('a task of some minutes costs no more requests than one every five seconds would', () => {
    for (const minutes of [1, 2, 5, 10]) {
      expect(checksUntil(minutes * 60_000, nothingLearned).length).toBeLessThan((minutes * 60) / 5);
    }
  });

  it('a task that goes on for days is asked about less and less', () => {
    const hour = delayOf({ ageMs: 3_600_000 });
    const day = delayOf({ ageMs: 86_400_000 });
    const week = delayOf({ ageMs: 7 * 86_400_000 });
    expect([hour, day, week]).toEqual([hour, day, week].sort((a, b) => a - b));
    expect(hour).toBeGreaterThan(15_000);
    expect(day).toBeGreaterThan(60_000);
  });
});

describe('once tasks of the model have been seen', () => {
  const seen = learnedOf(logNormals(30, 105_000, 0.2));

  it('the checks stand where an end is likely', () => {
    const ages = checksUntil(200_000, seen);
    const between = (from: number, to: number) => ages.filter((age) => age >= from && age < to).length;
    expect(between(0, 60_000)).toBeLessThanOrEqual(2);
    expect(between(80_000, 130_000)).toBeGreaterThan(10);
  });

  it('the more have been seen near the truth, the fewer requests a task costs', () => {
    const costs = [0, 2, 8, 30].map((count) =>
      count === 0
        ? checksUntil(105_000, nothingLearned).length
        : checksUntil(105_000, learnedOf(logNormals(count, 105_000, 0.2))).length,
    );
    expect(costs).toEqual([...costs].sort((a, b) => b - a));
    expect(costs.at(-1)).toBeLessThan((costs[0] ?? 0) * 0.75);
  });

  it('between two usual lengths it asks little', () => {
    const two = learnedOf([...logNormals(20, 40_000, 0.1), ...logNormals(20, 400_000, 0.1)]);
    const ages = checksUntil(420_000, two);
    const gap = ages.filter((age) => age >= 100_000 && age < 250_000).length;
    expect(gap).toBeLessThanOrEqual(5);
    expect(ages.filter((age) => age >= 370_000).length).toBeGreaterThanOrEqual(5);
  });

  it('a task that outlasts all that was seen is asked about less and less, not more', () => {
    const late = checksUntil(3_600_000, seen).filter((age) => age > 300_000);
    const gaps = late.slice(1).map((age, index) => age - (late[index] ?? 0));
    expect(gaps.at(-1)).toBeGreaterThan(12_000);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5_000);
  });
});

describe('a queued task', () => {
  const learned = learnedOf(logNormals(30, 700_000, 0.5), (totalMs) => ({ runningMs: totalMs / 7 }));

  it('is left alone for much of what a run takes, since it cannot end before', () => {
    expect(delayOf({ phase: 'queued', ageMs: 600_000 }, learned)).toBeGreaterThan(40_000);
    expect(delayOf({ phase: 'running', ageMs: 600_000 }, learned)).toBeLessThan(15_000);
  });

  it('is asked about less often the farther away its turn is', () => {
    const at = (queuePosition: number) =>
      delayOf({ phase: 'queued', ageMs: 600_000, queuePosition }, learned);
    expect(at(0)).toBeLessThan(at(5));
    expect(at(5)).toBeLessThan(at(20));
  });

  it('of a gateway that never says that a task runs is watched by its age', () => {
    const silent = learnedOf(logNormals(30, 105_000, 0.2));
    expect(delayOf({ phase: 'queued', ageMs: 100_000 }, silent)).toBeLessThan(8_000);
  });

  it('gains nothing from a progress that it names: only a run has one', () => {
    expect(delayOf({ phase: 'queued', progress: 0.99 }, learned)).toBe(delayOf({ phase: 'queued' }, learned));
  });

  it('has its run counted from when it began, once that was seen', () => {
    const ran = (ranMs: number): number =>
      delayOf(
        {
          ageMs: 900_000,
          now: 900_000,
          pace: { began: { after: 895_000 - ranMs, by: 900_000 - ranMs }, marks: [] },
        },
        learned,
      );
    expect(ran(5_000)).toBeGreaterThan(25_000);
    expect(ran(95_000)).toBeLessThan(8_000);
  });
});

describe('a task that shows progress', () => {
  const at = (ageMs: number, progress: number, reachedMs = ageMs): Partial<Standing> => ({
    ageMs,
    now: ageMs,
    progress,
    pace: { began: { after: null, by: 2_000 }, marks: [{ at: reachedMs, progress }] },
  });

  it('is asked about sooner the nearer it is to its end', () => {
    const delays = [0.5, 0.8, 0.95].map((progress) => delayOf(at(60_000, progress)));
    expect(delays).toEqual([...delays].sort((a, b) => b - a));
    expect(delays.at(-1)).toBeLessThan(4_000);
  });

  it('is seen to move: at least every 20 s in its first ten minutes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2_000, max: 599_999 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (ageMs, progress) => {
          expect(delayOf(at(ageMs, progress))).toBeLessThanOrEqual(20_000);
        },
      ),
    );
  });

  it('is not hammered when it stands at 99 %: within a minute it is asked as one that shows nothing', () => {
    const stalled = checksUntil(1_000_000, nothingLearned, (ageMs) => at(ageMs, 0.99, 100_000), 100_000);
    const silent = checksUntil(1_000_000, nothingLearned, () => ({}), 100_000);
    expect(stalled.length).toBeLessThan(silent.length + 25);
    const later = stalled.filter((age) => age > 200_000);
    const gaps = later.slice(1).map((age, index) => age - (later[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(4_000);
  });

  it('is not believed where tasks of the model stood at 99 % for long', () => {
    const stalls = learnedOf(logNormals(30, 200_000, 0.1), (totalMs) => ({
      marks: [
        { ageMs: totalMs / 4, progress: 0.5 },
        { ageMs: totalMs / 2, progress: 0.99 },
      ],
    }));
    expect(delayOf(at(100_000, 0.99), stalls)).toBe(20_000);
    expect(delayOf(at(190_000, 0.99, 100_000), stalls)).toBeLessThan(8_000);
  });

  it('is not believed where it jumps to the half at once and says nothing more', () => {
    const jumps = learnedOf(logNormals(30, 300_000, 0.1), () => ({
      marks: [{ ageMs: 2_000, progress: 0.5 }],
    }));
    expect(delayOf(at(4_000, 0.5, 2_000), jumps)).toBe(20_000);
  });
});

describe('the chance that it has ended since', () => {
  it('is a likelihood that grows with the time, whatever is known', () => {
    fc.assert(
      fc.property(
        anyStanding,
        anyLearned,
        fc.integer({ min: -1_000, max: 1e10 }),
        (standing, learned, sinceMs) => {
          const chance = chanceEnded(standing, learned, sinceMs);
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
          if (sinceMs <= 0) expect(chance).toBe(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is higher for the task whose usual time fell into it', () => {
    const learned = learnedOf(logNormals(30, 105_000, 0.2));
    const chance = (ageMs: number) => chanceEnded({ ...running, ageMs, now: ageMs }, learned, 60_000);
    expect(chance(140_000)).toBeGreaterThan(0.8);
    expect(chance(70_000)).toBeLessThan(0.2);
  });
});
