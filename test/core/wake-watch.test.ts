import { describe, expect, it } from 'vitest';
import { createWakeWatch } from '../../electron/core/wake-watch.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { createManualMachine } from '../fakes/manual-machine.ts';

const hourMs = 3_600_000;

const startWatch = () => {
  const clock = createManualClock();
  const machine = createManualMachine();
  const wakes: number[] = [];
  const sets: number[] = [];
  const begun = clock.steady();
  const cancel = createWakeWatch({
    clock,
    machine,
    onWake: () => void wakes.push(clock.steady() - begun),
    onClockSet: (byMs) => void sets.push(byMs),
  });
  return { clock, machine, wakes, sets, cancel };
};

describe('a sleep', () => {
  it('is found by the clocks soon after it, once, and is no set clock', async () => {
    const { clock, wakes, sets } = startWatch();
    await clock.advance(20_000);
    clock.sleep(hourMs);
    await clock.advance(15_000);
    expect(wakes).toHaveLength(1);
    await clock.advance(hourMs);
    expect(wakes).toHaveLength(1);
    expect(sets).toEqual([]);
  });

  it('that the desktop tells of is known at once, and not found again', async () => {
    const { clock, machine, wakes } = startWatch();
    await clock.advance(20_000);
    clock.sleep(hourMs);
    machine.wake();
    expect(wakes).toEqual([hourMs + 20_000]);
    await clock.advance(hourMs);
    expect(wakes).toHaveLength(1);
  });

  it('that the desktop tells of twice, or after the clocks did, is one', async () => {
    const { clock, machine, wakes } = startWatch();
    clock.sleep(hourMs);
    await clock.advance(15_000);
    machine.wake();
    await clock.advance(500);
    machine.wake();
    expect(wakes).toHaveLength(1);
    await clock.advance(hourMs);
    machine.wake();
    expect(wakes).toHaveLength(2);
  });

  it('is found each time, one after the other', async () => {
    const { clock, wakes } = startWatch();
    for (let count = 0; count < 3; count += 1) {
      clock.sleep(hourMs);
      await clock.advance(40_000);
    }
    expect(wakes).toHaveLength(3);
  });
});

describe('a process that stood still', () => {
  it('counts as a sleep', async () => {
    const { clock, wakes } = startWatch();
    clock.freeze(60_000);
    await clock.advance(15_000);
    expect(wakes).toHaveLength(1);
  });

  it('for a moment does not', async () => {
    const { clock, wakes } = startWatch();
    for (let count = 0; count < 10; count += 1) {
      await clock.advance(14_000);
      clock.freeze(4_000);
      await clock.advance(2_000);
    }
    expect(wakes).toEqual([]);
  });
});

describe('a wall clock that is set', () => {
  it.each([2 * hourMs, -2 * hourMs])('by %i ms is told of once, and is no sleep', async (byMs) => {
    const { clock, wakes, sets } = startWatch();
    await clock.advance(20_000);
    clock.setWall(byMs);
    await clock.advance(hourMs);
    expect(sets).toEqual([byMs]);
    expect(wakes).toEqual([]);
  });

  it('by fractions of a second, again and again, is told of neither at once nor when they add up', async () => {
    const { clock, sets } = startWatch();
    for (let count = 0; count < 50; count += 1) {
      clock.setWall(900);
      await clock.advance(15_000);
    }
    expect(sets).toEqual([]);
  });

  it('during a sleep is told of beside it', async () => {
    const { clock, wakes, sets } = startWatch();
    clock.sleep(hourMs);
    clock.setWall(-2 * hourMs);
    await clock.advance(15_000);
    expect(wakes).toHaveLength(1);
    expect(sets).toEqual([-2 * hourMs]);
  });
});

it('once cancelled nothing is found and no timer is left', async () => {
  const { clock, machine, wakes, cancel } = startWatch();
  await clock.advance(20_000);
  cancel();
  expect(clock.pending()).toBe(0);
  machine.wake();
  clock.sleep(hourMs);
  await clock.advance(hourMs);
  expect(wakes).toEqual([]);
});
