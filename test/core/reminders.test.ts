import { describe, expect, it } from 'vitest';
import type { Announcement } from '../../electron/core/announcement.ts';
import type { Reminder } from '../../electron/core/store-ports.ts';
import { createReminders } from '../../electron/core/reminders.ts';
import { StoreFailure } from '../../electron/core/store-failure.ts';
import type { TaskState } from '../../electron/core/task-entry.ts';
import type { Report } from '../../electron/shared/task.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { reportOf, stateOf, taskOf } from '../fakes/stored-samples.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const weekMs = 7 * dayMs;

/** Reminders over a ledger that outlives them, about tasks that the test changes. */
const startWorld = () => {
  const clock = createManualClock();
  const begun = clock.now();
  const ledger: Announcement[] = [];
  const taken: Reminder[] = [];
  const tasks = new Map<string, TaskState>();
  const world = { inTrouble: false, full: false, told: 0 };
  const live = () => {
    const reminders = createReminders({
      clock,
      makeId: () => `id-${String(ledger.length)}`,
      store: {
        announce: (announcement) => {
          if (world.full) throw new StoreFailure('disk full');
          ledger.push(announcement);
        },
        reminders: () => [
          ...ledger.map(({ taskId, kind, decidedAt }) => ({
            taskId,
            kind: kind as Reminder['kind'],
            at: decidedAt,
          })),
          ...taken,
        ],
      },
      task: (taskId) => tasks.get(taskId) ?? null,
      isBeingSaved: () => false,
      gatewayInTrouble: () => world.inTrouble,
      onSilent: (taskId, silentSince) => change(taskId, { silentSince }),
      onAnnounced: () => void (world.told += 1),
    });
    return reminders;
  };
  let reminders = live();
  const change = (taskId: string, changed: Partial<TaskState>): void => {
    const before = tasks.get(taskId) ?? stateOf({ task: taskOf({ id: taskId, addedAt: begun }) });
    tasks.set(taskId, { ...before, ...changed });
    reminders.consider([taskId]);
  };
  const kinds = (): string[] => ledger.map(({ kind }) => kind);
  return {
    clock,
    begun,
    ledger,
    taken,
    tasks,
    world,
    change,
    kinds,
    reminders: () => reminders,
    remove: (taskId: string) => {
      tasks.delete(taskId);
      reminders.consider([taskId]);
    },
    restart: () => {
      reminders.stop();
      for (const [taskId, state] of tasks) tasks.set(taskId, { ...state, silentSince: null, failures: 0 });
      reminders = live();
      reminders.consider(tasks.keys());
    },
  };
};

const video = (expiresAt: number | null): Report =>
  reportOf({
    phase: 'succeeded',
    links: [{ kind: 'video', url: 'https://cdn.example.com/1.mp4', needsKey: false, expiresAt }],
  });

describe('a link that ends', () => {
  const startLink = (lifeMs: number) => {
    const world = startWorld();
    const { begun, change } = world;
    change('a', { report: video(begun + lifeMs), reportedAt: begun, finishedAt: begun });
    return world;
  };

  it('is warned of an hour before, once', async () => {
    const { clock, ledger, world } = startLink(dayMs);
    await clock.advance(dayMs - hourMs - minuteMs);
    expect(ledger).toEqual([]);
    await clock.advance(2 * minuteMs);
    expect(ledger).toMatchObject([{ taskId: 'a', kind: 'link-expiring' }]);
    await clock.advance(2 * dayMs);
    expect(ledger).toHaveLength(1);
    expect(world.told).toBe(1);
  });

  it('of short life is warned of a tenth of it before', async () => {
    const { clock, ledger } = startLink(100 * minuteMs);
    await clock.advance(89 * minuteMs);
    expect(ledger).toEqual([]);
    await clock.advance(3 * minuteMs);
    expect(ledger).toHaveLength(1);
  });

  it('is not warned of again after a restart', async () => {
    const { clock, ledger, restart } = startLink(dayMs);
    await clock.advance(dayMs - 30 * minuteMs);
    restart();
    await clock.advance(hourMs);
    expect(ledger).toHaveLength(1);
  });

  it('is warned of late when the app did not run in time, and not at all when it has ended', async () => {
    const late = startLink(dayMs);
    late.clock.sleep(dayMs - 10 * minuteMs);
    late.restart();
    await late.clock.advance(2 * minuteMs);
    expect(late.ledger).toHaveLength(1);

    const ended = startLink(dayMs);
    ended.clock.sleep(dayMs + 10 * minuteMs);
    ended.restart();
    await ended.clock.advance(dayMs);
    expect(ended.ledger).toEqual([]);
  });

  it('is not warned of once the video has been taken, in this run or an earlier one', async () => {
    const now = startLink(dayMs);
    now.reminders().noteTaken('a');
    now.change('a', { seen: true });
    await now.clock.advance(2 * dayMs);
    expect(now.ledger).toEqual([]);

    const before = startLink(dayMs);
    before.taken.push({ taskId: 'a', kind: 'taken', at: before.begun });
    before.restart();
    await before.clock.advance(2 * dayMs);
    expect(before.ledger).toEqual([]);
  });

  it('is not warned of when its task is removed, has failed, or does not say when', async () => {
    const removed = startLink(dayMs);
    removed.remove('a');
    const { begun, change } = removed;
    change('b', { report: { ...video(begun + dayMs), phase: 'failed' }, reportedAt: begun });
    change('c', { report: video(null), reportedAt: begun });
    await removed.clock.advance(2 * dayMs);
    expect(removed.ledger).toEqual([]);
  });

  it('is warned of when a set wall clock brings it near', async () => {
    const { clock, ledger } = startLink(30 * dayMs);
    clock.setWall(30 * dayMs - 30 * minuteMs);
    await clock.advance(minuteMs);
    expect(ledger).toHaveLength(1);
  });

  it('is warned of when the store can write again', async () => {
    const { clock, ledger, world } = startLink(dayMs);
    world.full = true;
    await clock.advance(dayMs - 50 * minuteMs);
    expect(world.told).toBe(0);
    world.full = false;
    await clock.advance(2 * minuteMs);
    expect(ledger).toHaveLength(1);
    expect(world.told).toBe(1);
  });

  it('that was replaced by one which ends later is warned of then', async () => {
    const { clock, ledger, begun, tasks, change } = startLink(dayMs);
    // Nobody said so: it shows when the first would have been due.
    const state = tasks.get('a');
    if (state !== undefined) tasks.set('a', { ...state, report: video(begun + 3 * dayMs) });
    await clock.advance(dayMs);
    expect(ledger).toEqual([]);
    await clock.advance(2 * dayMs - 30 * minuteMs);
    expect(ledger).toHaveLength(1);
    change('a', {});
    await clock.advance(dayMs);
    expect(ledger).toHaveLength(1);
  });
});

describe('a task that no gateway answers about', () => {
  const startSilent = () => {
    const world = startWorld();
    world.change('a', { failures: 3, report: reportOf(), reportedAt: world.begun });
    return world;
  };

  it('is asked about after seven days, once, and shows it', async () => {
    const { clock, kinds, begun, tasks } = startSilent();
    await clock.advance(weekMs - minuteMs);
    expect(kinds()).toEqual([]);
    await clock.advance(2 * minuteMs);
    expect(kinds()).toEqual(['unanswered']);
    expect(tasks.get('a')?.silentSince).toBe(begun);
    await clock.advance(4 * weekMs);
    expect(kinds()).toHaveLength(1);
  });

  it('that never had an answer counts from when it was added', async () => {
    const { clock, kinds, change } = startWorld();
    change('a', { failures: 3 });
    await clock.advance(weekMs + minuteMs);
    expect(kinds()).toEqual(['unanswered']);
  });

  it('counts from its gateway’s trouble too, and two failures in a row are everyday', async () => {
    const few = startWorld();
    few.change('a', { failures: 2 });
    await few.clock.advance(2 * weekMs);
    expect(few.kinds()).toEqual([]);
    few.world.inTrouble = true;
    few.change('a', {});
    await few.clock.advance(minuteMs);
    expect(few.kinds()).toEqual(['unanswered']);
  });

  it('is not asked about again after a restart, but shows it again once it was asked for in vain', async () => {
    const { clock, kinds, tasks, change, restart } = startSilent();
    await clock.advance(weekMs + minuteMs);
    restart();
    await clock.advance(hourMs);
    expect(tasks.get('a')?.silentSince).toBeNull();
    change('a', { failures: 3 });
    await clock.advance(hourMs);
    expect(tasks.get('a')?.silentSince).not.toBeNull();
    expect(kinds()).toHaveLength(1);
  });

  it('is left alone on days on which the app was off, until it has asked in vain', async () => {
    const { clock, kinds, change, restart } = startSilent();
    clock.sleep(2 * weekMs);
    restart();
    await clock.advance(hourMs);
    expect(kinds()).toEqual([]);
    change('a', { failures: 3 });
    await clock.advance(minuteMs);
    expect(kinds()).toEqual(['unanswered']);
  });

  it('is kept when the user says so, and not asked about again, over restarts too', async () => {
    const { clock, kinds, tasks, change, restart } = startSilent();
    await clock.advance(weekMs + minuteMs);
    change('a', { keptAt: clock.now(), silentSince: null });
    await clock.advance(weekMs);
    restart();
    change('a', { failures: 3 });
    await clock.advance(4 * weekMs);
    expect(kinds()).toHaveLength(1);
    expect(tasks.get('a')?.silentSince).toBeNull();
  });

  it('that is answered and falls silent again is asked about again, kept or not', async () => {
    const { clock, kinds, change } = startSilent();
    await clock.advance(weekMs + minuteMs);
    change('a', { keptAt: clock.now(), silentSince: null });
    await clock.advance(dayMs);
    change('a', { failures: 0, reportedAt: clock.now() });
    await clock.advance(dayMs);
    change('a', { failures: 3 });
    await clock.advance(weekMs - 2 * dayMs);
    expect(kinds()).toHaveLength(1);
    await clock.advance(2 * dayMs);
    expect(kinds()).toEqual(['unanswered', 'unanswered']);
  });

  it('is left alone when it answers in time, ends, or is removed', async () => {
    const { clock, kinds, change, remove } = startSilent();
    for (const id of ['b', 'c']) change(id, { failures: 3 });
    await clock.advance(6 * dayMs);
    change('a', { failures: 0, reportedAt: clock.now() });
    change('b', { report: reportOf({ phase: 'lost' }), reportedAt: clock.now() });
    remove('c');
    await clock.advance(weekMs);
    expect(kinds()).toEqual([]);
  });
});

it('without anything to remind of there is no timer, and none once stopped', async () => {
  const { clock, begun, change, reminders } = startWorld();
  change('a', { report: reportOf(), reportedAt: begun });
  expect(clock.pending()).toBe(0);
  change('a', { failures: 3 });
  expect(clock.pending()).toBe(1);
  reminders().stop();
  expect(clock.pending()).toBe(0);
  await clock.advance(weekMs);
});
