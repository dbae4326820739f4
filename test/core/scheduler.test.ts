import { describe, expect, it } from 'vitest';
import { createScheduler, type SchedulerDependencies } from '../../electron/core/scheduler.ts';
import { createManualClock, settled, type ManualClock } from '../fakes/manual-clock.ts';

const unlimited = (clock: ManualClock): SchedulerDependencies => ({
  clock,
  check: () => Promise.resolve(),
  onPlanned: () => undefined,
  opensAt: () => 0,
  onStart: () => undefined,
  concurrencyOf: () => 1,
  mostInAll: () => Infinity,
  countsInAll: () => true,
  isOpen: () => true,
  mostAtOnce: () => 1,
  canJoin: () => true,
  onBehind: () => undefined,
});

/** A scheduler whose checks end when the test says so. */
const startScheduler = (concurrency = 2) => {
  const clock = createManualClock();
  const begun = clock.steady();
  const started: string[] = [];
  const startedAt: Record<string, number> = {};
  const ends = new Map<string, () => void>();
  const plannedAt = new Map<string, number | null>();
  const behind: [string, boolean][] = [];
  const opensAt = new Map<string, number>();
  const world = { concurrency, looks: 0, mostAtOnce: 1, alone: '', mostInAll: Infinity, apart: '' };
  const scheduler = createScheduler({
    ...unlimited(clock),
    check: (taskIds) => {
      const together = taskIds.join('+');
      started.push(together);
      startedAt[together] = clock.steady() - begun;
      return new Promise((resolve) => ends.set(together, resolve));
    },
    mostAtOnce: () => world.mostAtOnce,
    canJoin: (taskId) => taskId !== world.alone,
    onPlanned: (taskId, dueAt) => void plannedAt.set(taskId, dueAt === null ? null : dueAt - begun),
    opensAt: (gatewayId) => opensAt.get(gatewayId) ?? 0,
    concurrencyOf: () => {
      world.looks += 1;
      return world.concurrency;
    },
    mostInAll: () => world.mostInAll,
    countsInAll: (gatewayId) => gatewayId !== world.apart,
    isOpen: (gatewayId) => (opensAt.get(gatewayId) ?? 0) <= clock.steady(),
    onBehind: (gatewayId, isBehind) => behind.push([gatewayId, isBehind]),
  });
  const end = async (taskId: string): Promise<void> => {
    ends.get(taskId)?.();
    await settled();
    await clock.advance(0);
  };
  return { clock, begun, scheduler, started, startedAt, plannedAt, behind, opensAt, world, end };
};

describe('a planned check', () => {
  it('starts when it is due, not before, and once', async () => {
    const { clock, scheduler, started, end } = startScheduler();
    scheduler.plan('a', 'g', 5_000);
    await clock.advance(4_999);
    expect(started).toEqual([]);
    await clock.advance(1);
    expect(started).toEqual(['a']);
    await end('a');
    await clock.advance(3_600_000);
    expect(started).toEqual(['a']);
    expect(clock.pending()).toBe(0);
  });

  it('keeps its time when a later one is planned after it and an earlier one before it', async () => {
    const { clock, scheduler, startedAt } = startScheduler(9);
    scheduler.plan('b', 'g', 5_000);
    scheduler.plan('c', 'g', 9_000);
    scheduler.plan('a', 'g', 1_000);
    await clock.advance(10_000);
    expect(startedAt).toEqual({ a: 1_000, b: 5_000, c: 9_000 });
  });

  it('takes its new time when it is planned again, later or earlier', async () => {
    const { clock, scheduler, startedAt } = startScheduler();
    scheduler.plan('a', 'g', 1_000);
    scheduler.plan('a', 'g', 7_000);
    scheduler.plan('b', 'g', 7_000);
    scheduler.plan('b', 'g', 1_000);
    await clock.advance(10_000);
    expect(startedAt).toEqual({ a: 7_000, b: 1_000 });
  });

  it('says when it comes, and says nothing while it runs', async () => {
    const { clock, scheduler, plannedAt } = startScheduler();
    scheduler.plan('a', 'g', 5_000);
    expect(plannedAt.get('a')).toBe(5_000);
    await clock.advance(5_000);
    expect(plannedAt.get('a')).toBeNull();
    expect(scheduler.dueAt('a')).toBeNull();
  });

  it('never starts when it is forgotten', async () => {
    const { clock, scheduler, started } = startScheduler();
    scheduler.plan('a', 'g', 1_000);
    scheduler.forget('a');
    await clock.advance(10_000);
    expect(started).toEqual([]);
    expect(clock.pending()).toBe(0);
  });

  it('is brought forward by hastening, while others wait as they did', async () => {
    const { clock, scheduler, startedAt } = startScheduler();
    scheduler.plan('a', 'g', 60_000);
    scheduler.plan('b', 'g', 30_000);
    await clock.advance(1_000);
    scheduler.hasten(['a', 'unknown']);
    await clock.advance(40_000);
    expect(startedAt).toEqual({ a: 1_000, b: 30_000 });
  });

  it('keeps its turn when it is due already and all are hastened again and again', async () => {
    const { clock, scheduler, started, end } = startScheduler(1);
    for (const taskId of ['a', 'b', 'c']) scheduler.plan(taskId, 'g', 0);
    await clock.advance(1);
    for (const taskId of ['a', 'b', 'c']) {
      await clock.advance(500);
      scheduler.plan(taskId, 'g', 9_000);
      scheduler.hasten(['a', 'b', 'c']);
      await end(taskId);
    }
    expect(started).toEqual(['a', 'b', 'c', 'a']);
  });

  it('is moved with others in one go, and those that are not planned stay so', async () => {
    const { clock, scheduler, startedAt, plannedAt } = startScheduler(9);
    scheduler.plan('a', 'g', 1_000);
    scheduler.plan('b', 'g', 1_000);
    scheduler.move([
      { taskId: 'b', delayMs: 300 },
      { taskId: 'a', delayMs: 600 },
      { taskId: 'unknown', delayMs: 0 },
    ]);
    expect(plannedAt.has('unknown')).toBe(false);
    await clock.advance(10_000);
    expect(startedAt).toEqual({ b: 300, a: 600 });
  });

  it('moves with its task to another gateway', async () => {
    const { clock, scheduler, started, opensAt } = startScheduler();
    opensAt.set('closed', Infinity);
    scheduler.plan('a', 'closed', 0);
    scheduler.plan('a', 'open', 0);
    await clock.advance(1);
    expect(started).toEqual(['a']);
  });
});

describe('two checks of one task', () => {
  it('never run at a time, even when it is forgotten and planned again meanwhile', async () => {
    const { clock, scheduler, started, end } = startScheduler(9);
    scheduler.plan('a', 'g', 0);
    await clock.advance(1);
    scheduler.plan('a', 'g', 0);
    scheduler.forget('a');
    scheduler.plan('a', 'g', 0);
    scheduler.hasten(['a']);
    await clock.advance(60_000);
    expect(started).toEqual(['a']);
    await end('a');
    expect(started).toEqual(['a', 'a']);
  });
});

describe('a gateway', () => {
  it('gets no more checks at a time than it may, the longest due first, and others are not held up', async () => {
    const { clock, begun, scheduler, started, opensAt, end } = startScheduler(2);
    scheduler.plan('c', 'g', 3_000);
    scheduler.plan('a', 'g', 1_000);
    scheduler.plan('b', 'g', 2_000);
    opensAt.set('g', begun + 5_000);
    await clock.advance(6_000);
    expect(started).toEqual(['a', 'b']);
    scheduler.plan('z', 'other', 0);
    await clock.advance(1);
    expect(started).toEqual(['a', 'b', 'z']);
    await end('b');
    expect(started).toEqual(['a', 'b', 'z', 'c']);
  });

  it('is left alone until it opens, also when a check is hastened', async () => {
    const { clock, begun, scheduler, startedAt, opensAt } = startScheduler();
    opensAt.set('g', begun + 90_000);
    scheduler.plan('a', 'g', 1_000);
    scheduler.plan('b', 'g', 1_000);
    scheduler.hasten(['a', 'b']);
    await clock.advance(89_999);
    expect(startedAt).toEqual({});
    await clock.advance(1);
    expect(startedAt).toEqual({ a: 90_000, b: 90_000 });
  });

  it('that waits for the user costs no timer, and goes on when the limits are looked at again', async () => {
    const { clock, scheduler, started, opensAt } = startScheduler();
    opensAt.set('g', Infinity);
    scheduler.plan('a', 'g', 1_000);
    expect(clock.pending()).toBe(0);
    await clock.advance(86_400_000);
    expect(started).toEqual([]);
    opensAt.set('g', 0);
    scheduler.reconsider();
    await clock.advance(0);
    expect(started).toEqual(['a']);
  });

  it('says that it is behind while its checks fall due faster than they may start, and when that is over', async () => {
    const { clock, scheduler, behind, world, end } = startScheduler(1);
    world.concurrency = 1;
    scheduler.plan('a', 'g', 0);
    scheduler.plan('b', 'g', 0);
    scheduler.plan('c', 'g', 0);
    await clock.advance(5_000);
    await end('a');
    expect(behind).toEqual([['g', true]]);
    await end('b');
    expect(behind).toEqual([
      ['g', true],
      ['g', false],
    ]);
  });
});

describe('when a gateway cannot be asked as fast as its tasks fall due', () => {
  it('tasks that were never checked and those that were take turns', async () => {
    const { clock, scheduler, started, end } = startScheduler(1);
    for (const id of ['old1', 'old2', 'old3']) scheduler.plan(id, 'g', 0);
    await clock.advance(10);
    for (const id of ['new1', 'new2', 'new3']) scheduler.plan(id, 'g', 0, true);
    for (const id of ['old1', 'new1', 'old2', 'new2', 'old3', 'new3']) {
      await clock.advance(10);
      await end(id);
    }
    expect(started).toEqual(['old1', 'new1', 'old2', 'new2', 'old3', 'new3']);
  });
});

describe('while few checks may run in all', () => {
  it('no more do, whatever the number of gateways, and the others follow', async () => {
    const { clock, scheduler, started, world, end } = startScheduler();
    world.mostInAll = 1;
    scheduler.plan('a', 'g', 1_000);
    scheduler.plan('b', 'h', 500);
    await clock.advance(60_000);
    expect(started).toEqual(['b']);
    await end('b');
    expect(started).toEqual(['b', 'a']);
    world.mostInAll = Infinity;
    scheduler.plan('c', 'i', 0);
    await clock.advance(0);
    expect(started).toEqual(['b', 'a', 'c']);
  });
});

describe('a gateway that does not count in all', () => {
  it('is asked beside the one check that may run, and does not take its place', async () => {
    const { clock, scheduler, started, world, end } = startScheduler();
    Object.assign(world, { mostInAll: 1, apart: 'apart' });
    scheduler.plan('x', 'apart', 0);
    scheduler.plan('y', 'apart', 0);
    scheduler.plan('a', 'g', 10);
    scheduler.plan('b', 'h', 20);
    await clock.advance(60_000);
    expect(started).toEqual(['x', 'y', 'a']);
    await end('x');
    expect(started).toEqual(['x', 'y', 'a']);
    await end('a');
    expect(started).toEqual(['x', 'y', 'a', 'b']);
  });
});

describe('the one timer', () => {
  it('notices within 20 s that the machine slept', async () => {
    const { clock, scheduler, started } = startScheduler();
    scheduler.plan('a', 'g', 86_400_000);
    await clock.advance(30_000);
    clock.sleep(86_400_000);
    await clock.advance(20_000);
    expect(started).toEqual(['a']);
  });

  it('does not mind where the wall clock is set', async () => {
    const { clock, scheduler, startedAt } = startScheduler();
    scheduler.plan('a', 'g', 10_000);
    await clock.advance(1_000);
    clock.setWall(-7_200_000);
    await clock.advance(5_000);
    clock.setWall(86_400_000);
    await clock.advance(30_000);
    expect(startedAt).toEqual({ a: 10_000 });
  });

  it('does not look at every task for each one that is planned', () => {
    const { scheduler, world } = startScheduler();
    for (let index = 0; index < 2_000; index += 1) scheduler.plan(String(index), 'g', 0);
    expect(world.looks).toBeLessThan(10_000);
  });

  it('is gone once the scheduler is stopped, also when a check ends after that', async () => {
    const { clock, scheduler, started, end } = startScheduler();
    scheduler.plan('a', 'g', 0);
    scheduler.plan('b', 'g', 60_000);
    await clock.advance(1);
    scheduler.stop();
    await end('a');
    await clock.advance(120_000);
    expect(started).toEqual(['a']);
    expect(clock.pending()).toBe(0);
  });
});

describe('a check that ends in an exception', () => {
  it('is tried again a minute later, and the exception is not hidden', async () => {
    const clock = createManualClock();
    const checks: number[] = [];
    const unhandled: unknown[] = [];
    const others = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', (reason) => unhandled.push(reason));
    const bug = new Error('a bug');
    const scheduler = createScheduler({
      ...unlimited(clock),
      check: () => {
        checks.push(clock.steady());
        return checks.length === 1 ? Promise.reject(bug) : Promise.resolve();
      },
    });
    scheduler.plan('a', 'g', 0);
    await clock.advance(120_000);
    process.removeAllListeners('unhandledRejection');
    for (const listener of others) process.on('unhandledRejection', listener);
    expect(checks).toEqual([checks[0], (checks[0] ?? 0) + 60_000]);
    expect(unhandled).toEqual([bug]);
    scheduler.stop();
  });
});

describe('a gateway that answers for many tasks at once', () => {
  it('is asked once for the due task and those that come later, the longest waiting first', async () => {
    const { clock, scheduler, started, world } = startScheduler();
    world.mostAtOnce = 3;
    scheduler.plan('d', 'g', 9_000);
    scheduler.plan('c', 'g', 8_000);
    scheduler.plan('b', 'g', 7_000);
    scheduler.plan('a', 'g', 1_000);
    scheduler.plan('x', 'other', 60_000);
    await clock.advance(1_000);
    expect(started).toEqual(['a+b+c']);
  });

  it('is asked alone for a task that its list leaves out', async () => {
    const { clock, scheduler, started, world } = startScheduler();
    world.mostAtOnce = 9;
    world.alone = 'b';
    scheduler.plan('a', 'g', 1_000);
    scheduler.plan('b', 'g', 2_000);
    await clock.advance(2_000);
    expect(started).toEqual(['a', 'b']);
  });
});
