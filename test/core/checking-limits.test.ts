import { describe, expect, it } from 'vitest';
import { createCheckingLimits } from '../../electron/core/checking-limits.ts';
import { createWatchlist } from '../../electron/core/watchlist.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { createManualMachine } from '../fakes/manual-machine.ts';
import { gatewayOf } from '../fakes/stored-samples.ts';

const minuteMs = 60_000;
const id = 'gateway-1';

const startLimits = (requestsPerSecond = 1) => {
  const clock = createManualClock();
  const watchlist = createWatchlist(clock, () => ({ requestsPerSecond, concurrency: 4 }));
  watchlist.putGateway(gatewayOf({ requestsPerSecond }));
  const limits = createCheckingLimits({
    clock,
    random: () => 0.5,
    machine: createManualMachine(),
    store: { savePause: () => undefined, pauses: () => new Map() },
    watchlist,
    pacingOf: () => ({ requestsPerSecond: null, shortestDelayMs: null }),
    onLimits: () => undefined,
    onRecovered: () => undefined,
  });
  return { clock, watchlist, limits };
};

describe('a further request of a check', () => {
  it('may be sent in its turn', async () => {
    const { clock, limits } = startLimits();
    limits.scheduling.onStart(id);
    const may = limits.requests.mayAskMore(id);
    await clock.advance(1_000);
    expect(await may).toBe(true);
  });

  it('may not be sent when the gateway has named a wait while it waited for its turn', async () => {
    const { clock, limits } = startLimits();
    limits.scheduling.onStart(id);
    const may = limits.requests.mayAskMore(id);
    limits.requests.onAskedToWait(gatewayOf(), 10 * minuteMs);
    await clock.advance(1_000);
    expect(await may).toBe(false);
  });

  it('may not be sent when its gateway is gone', async () => {
    const { clock, watchlist, limits } = startLimits();
    limits.scheduling.onStart(id);
    const may = limits.requests.mayAskMore(id);
    watchlist.dropGateway(id);
    limits.forget(id);
    await clock.advance(0);
    expect(await may).toBe(false);
    expect(await limits.requests.mayAskMore(id)).toBe(false);
  });
});

it('once stopped, nothing waits for its turn any more', async () => {
  const { clock, limits } = startLimits();
  limits.scheduling.onStart(id);
  void limits.requests.mayAskMore(id);
  await clock.advance(500);
  expect(clock.pending()).toBe(1);
  limits.stop();
  expect(clock.pending()).toBe(0);
});

describe('a Test', () => {
  it('waits for its turn among the gateway’s requests, and takes one', async () => {
    const { clock, limits } = startLimits(0.5);
    await clock.advance(2_000);
    limits.scheduling.onStart(id);
    let may: boolean | null = null;
    void limits.requests.mayTest(gatewayOf()).then((answer) => (may = answer));
    await clock.advance(1_999);
    expect(may).toBeNull();
    await clock.advance(1);
    expect(may).toBe(true);
    expect(limits.scheduling.opensAt(id) - clock.steady()).toBe(2_000);
  });

  it('is not sent within a named wait, nor when one was named while it waited', async () => {
    const { clock, limits } = startLimits();
    limits.scheduling.onStart(id);
    const may = limits.requests.mayTest(gatewayOf());
    limits.requests.onAskedToWait(gatewayOf(), 10 * minuteMs);
    await clock.advance(1_000);
    expect(await may).toBe(false);
    expect(await limits.requests.mayTest(gatewayOf())).toBe(false);
    await clock.advance(10 * minuteMs);
    expect(await limits.requests.mayTest(gatewayOf())).toBe(true);
  });
});

describe('while everything is paused', () => {
  it('no check may start, and no gateway counts as one that is behind', () => {
    const { watchlist, limits } = startLimits();
    watchlist.updateStatus({ paused: true });
    expect(limits.scheduling.opensAt(id)).toBe(Infinity);
    expect(limits.scheduling.isOpen(id)).toBe(false);
    watchlist.updateStatus({ paused: false });
    expect(limits.scheduling.isOpen(id)).toBe(true);
  });
});
