import { describe, expect, it } from 'vitest';
import { createScheduler } from '../../electron/core/scheduler.ts';
import { createManualClock, settled } from '../fakes/manual-clock.ts';

/** A scheduler whose checks end when the test says so. */
const startScheduler = (concurrency = 2) => {
  const clock = createManualClock();
  const begun = clock.now();
  const started: string[] = [];
  const startedAt: Record<string, number> = {};
  const ends = new Map<string, () => void>();
  const plannedAt = new Map<string, number | null>();
  const world = { open: true, concurrency, looks: 0, clockOffMs: 0, mostAtOnce: 1, alone: '' };
  const scheduler = createScheduler({
    clock: { ...clock, now: () => clock.now() + world.clockOffMs },
    check: (taskIds) => {
      const together = taskIds.join('+');
      started.push(together);
      startedAt[together] = clock.now() - begun;
      return new Promise((resolve) => ends.set(together, resolve));
    },
    mostAtOnce: () => world.mostAtOnce,
    canJoin: (taskId) => taskId !== world.alone,
    onPlanned: (taskId, dueAt) => void plannedAt.set(taskId, dueAt),
    isOpen: () => world.open,
    concurrencyOf: () => {
      world.looks += 1;
      return world.concurrency;
    },
  });
  const end = async (taskId: string): Promise<void> => {
    ends.get(taskId)?.();
    await settled();
    await clock.advance(0);
  };
  return { clock, begun, scheduler, started, startedAt, plannedAt, world, end };
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
    const { clock, begun, scheduler, plannedAt } = startScheduler();
    scheduler.plan('a', 'g', 5_000);
    expect(plannedAt.get('a')).toBe(begun + 5_000);
    await clock.advance(5_000);
    expect(plannedAt.get('a')).toBeNull();
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
    const { clock, scheduler, started, end } = startScheduler(2);
    scheduler.plan('c', 'g', 3_000);
    scheduler.plan('a', 'g', 1_000);
    scheduler.plan('b', 'g', 2_000);
    scheduler.hold('g', clock.now() + 5_000);
    await clock.advance(6_000);
    expect(started).toEqual(['a', 'b']);
    scheduler.plan('z', 'other', 0);
    await clock.advance(1);
    expect(started).toEqual(['a', 'b', 'z']);
    await end('b');
    expect(started).toEqual(['a', 'b', 'z', 'c']);
  });

  it('is left alone until its hold is over, and says so of each task', async () => {
    const { clock, begun, scheduler, startedAt, plannedAt } = startScheduler();
    scheduler.plan('a', 'g', 1_000);
    scheduler.hold('g', begun + 90_000);
    expect(plannedAt.get('a')).toBe(begun + 90_000);
    scheduler.plan('b', 'g', 1_000);
    expect(plannedAt.get('b')).toBe(begun + 90_000);
    scheduler.hasten(['a', 'b']);
    await clock.advance(89_999);
    expect(startedAt).toEqual({});
    await clock.advance(1);
    expect(startedAt).toEqual({ a: 90_000, b: 90_000 });
  });

  it('that waits for the user has no next check, and goes on when it is released', async () => {
    const { clock, begun, scheduler, started, plannedAt } = startScheduler();
    scheduler.hold('g', Infinity);
    scheduler.plan('a', 'g', 1_000);
    expect(plannedAt.get('a')).toBeNull();
    await clock.advance(86_400_000);
    expect(started).toEqual([]);
    scheduler.release('g');
    expect(plannedAt.get('a')).toBe(begun + 1_000);
    await clock.advance(0);
    expect(started).toEqual(['a']);
  });
});

describe('while checks are paused', () => {
  it('nothing starts, and what fell due starts when they go on', async () => {
    const { clock, scheduler, started, world } = startScheduler();
    scheduler.plan('a', 'g', 1_000);
    world.open = false;
    scheduler.plan('b', 'g', 500);
    await clock.advance(3_600_000);
    expect(started).toEqual([]);
    world.open = true;
    scheduler.reconsider();
    await clock.advance(0);
    expect(started).toEqual(['b', 'a']);
  });
});

describe('the one timer', () => {
  it('notices within a minute that the clock was set ahead, or the machine slept', async () => {
    const { clock, scheduler, started, world } = startScheduler();
    scheduler.plan('a', 'g', 86_400_000);
    await clock.advance(30_000);
    world.clockOffMs = 86_400_000;
    await clock.advance(30_000);
    expect(started).toEqual(['a']);
  });

  it('does not wait for the old time when the clock was set back', async () => {
    const { clock, scheduler, started, world } = startScheduler();
    scheduler.plan('a', 'g', 10_000);
    scheduler.plan('b', 'held', 20_000);
    scheduler.hold('held', clock.now() + 90_000);
    await clock.advance(1_000);
    world.clockOffMs = -7_200_000;
    await clock.advance(30_000);
    expect(started).toEqual(['a']);
    await clock.advance(120_000);
    expect(started).toEqual(['a', 'b']);
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
      clock,
      check: () => {
        checks.push(clock.now());
        return checks.length === 1 ? Promise.reject(bug) : Promise.resolve();
      },
      onPlanned: () => undefined,
      isOpen: () => true,
      concurrencyOf: () => 1,
      mostAtOnce: () => 1,
      canJoin: () => true,
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
