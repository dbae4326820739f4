import { describe, expect, it } from 'vitest';
import type { RecordedReport, TaskStore } from '../../electron/core/store-ports.ts';
import { createSparingStore } from '../../electron/core/sparing-store.ts';
import { StoreFailure } from '../../electron/core/store-failure.ts';
import { createSqliteStore } from '../../electron/platform/sqlite-store.ts';
import { gatewayOf, reportOf, sampleStart, taskOf } from '../fakes/stored-samples.ts';

const minuteMs = 60_000;

const recordedOf = (afterMs: number, given: Partial<RecordedReport> = {}): RecordedReport => ({
  taskId: 'task-1',
  at: sampleStart + afterMs,
  report: reportOf(),
  startedAt: sampleStart,
  finishedAt: null,
  pace: { began: { after: null, by: sampleStart }, marks: [{ at: sampleStart, progress: 0.5 }] },
  seen: true,
  event: null,
  announcement: null,
  taken: null,
  ...given,
});

const startStore = () => {
  const real = createSqliteStore(':memory:');
  real.saveGateway(gatewayOf());
  real.addTasks([taskOf()]);
  const world = { writes: 0, fails: false };
  const counting: TaskStore = {
    ...real,
    record: (recorded) => {
      if (world.fails) throw new StoreFailure('The disk is full.');
      world.writes += 1;
      real.record(recorded);
    },
  };
  const store = createSparingStore(counting);
  return { world, store, storedAt: () => (store.tasks()[0]?.reportedAt ?? 0) - sampleStart };
};

describe('a report that says nothing new', () => {
  it('is written once, and again after some minutes, so that its time does not go stale', () => {
    const { world, store, storedAt } = startStore();
    for (let afterMs = 0; afterMs <= 10 * minuteMs; afterMs += 10_000) store.record(recordedOf(afterMs));
    expect(world.writes).toBe(3);
    expect(storedAt()).toBe(10 * minuteMs);
  });

  it('is none because of the time that the gateway puts into each answer', () => {
    const { world, store } = startStore();
    for (const afterMs of [0, 1_000, 2_000]) {
      const at = sampleStart + afterMs;
      store.record(recordedOf(afterMs, { report: reportOf({ createdAt: at, updatedAt: at }) }));
    }
    expect(world.writes).toBe(1);
  });

  it('is written when the one before could not be', () => {
    const { world, store } = startStore();
    world.fails = true;
    expect(() => store.record(recordedOf(0))).toThrow(StoreFailure);
    world.fails = false;
    store.record(recordedOf(1_000));
    expect(world.writes).toBe(1);
  });

  it('is written after the clock was set back, and after the task was looked at or removed', () => {
    const { world, store } = startStore();
    store.record(recordedOf(minuteMs));
    store.record(recordedOf(0));
    expect(world.writes).toBe(2);
    store.markSeen(['task-1'], sampleStart);
    store.record(recordedOf(1_000));
    expect(world.writes).toBe(3);
    store.removeTasks(['task-1'], sampleStart);
    store.restoreTasks(['task-1']);
    store.record(recordedOf(2_000));
    expect(world.writes).toBe(4);
  });
});

describe('a report that says something new', () => {
  const changes: Readonly<Record<string, Partial<RecordedReport>>> = {
    'another progress': { report: reportOf({ progress: 0.6 }) },
    'another stage': { report: reportOf({ stage: 'upsampling' }) },
    'a link': {
      report: reportOf({
        links: [{ kind: 'video', url: 'https://cdn.example.com/1.mp4', needsKey: false, expiresAt: null }],
      }),
    },
    'an end': { report: reportOf({ phase: 'succeeded' }), finishedAt: sampleStart },
    'another start': { startedAt: sampleStart - 1 },
    'another pace': { pace: { began: { after: sampleStart, by: sampleStart }, marks: [] } },
    'a line of history': {
      event: { at: sampleStart, kind: 'progress', phase: 'running', progress: 0.5, note: null },
    },
    news: { announcement: { id: 'a', taskId: 'task-1', kind: 'succeeded', decidedAt: sampleStart } },
  };
  for (const [name, change] of Object.entries(changes)) {
    it(`is written at once: ${name}`, () => {
      const { world, store } = startStore();
      store.record(recordedOf(0));
      store.record(recordedOf(1_000, change));
      expect(world.writes).toBe(2);
    });
  }

  it('stays so for a task that has ended: the same end again is written again', () => {
    const { world, store } = startStore();
    const ended = { report: reportOf({ phase: 'succeeded', linksPending: true }), finishedAt: sampleStart };
    store.record(recordedOf(0, ended));
    store.record(recordedOf(1_000, ended));
    expect(world.writes).toBe(2);
  });
});
