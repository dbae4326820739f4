import { describe, expect, it } from 'vitest';
import { createRequestBudgets } from '../../electron/core/request-budgets.ts';
import { createManualClock } from '../fakes/manual-clock.ts';

/** Budgets of a gateway whose further requests note when they may be sent, ms after the beginning. */
const startBudgets = (requestsPerSecond: number) => {
  const clock = createManualClock();
  const begun = clock.steady();
  const rate = { requestsPerSecond };
  const budgets = createRequestBudgets(clock, () => ({ ...rate, concurrency: 4 }));
  const turns: number[] = [];
  const ask = (): void => void budgets.turn('g').then(() => turns.push(clock.steady() - begun));
  const opensIn = (): number => budgets.opensAt('g') - clock.steady();
  return { clock, rate, budgets, turns, ask, opensIn };
};

describe('a further request of a check', () => {
  it('waits until the budget allows it, and those that wait go in the order in which they came', async () => {
    const { clock, turns, ask, budgets } = startBudgets(2);
    budgets.take('g');
    for (let count = 0; count < 4; count += 1) ask();
    await clock.advance(10_000);
    expect(turns).toEqual([0, 1_000, 1_000, 2_000]);
  });

  it('goes before checks that have not begun', async () => {
    const { clock, ask, budgets, opensIn } = startBudgets(1);
    budgets.take('g');
    ask();
    ask();
    await clock.advance(0);
    expect(opensIn()).toBe(3_000);
    await clock.advance(1_000);
    expect(opensIn()).toBe(2_000);
    await clock.advance(2_000);
    expect(opensIn()).toBe(0);
  });

  it('is not sent in a burst after the process stood still while several waited', async () => {
    const { clock, turns, ask, budgets } = startBudgets(1);
    budgets.take('g');
    for (let count = 0; count < 3; count += 1) ask();
    await clock.advance(0);
    clock.freeze(60_000);
    await clock.advance(10_000);
    expect(turns).toEqual([60_000, 61_000, 62_000]);
  });

  it('takes up a rate that was changed while it waited', async () => {
    const { clock, turns, ask, budgets, rate } = startBudgets(0.5);
    await clock.advance(2_000);
    budgets.take('g');
    for (let count = 0; count < 3; count += 1) ask();
    await clock.advance(2_000);
    rate.requestsPerSecond = 4;
    await clock.advance(60_000);
    expect(turns).toEqual([4_000, 6_000, 6_000]);
  });

  it('is let go when its gateway is removed, and never when the app stops', async () => {
    const { clock, turns, ask, budgets } = startBudgets(1);
    budgets.take('g');
    ask();
    budgets.forget('g');
    await clock.advance(0);
    expect(turns).toEqual([0]);
    budgets.take('g');
    ask();
    budgets.stop();
    await clock.advance(10_000);
    expect(turns).toEqual([0]);
    expect(clock.pending()).toBe(0);
  });
});

describe('a first request', () => {
  it('counts from when it is sent, not from when its check began', async () => {
    const { clock, budgets, opensIn } = startBudgets(1);
    budgets.take('g');
    // The keyring has to be asked for the key first.
    await clock.advance(800);
    budgets.sent('g');
    expect(opensIn()).toBe(1_000);
  });

  it('of a gateway that may be asked less than once a second waits at the start for what an earlier life may have asked', async () => {
    const { clock, opensIn } = startBudgets(0.1);
    expect(opensIn()).toBe(10_000);
    await clock.advance(10_000);
    expect(opensIn()).toBe(0);
  });

  it('may come at once at any other gateway', () => {
    expect(startBudgets(1).opensIn()).toBe(0);
  });
});
