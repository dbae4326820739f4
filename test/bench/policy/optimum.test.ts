import { describe, expect, it } from 'vitest';
import { optimumFor } from './optimum.ts';
import { every, planned, taskbell } from './pollers.ts';
import { nothingLearned } from '../../../electron/core/learned-times.ts';
import { seeded } from './random.ts';
import { scoreOf, usersOf } from './simulate.ts';
import { logNormalWorld } from './world.ts';

describe('the optimum that the policy is measured against', () => {
  it('is an even one where an end is equally likely at any time, of gaps near √(2c/h)', () => {
    const meanMs = 100_000;
    const lengths = Float64Array.from(
      { length: 50_000 },
      (_, index) => -meanMs * Math.log(1 - (index + 0.5) / 50_000),
    );
    const times = optimumFor(lengths, 500).slice(0, 15);
    const gaps = times.map((time, index) => time - (times[index - 1] ?? 0));
    for (const gap of gaps) expect(Math.abs(gap - Math.sqrt(2 * 500 * meanMs))).toBeLessThanOrEqual(1_000);
  });
});

describe('a simulation', () => {
  const users = usersOf(logNormalWorld(105, 0.35), { users: 2, tasksEach: 200, seenBefore: 5 }, 1);

  it('comes out the same every time', () => {
    const again = usersOf(logNormalWorld(105, 0.35), { users: 2, tasksEach: 200, seenBefore: 5 }, 1);
    const score = (of: typeof users) => scoreOf(of, (learned) => taskbell(learned, 90));
    expect(score(again)).toEqual(score(users));
  });

  it('of a fixed rate tells half of the gap later on average', () => {
    const { meanMs, maxMs } = scoreOf(users, () => every(5_000));
    expect(meanMs).toBeGreaterThan(2_200);
    expect(meanMs).toBeLessThan(2_800);
    expect(maxMs).toBeLessThanOrEqual(5_000);
  });

  it('never knows an end before it is there', () => {
    const random = seeded(3);
    for (const watch of [planned([1_000, 9_000, 20_000]), taskbell(nothingLearned, 90)]) {
      for (const task of users[0]?.tasks ?? []) expect(watch(task, random).delayMs).toBeGreaterThanOrEqual(0);
    }
  });
});
