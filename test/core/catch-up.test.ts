import { describe, expect, it } from 'vitest';
import { createCatchUp } from '../../electron/core/catch-up.ts';
import { createManualClock } from '../fakes/manual-clock.ts';

const startCatchUp = () => {
  const clock = createManualClock();
  const overdue = new Set<string>();
  const underway = new Set<string>();
  const chances = new Map<string, number>();
  const held = new Set<string>();
  const moved: (readonly [string, number])[][] = [];
  const world = { gathering: false, told: 0 };
  const catchUp = createCatchUp({
    clock,
    scheduler: {
      overdue: () => [...overdue],
      underway: () => [...underway],
      move: (checks) => void moved.push([...checks].map(({ taskId, delayMs }) => [taskId, delayMs])),
    },
    announcer: {
      gather: () => {
        expect(world.gathering).toBe(false);
        world.gathering = true;
        return () => {
          if (!world.gathering) return;
          world.gathering = false;
          world.told += 1;
        };
      },
    },
    chanceEnded: (taskId) => chances.get(taskId) ?? 0,
    isHeld: (taskId) => held.has(taskId),
  });
  return { clock, overdue, underway, chances, held, moved, world, catchUp };
};

describe('what fell due while nothing could be asked', () => {
  it('is asked about likeliest first, one after the other', () => {
    const { overdue, chances, moved, catchUp } = startCatchUp();
    for (const [taskId, chance] of [
      ['a', 0.1],
      ['b', 0.9],
      ['c', 0.5],
    ] as const) {
      overdue.add(taskId);
      chances.set(taskId, chance);
    }
    catchUp.begin(1_500);
    expect(moved).toEqual([
      [
        ['b', 1_500],
        ['c', 1_650],
        ['a', 1_800],
      ],
    ]);
  });

  it('is spread over seconds and no longer, however much it is', () => {
    const { overdue, moved, catchUp } = startCatchUp();
    for (let index = 0; index < 1_000; index += 1) overdue.add(String(index));
    catchUp.begin(0);
    const delays = moved[0]?.map(([, delayMs]) => delayMs) ?? [];
    expect(delays[0]).toBe(0);
    expect(Math.max(...delays)).toBeGreaterThan(3_900);
    expect(Math.max(...delays)).toBeLessThanOrEqual(4_000);
  });

  it('goes with what is named beside it, each once, and without what is held anyway', () => {
    const { overdue, held, moved, catchUp } = startCatchUp();
    overdue.add('a').add('held');
    held.add('held').add('other-held');
    catchUp.begin(0, ['a', 'b', 'other-held']);
    expect(moved[0]?.map(([taskId]) => taskId)).toEqual(['a', 'b']);
  });
});

describe('what happened meanwhile', () => {
  it('is told once all of it has been asked about', () => {
    const { overdue, world, catchUp } = startCatchUp();
    overdue.add('a').add('b');
    catchUp.begin(0);
    catchUp.noteChecked('a');
    catchUp.noteChecked('somebody else');
    expect(world).toEqual({ gathering: true, told: 0 });
    catchUp.noteChecked('b');
    expect(world).toEqual({ gathering: false, told: 1 });
  });

  it('is told at once when there is nothing to ask', () => {
    const { world, clock, catchUp } = startCatchUp();
    catchUp.begin(1_500);
    expect(world).toEqual({ gathering: false, told: 1 });
    expect(clock.pending()).toBe(0);
  });

  it('is told 20 s later although a gateway is slow, and then nothing is held back', async () => {
    const { overdue, world, clock, catchUp } = startCatchUp();
    overdue.add('a').add('slow');
    catchUp.begin(1_500);
    catchUp.noteChecked('a');
    await clock.advance(21_499);
    expect(world.gathering).toBe(true);
    await clock.advance(1);
    expect(world).toEqual({ gathering: false, told: 1 });
    catchUp.noteChecked('slow');
    expect(world.told).toBe(1);
    expect(clock.pending()).toBe(0);
  });

  it('is one with what a catch-up brings that begins while another is going on', async () => {
    const { overdue, world, clock, catchUp } = startCatchUp();
    overdue.add('a');
    catchUp.begin(0);
    await clock.advance(15_000);
    catchUp.begin(0, ['b']);
    catchUp.noteChecked('a');
    await clock.advance(15_000);
    expect(world).toEqual({ gathering: true, told: 0 });
    catchUp.noteChecked('b');
    expect(world.told).toBe(1);
  });

  it('is not kept back for ever by a gateway that goes and comes back all the time', async () => {
    const { overdue, world, clock, catchUp } = startCatchUp();
    overdue.add('slow');
    for (let count = 0; count < 6; count += 1) {
      catchUp.begin(0);
      await clock.advance(10_000);
    }
    expect(world.told).toBe(1);
    for (let count = 0; count < 60; count += 1) {
      catchUp.begin(0);
      await clock.advance(10_000);
    }
    expect(world.told).toBeGreaterThanOrEqual(10);
  });

  it('before a sleep is told after it, and what the sleep brings is gathered anew', async () => {
    const { overdue, world, clock, catchUp } = startCatchUp();
    overdue.add('a');
    catchUp.begin(0);
    await clock.advance(5_000);
    clock.sleep(3_600_000);
    catchUp.begin(1_500);
    expect(world).toEqual({ gathering: true, told: 1 });
    await clock.advance(10_000);
    expect(world.gathering).toBe(true);
    catchUp.noteChecked('a');
    expect(world).toEqual({ gathering: false, told: 2 });
  });
});

it('once stopped it begins nothing and leaves no timer', () => {
  const { overdue, moved, clock, catchUp } = startCatchUp();
  overdue.add('a');
  catchUp.begin(0);
  catchUp.stop();
  catchUp.begin(0);
  expect(moved).toHaveLength(1);
  expect(clock.pending()).toBe(0);
});

describe('a check that has started when everything is caught up on', () => {
  it('is awaited too, so that what it brings is told together with the rest', () => {
    const { underway, moved, world, catchUp } = startCatchUp();
    for (const taskId of ['a', 'b']) underway.add(taskId);
    catchUp.begin(1_500);
    expect(moved).toEqual([[]]);
    catchUp.noteChecked('a');
    expect(world.gathering).toBe(true);
    catchUp.noteChecked('b');
    expect(world).toEqual({ gathering: false, told: 1 });
  });
});
