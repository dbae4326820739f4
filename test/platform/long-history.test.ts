import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { TaskStore } from '../../electron/core/store-ports.ts';
import { createListedTasks, listedAtStart } from '../../electron/platform/sqlite-listed.ts';
import { openDatabase } from '../../electron/platform/sqlite-database.ts';
import { storeOver } from '../../electron/platform/sqlite-store.ts';
import type { TaskEvent } from '../../electron/shared/task.ts';
import {
  announcementOf,
  gatewayOf,
  recordedOf,
  reportOf,
  sampleStart,
  taskOf,
} from '../fakes/stored-samples.ts';

const emptyStore = (): { store: TaskStore; database: DatabaseSync } => {
  const database = openDatabase(':memory:');
  const store = storeOver(database);
  store.saveGateway(gatewayOf());
  return { store, database };
};

const withEnded = (store: TaskStore, count: number): void => {
  const ids = Array.from({ length: count }, (_, index) => `old-${String(index)}`);
  store.addTasks(ids.map((id, index) => taskOf({ id, remoteId: id, addedAt: sampleStart + index })));
  for (const [index, id] of ids.entries()) {
    store.record(
      recordedOf({
        taskId: id,
        report: reportOf({ phase: 'succeeded', title: `Title ${String(index)}` }),
        finishedAt: sampleStart + index,
      }),
    );
  }
};

describe('a long history', () => {
  it('is not read at a start: what is awaited, what is untold and the newest endings are', () => {
    const { store } = emptyStore();
    withEnded(store, listedAtStart + 3);
    store.addTasks([taskOf({ id: 'awaited', remoteId: 'awaited', addedAt: 1 })]);
    store.record(
      recordedOf({
        taskId: 'old-1',
        report: reportOf({ phase: 'failed' }),
        finishedAt: 1,
        announcement: announcementOf({ taskId: 'old-1' }),
      }),
    );
    const listed = store.tasks().map(({ task }) => task.id);
    expect(listed).toHaveLength(listedAtStart + 2);
    expect(listed.slice(0, 2)).toEqual(['awaited', 'old-1']);
    expect(listed).not.toContain('old-0');
    expect(store.taskCount()).toBe(listedAtStart + 4);
  });

  it('counts a success without its link as awaited', () => {
    const { store } = emptyStore();
    withEnded(store, listedAtStart + 1);
    store.record(
      recordedOf({
        taskId: 'old-0',
        report: reportOf({ phase: 'succeeded', linksPending: true }),
        finishedAt: 1,
      }),
    );
    expect(store.tasks().map(({ task }) => task.id)).toContain('old-0');
  });

  it('is searched by title, id, model, failure and gateway, every word, in any case, newest first', () => {
    const { store } = emptyStore();
    withEnded(store, 12);
    const found = (query: string) => store.search(query, 3).map(({ task }) => task.id);
    expect(found('TITLE')).toEqual(['old-11', 'old-10', 'old-9']);
    expect(found('title 7')).toEqual(['old-7']);
    expect(found('studio sora-2 old-3')).toEqual(['old-3']);
    expect(found('100% of _ \' "')).toEqual([]);
    expect(found('old-5')).toEqual(['old-5']);
    store.removeTasks(['old-7'], sampleStart);
    expect(found('title 7')).toEqual([]);
  });

  it('keeps every change of phase of a task, and of its progress a bounded part that ends with the newest', () => {
    const { store } = emptyStore();
    store.addTasks([taskOf({ id: 'a' })]);
    const event = (kind: TaskEvent['kind'], index: number): TaskEvent => ({
      at: index,
      kind,
      phase: 'running',
      progress: index / 2000,
      note: null,
    });
    for (let index = 0; index < 2000; index += 1) {
      const kind = index % 500 === 0 ? 'phase' : 'progress';
      store.record(recordedOf({ taskId: 'a', event: event(kind, index) }));
    }
    const history = store.history('a');
    expect(history.filter(({ kind }) => kind === 'phase').map(({ at }) => at)).toEqual([0, 500, 1000, 1500]);
    expect(history.length).toBeLessThan(100);
    expect(history.at(-1)?.at).toBe(1999);
    expect(history.map(({ at }) => at).slice(1)).toEqual(
      history
        .map(({ at }) => at)
        .slice(1)
        .toSorted((one, other) => one - other),
    );
  });

  it('keeps the order in which things were noted when the clock was set back', () => {
    const { store } = emptyStore();
    store.addTasks([taskOf({ id: 'a' })]);
    for (const at of [sampleStart + 50, sampleStart - 1_000_000]) {
      const event: TaskEvent = { at, kind: 'phase', phase: 'running', progress: null, note: null };
      store.record(recordedOf({ taskId: 'a', at, event }));
    }
    expect(store.history('a').map(({ at }) => at)).toEqual([
      sampleStart,
      sampleStart + 50,
      sampleStart - 1_000_000,
    ]);
  });
});

describe('no statement of every day', () => {
  it('reads through all tasks, all history or the whole ledger', () => {
    const { database } = emptyStore();
    const prepared: string[] = [];
    const spying = new Proxy(database, {
      get: (target, name) =>
        name === 'prepare'
          ? (sql: string) => (prepared.push(sql), target.prepare(sql))
          : (Reflect.get(target, name) as unknown),
    });
    storeOver(spying);
    createListedTasks(spying);
    const scans = prepared
      .filter(
        (sql) => !/count\(\*\) AS count FROM tasks|FROM taken_times ORDER|DELETE FROM gateways/.test(sql),
      )
      .flatMap((sql) =>
        database
          .prepare(`EXPLAIN QUERY PLAN ${sql}`)
          .all()
          .map((row) => String(row['detail']))
          .filter((detail) => /^SCAN (tasks|events|announcements|taken_times)/.test(detail))
          .filter(
            (detail) => !/untold_announcements|removed_tasks|unsettled_tasks|settled_tasks/.test(detail),
          )
          .map((detail) => `${detail}: ${sql}`),
      );
    expect(scans).toEqual([]);
  });
});
