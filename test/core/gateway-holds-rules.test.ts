import { describe, expect, it } from 'vitest';
import { createGatewayHolds } from '../../electron/core/gateway-holds.ts';
import { createGatewayPauses } from '../../electron/core/gateway-pauses.ts';
import { createWatchlist } from '../../electron/core/watchlist.ts';
import type { CheckTrouble } from '../../electron/shared/task.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { gatewayOf } from '../fakes/stored-samples.ts';

const minuteMs = 60_000;
const id = 'gateway-1';

const startHolds = () => {
  const clock = createManualClock();
  const watchlist = createWatchlist(clock, () => ({ requestsPerSecond: 4, concurrency: 4 }));
  watchlist.putGateway(gatewayOf());
  const recovered: string[] = [];
  const world = { limits: 0 };
  const holds = createGatewayHolds({
    clock,
    random: () => 0.999,
    watchlist,
    pauses: createGatewayPauses(clock, { savePause: () => undefined, pauses: () => new Map() }),
    onLimits: () => void (world.limits += 1),
    onRecovered: (gatewayId) => void recovered.push(gatewayId),
  });
  const trouble = (kind: CheckTrouble, taskId = 'a', retryAfterMs: number | null = null): boolean =>
    holds.noteTrouble(id, taskId, kind, retryAfterMs);
  const opensIn = (): number => Math.max(0, holds.opensAt(id) - clock.steady());
  const shown = () => watchlist.view().gateways[0];
  return { clock, watchlist, recovered, world, holds, trouble, opensIn, shown };
};

describe('a gateway that fails', () => {
  it('is down after three failures in a row about two tasks', () => {
    const { trouble, opensIn, shown } = startHolds();
    expect(trouble('server-error', 'a')).toBe(false);
    expect(trouble('timed-out', 'a')).toBe(false);
    expect(opensIn()).toBe(0);
    expect(trouble('server-error', 'b')).toBe(true);
    expect(opensIn()).toBeGreaterThan(0);
    expect(shown()).toMatchObject({ waitReason: 'gateway-down', trouble: 'server-error' });
  });

  it('is not down for one task that it chokes on, however often', () => {
    const { trouble, opensIn } = startHolds();
    for (let count = 0; count < 20; count += 1) expect(trouble('server-error', 'a')).toBe(false);
    expect(opensIn()).toBe(0);
  });

  it('is not down when it answers well in between', () => {
    const { trouble, holds, opensIn } = startHolds();
    for (const taskId of ['a', 'b', 'c', 'd', 'e', 'f']) {
      trouble('server-error', taskId);
      trouble('server-error', taskId);
      holds.noteAnswer(id);
    }
    expect(opensIn()).toBe(0);
  });

  it.each(['unreachable', 'unknown-host', 'insecure', 'no-network'] as const)(
    'with %s is down at once',
    (kind) => {
      const { trouble, shown } = startHolds();
      expect(trouble(kind)).toBe(true);
      expect(shown()?.waitReason).toBe('gateway-down');
    },
  );

  it('is tried less and less often, at least every two minutes, and one check at a time', async () => {
    const { clock, holds, trouble, opensIn } = startHolds();
    holds.noteAnswer(id);
    expect(holds.isProven(id)).toBe(true);
    // One task alone could be the reason.
    for (const taskId of ['a', 'b']) expect(trouble('unreachable', taskId)).toBe(false);
    const waits: number[] = [];
    for (let count = 0; count < 12; count += 1) {
      trouble('unreachable');
      expect(holds.isProven(id)).toBe(false);
      waits.push(opensIn());
      await clock.advance(opensIn());
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBe(2 * minuteMs);
  });

  it('is down again with its first failure while it has not answered', async () => {
    const { clock, trouble, opensIn } = startHolds();
    trouble('unreachable', 'a');
    await clock.advance(opensIn());
    expect(trouble('timed-out', 'a')).toBe(true);
  });

  it('is tried again soon, however many checks were under way when it went down', () => {
    const one = startHolds();
    one.trouble('unreachable');
    const many = startHolds();
    for (let count = 0; count < 4; count += 1) expect(many.trouble('unreachable', String(count))).toBe(true);
    expect(many.opensIn()).toBe(one.opensIn());
  });

  it('and recovers is told of once', () => {
    const { holds, trouble, recovered, opensIn, shown } = startHolds();
    trouble('unreachable');
    holds.noteAnswer(id);
    holds.noteAnswer(id);
    expect(recovered).toEqual([id]);
    expect(opensIn()).toBe(0);
    expect(holds.isProven(id)).toBe(true);
    expect(shown()).toMatchObject({ waitReason: null, waitingUntil: null, trouble: null });
  });

  it('recovers with what it says of one task only, too', () => {
    const { trouble, recovered, opensIn } = startHolds();
    trouble('unreachable');
    expect(trouble('not-found')).toBe(false);
    expect(recovered).toEqual([id]);
    expect(opensIn()).toBe(0);
  });

  it('that answered what was asked before recovers, and keeps to a wait that it has named', () => {
    const { holds, trouble, recovered, opensIn } = startHolds();
    trouble('unreachable');
    holds.pause(gatewayOf(), 10 * minuteMs);
    holds.noteAnswer(id);
    expect(recovered).toEqual([id]);
    expect(opensIn()).toBe(10 * minuteMs);
  });
});

describe('a gateway that was never down', () => {
  it('has nothing to recover from', () => {
    const { holds, trouble, recovered } = startHolds();
    trouble('server-error');
    trouble('not-found');
    holds.noteAnswer(id);
    expect(recovered).toEqual([]);
  });
});

describe('a named wait', () => {
  it('is kept when the user asks for another try, and shown with its reason', () => {
    const { clock, holds, trouble, opensIn, shown } = startHolds();
    holds.pause(gatewayOf(), 10 * minuteMs);
    trouble('rate-limited', 'a', 10 * minuteMs);
    holds.lift(id);
    expect(opensIn()).toBe(10 * minuteMs);
    expect(shown()).toMatchObject({
      waitReason: 'gateway-asked',
      waitingUntil: clock.now() + 10 * minuteMs,
      trouble: 'rate-limited',
    });
  });

  it('is not ended by an answer to what was asked before it', () => {
    const { holds, opensIn } = startHolds();
    holds.pause(gatewayOf(), 10 * minuteMs);
    holds.noteAnswer(id);
    expect(opensIn()).toBe(10 * minuteMs);
  });

  it('is over with its time, and an answer after it leaves nothing of it', async () => {
    const { clock, holds, opensIn, shown } = startHolds();
    holds.pause(gatewayOf(), minuteMs);
    await clock.advance(minuteMs);
    expect(opensIn()).toBe(0);
    holds.noteAnswer(id);
    expect(shown()).toMatchObject({ waitReason: null, waitingUntil: null });
  });

  it('is believed as it is, and one of next to nothing is not', async () => {
    const { trouble, opensIn, holds } = startHolds();
    holds.pause(gatewayOf(), 5_000);
    expect(trouble('rate-limited', 'a', 5_000)).toBe(true);
    expect(opensIn()).toBe(5_000);
    const hasty = startHolds();
    const waits: number[] = [];
    for (let count = 0; count < 4; count += 1) {
      hasty.holds.pause(gatewayOf(), 1);
      hasty.trouble('rate-limited', 'a', 1);
      waits.push(hasty.opensIn());
      await hasty.clock.advance(hasty.opensIn());
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBeGreaterThan(30_000);
  });

  it('of a gateway that is gone is nobody’s', () => {
    const { holds } = startHolds();
    holds.pause({ id: 'gone', baseUrl: 'https://api.example.com' }, minuteMs);
    expect(holds.opensAt('gone')).toBe(0);
  });
});

describe('too many requests without a named wait', () => {
  it('leave the gateway alone for longer and longer, also when the user asks, until it answers', async () => {
    const { clock, holds, trouble, opensIn } = startHolds();
    const waits: number[] = [];
    for (let count = 0; count < 4; count += 1) {
      trouble('rate-limited');
      holds.lift(id);
      waits.push(opensIn());
      await clock.advance(opensIn());
    }
    expect(waits[0]).toBeGreaterThan(0);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    holds.noteAnswer(id);
    trouble('rate-limited');
    expect(opensIn()).toBe(waits[0]);
  });
});

describe('several answers at a time that ask for fewer requests', () => {
  it('count as one, and one check alone tries after the wait', () => {
    const one = startHolds();
    one.trouble('rate-limited');
    const many = startHolds();
    many.holds.noteAnswer(id);
    for (let count = 0; count < 4; count += 1) many.trouble('rate-limited', String(count));
    expect(many.opensIn()).toBe(one.opensIn());
    expect(many.holds.isProven(id)).toBe(false);
  });
});

describe('a refused key', () => {
  it.each(['refused', 'no-key'] as const)(
    '(%s) waits for the user, and nothing takes the place of that',
    (kind) => {
      const { holds, trouble, opensIn, shown } = startHolds();
      holds.noteAnswer(id);
      expect(trouble(kind)).toBe(true);
      for (const other of [
        'rate-limited',
        'unreachable',
        'server-error',
        'not-found',
        'keyring-locked',
      ] as const)
        expect(trouble(other)).toBe(true);
      holds.noteAnswer(id);
      expect(opensIn()).toBe(Infinity);
      expect(shown()).toMatchObject({ waitReason: 'key', waitingUntil: null, trouble: kind });
      holds.lift(id);
      expect(opensIn()).toBe(0);
      expect(holds.isProven(id)).toBe(false);
      expect(shown()).toMatchObject({ waitReason: null, trouble: null });
    },
  );
});

describe('a keyring that does not open', () => {
  it('is tried again a minute later', async () => {
    const { clock, trouble, opensIn, shown } = startHolds();
    expect(trouble('keyring-locked')).toBe(true);
    expect(shown()?.waitReason).toBe('keyring');
    expect(opensIn()).toBe(minuteMs);
    await clock.advance(minuteMs);
    expect(opensIn()).toBe(0);
  });
});

describe('every hold', () => {
  it('is told of when it comes and goes, and redrawn when the wall clock is set', () => {
    const { clock, holds, trouble, world, shown } = startHolds();
    trouble('unreachable');
    expect(world.limits).toBe(1);
    const before = (shown()?.waitingUntil ?? 0) - clock.now();
    clock.setWall(-86_400_000);
    holds.redraw();
    expect((shown()?.waitingUntil ?? 0) - clock.now()).toBe(before);
    holds.noteAnswer(id);
    expect(world.limits).toBeGreaterThan(2);
  });

  it('is gone with its gateway', () => {
    const { holds, trouble, opensIn } = startHolds();
    trouble('refused');
    holds.pause(gatewayOf(), minuteMs);
    holds.forget(id);
    expect(opensIn()).toBe(0);
  });
});
