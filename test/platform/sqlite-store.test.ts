import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TaskStore } from '../../electron/core/store-ports.ts';
import { StoreFailure } from '../../electron/core/store-failure.ts';
import { openDatabase } from '../../electron/platform/sqlite-database.ts';
import { createSqliteStore, storeOver } from '../../electron/platform/sqlite-store.ts';
import type { TaskEvent } from '../../electron/shared/task.ts';
import { lumen, orbit } from '../fakes/described-apis.ts';
import {
  announcementOf,
  gatewayOf,
  recordedOf,
  reportOf,
  sampleStart,
  taskOf,
} from '../fakes/stored-samples.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taskbell-store-'));
  file = join(folder, 'taskbell.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

const withTasks = (store: TaskStore, ...ids: string[]): TaskStore => {
  store.saveGateway(gatewayOf());
  store.addTasks(
    ids.map((id, index) => taskOf({ id, remoteId: `remote-${id}`, addedAt: sampleStart + index })),
  );
  return store;
};
const storeWith = (...ids: string[]): TaskStore => withTasks(createSqliteStore(file), ...ids);
const idsOf = (store: TaskStore): string[] => store.tasks().map(({ task }) => task.id);

const phaseEvent: TaskEvent = {
  at: sampleStart + 1,
  kind: 'phase',
  phase: 'succeeded',
  progress: 1,
  note: 'done',
};
const ending = recordedOf({
  taskId: 'a',
  at: sampleStart + 1,
  report: reportOf({
    phase: 'succeeded',
    links: [
      {
        kind: 'video',
        url: 'https://cdn.example.com/1.mp4?sig=x',
        needsKey: false,
        expiresAt: sampleStart + 9,
      },
    ],
    failure: { code: 'none', message: 'Quotes ’ " and \u0000 and 片', reason: 'unknown' },
  }),
  startedAt: sampleStart - 5,
  finishedAt: sampleStart,
  seen: false,
  event: phaseEvent,
  announcement: announcementOf({ taskId: 'a', decidedAt: sampleStart + 1 }),
});

/** Everything that the store can give. */
const everything = (store: TaskStore) => ({
  gateways: store.gateways(),
  tasks: store.tasks(),
  untold: store.untold(),
  history: idsOf(store).map((id) => store.history(id)),
  setting: store.setting('paused'),
});

describe('what is stored', () => {
  it('is the same after it was closed and opened again', () => {
    const store = storeWith('a', 'b');
    store.saveGateway(gatewayOf({ id: 'gateway-2', name: 'Other', allowPlainHttp: true, keyHint: null }));
    store.record(ending);
    store.saveSetting('paused', 'true');
    const before = everything(store);
    store.close();
    const again = createSqliteStore(file);
    expect(everything(again)).toEqual(before);
    expect(before.gateways).toEqual([
      gatewayOf(),
      gatewayOf({ id: 'gateway-2', name: 'Other', allowPlainHttp: true, keyHint: null }),
    ]);
    expect(before.tasks).toMatchObject([
      {
        report: ending.report,
        reportedAt: ending.at,
        startedAt: sampleStart - 5,
        finishedAt: sampleStart,
        seen: false,
      },
      { report: null, reportedAt: null, startedAt: null, finishedAt: null, seen: true },
    ]);
    expect(before.history[0]).toEqual([
      { at: sampleStart, kind: 'added', phase: null, progress: null, note: 'window' },
      phaseEvent,
    ]);
    expect(before.setting).toBe('true');
    again.close();
  });

  it('of a gateway can be changed without losing its tasks or its place', () => {
    const store = storeWith('a');
    store.saveGateway(gatewayOf({ id: 'gateway-2' }));
    store.saveGateway(gatewayOf({ name: 'Renamed', keyHint: null }));
    expect(store.gateways()).toMatchObject([
      { id: 'gateway-1', name: 'Renamed', keyHint: null },
      { id: 'gateway-2' },
    ]);
    expect(idsOf(store)).toEqual(['a']);
  });

  it('goes with its gateway: tasks, removed ones too, history and ledger', () => {
    const store = storeWith('a', 'b');
    store.record(ending);
    store.removeTasks(['b'], sampleStart);
    store.removeGateway('gateway-1');
    expect(everything(store)).toMatchObject({ gateways: [], tasks: [], untold: [] });
    expect(store.history('a')).toEqual([]);
    expect(store.restoreTasks(['b'])).toEqual([]);
  });
});

describe('a report', () => {
  it.each([
    [
      'history',
      { announcement: announcementOf({ taskId: 'a' }), event: { ...phaseEvent, kind: null as never } },
    ],
    ['ledger', { announcement: announcementOf({ taskId: 'a', kind: null as never }), event: phaseEvent }],
  ])('is not recorded when its %s cannot be, and the store goes on', (_part, broken) => {
    const store = storeWith('a');
    const before = everything(store);
    expect(() => store.record({ ...ending, ...broken })).toThrow(StoreFailure);
    expect(everything(store)).toEqual(before);
    store.record(ending);
    expect(store.untold()).toEqual([ending.announcement]);
  });

  it('of a task that is not there is refused', () => {
    const store = storeWith('a');
    expect(() => store.record({ ...ending, taskId: 'unknown' })).toThrow(StoreFailure);
    expect(store.untold()).toEqual([]);
  });

  it('is recorded whatever a gateway’s clock makes of its times', () => {
    const store = storeWith('a');
    for (const [given, kept] of [
      [sampleStart + 0.4, sampleStart],
      [NaN, null],
      [Infinity, null],
      [1e300, null],
      [-1.5, -1],
    ] as const) {
      store.record(recordedOf({ taskId: 'a', startedAt: given, finishedAt: given }));
      expect(store.tasks()).toMatchObject([{ startedAt: kept, finishedAt: kept }]);
    }
  });
});

describe('adding', () => {
  it('the same id of one gateway twice is refused, and none of the batch is kept', () => {
    const store = storeWith('a');
    const batch = [taskOf({ id: 'b', remoteId: 'fresh' }), taskOf({ id: 'c', remoteId: 'remote-a' })];
    expect(() => store.addTasks(batch)).toThrow(StoreFailure);
    expect(idsOf(store)).toEqual(['a']);
    expect(store.history('b')).toEqual([]);
  });

  it('the same id of two gateways is fine', () => {
    const store = storeWith('a');
    store.saveGateway(gatewayOf({ id: 'gateway-2' }));
    store.addTasks([taskOf({ id: 'b', gatewayId: 'gateway-2', remoteId: 'remote-a' })]);
    expect(idsOf(store)).toEqual(['a', 'b']);
  });
});

describe('a removed task', () => {
  it('is neither listed nor told of, and comes back whole', () => {
    const store = storeWith('a', 'b');
    store.record(ending);
    const before = everything(store);
    store.removeTasks(['a'], sampleStart);
    expect(idsOf(store)).toEqual(['b']);
    expect(store.untold()).toEqual([]);
    expect(store.restoreTasks(['a', 'unknown'])).toMatchObject([
      { task: { id: 'a' }, report: ending.report },
    ]);
    expect(everything(store)).toEqual(before);
  });

  it('is gone for good 30 days later', () => {
    const monthMs = 30 * 24 * 60 * 60 * 1000;
    const store = storeWith('a', 'b', 'c');
    store.removeTasks(['a'], sampleStart);
    store.removeTasks(['b'], sampleStart + 1);
    store.removeTasks(['c'], sampleStart + monthMs + 1);
    expect(store.restoreTasks(['a', 'b', 'c']).map(({ task }) => task.id)).toEqual(['b', 'c']);
    expect(store.history('a')).toEqual([]);
  });

  it('can be added anew, and then does not come back beside itself', () => {
    const store = storeWith('a', 'b');
    store.removeTasks(['a', 'b'], sampleStart);
    store.addTasks([taskOf({ id: 'c', remoteId: 'remote-a', addedAt: sampleStart + 5 })]);
    expect(store.restoreTasks(['a', 'b']).map(({ task }) => task.id)).toEqual(['b']);
    expect(idsOf(store)).toEqual(['b', 'c']);
  });
});

describe('the ledger', () => {
  const decided = (id: string, taskId: string, decidedAt: number) =>
    recordedOf({ taskId, seen: false, announcement: announcementOf({ id, taskId, decidedAt }) });

  it('gives what is untold in the order in which it was decided', () => {
    const store = storeWith('a', 'b', 'c');
    store.record(decided('x', 'b', 30));
    store.record(decided('z', 'a', 10));
    store.record(decided('y', 'c', 10));
    expect(store.untold().map(({ id }) => id)).toEqual(['z', 'y', 'x']);
  });

  it('gives nothing twice, and notes in the history when it was told', () => {
    const store = storeWith('a', 'b');
    store.record(decided('x', 'a', 10));
    store.record(decided('y', 'b', 20));
    store.markTold(['x', 'unknown'], sampleStart + 50);
    expect(store.untold().map(({ id }) => id)).toEqual(['y']);
    expect(store.history('a').at(-1)).toMatchObject({ at: sampleStart + 50, kind: 'told' });
    expect(store.tasks()[0]).toMatchObject({ seen: false });
  });

  it('does not tell what the user has seen', () => {
    const store = storeWith('a', 'b');
    store.record(decided('x', 'a', 10));
    store.record(decided('y', 'b', 20));
    store.markSeen(['a'], sampleStart);
    expect(store.tasks().map(({ seen }) => seen)).toEqual([true, false]);
    expect(store.untold().map(({ id }) => id)).toEqual(['y']);
  });
});

describe('a description of an API', () => {
  it('is replaced in its place, and removed alone', () => {
    const store = createSqliteStore(file);
    store.saveCustomDialect(lumen);
    store.saveCustomDialect(orbit);
    store.saveCustomDialect({ ...lumen, label: 'Lumen 2' });
    expect(store.customDialects()).toEqual([{ ...lumen, label: 'Lumen 2' }, orbit]);
    store.removeCustomDialect(lumen.id);
    expect(store.customDialects()).toEqual([orbit]);
    store.close();
  });
});

describe('a database', () => {
  it('of a newer version is refused with a sentence, and not one byte of it changes', () => {
    const newer = new DatabaseSync(file);
    newer.exec('CREATE TABLE of_tomorrow (x); PRAGMA user_version = 999;');
    newer.close();
    const before = readFileSync(file);
    expect(() => createSqliteStore(file)).toThrow(/newer Taskbell and was left untouched/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('that is none is refused with a sentence, and left as it is', () => {
    writeFileSync(file, 'This is not a database, but somebody’s shopping list. '.repeat(50));
    expect(() => createSqliteStore(file)).toThrow(/^The watchlist could not be opened: .*not a database/);
    expect(readFileSync(file, 'utf8')).toContain('shopping list');
  });

  it('from which a table is missing is refused with a sentence', () => {
    storeWith('a').close();
    const database = new DatabaseSync(file);
    database.exec('DROP TABLE settings');
    database.close();
    expect(() => createSqliteStore(file)).toThrow(StoreFailure);
  });

  it('in a folder that is not there is refused with a sentence', () => {
    expect(() => createSqliteStore(join(folder, 'missing', 'x.sqlite'))).toThrow(StoreFailure);
  });

  it('of which the first steps failed half-way is not half made', () => {
    const other = new DatabaseSync(file);
    other.exec('CREATE TABLE events (mine TEXT);');
    other.close();
    expect(() => createSqliteStore(file)).toThrow(StoreFailure);
    const after = new DatabaseSync(file);
    expect(after.prepare('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'events' }]);
    after.close();
  });
});

describe('a store that cannot write', () => {
  it('because the disk is full says so, keeps what it has, and goes on when there is room', () => {
    const database = openDatabase(file);
    const store = withTasks(storeOver(database), 'a');
    const before = everything(store);
    const pages = Number(database.prepare('PRAGMA page_count').get()?.['page_count']);
    database.exec(`PRAGMA max_page_count = ${String(pages)}`);
    const large = { ...ending, report: reportOf({ phase: 'succeeded', title: 'x'.repeat(100_000) }) };
    expect(() => store.record(large)).toThrow(/^The watchlist could not be saved: .*full/);
    expect(database.isTransaction).toBe(false);
    expect(everything(store)).toEqual(before);
    database.exec('PRAGMA max_page_count = 1000000');
    store.record(large);
    expect(store.untold()).toEqual([ending.announcement]);
    store.close();
  });

  it('because another program holds the file says so, and goes on when it is free', () => {
    const store = storeWith('a');
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    expect(() => store.record(ending)).toThrow(StoreFailure);
    other.exec('ROLLBACK');
    other.close();
    store.record(ending);
    expect(store.untold()).toHaveLength(1);
  });

  it('because SQLite has rolled back by itself leaves no open transaction', () => {
    const database = openDatabase(file);
    const store = withTasks(storeOver(database), 'a');
    database.exec(
      `CREATE TRIGGER fails BEFORE INSERT ON announcements BEGIN SELECT RAISE(ROLLBACK, 'no room'); END`,
    );
    expect(() => store.record(ending)).toThrow(/no room/);
    expect(store.tasks()).toMatchObject([{ report: null }]);
    database.exec('DROP TRIGGER fails');
    store.record(ending);
    expect(store.untold()).toHaveLength(1);
    store.close();
  });

  it('because it is closed throws what the app expects of a store', () => {
    const store = storeWith('a');
    store.close();
    expect(() => store.record(ending)).toThrow(StoreFailure);
  });

  it('says so of what it cannot read as well', () => {
    const store = storeWith('a');
    store.close();
    for (const read of [
      () => store.gateways(),
      () => store.tasks(),
      () => store.untold(),
      () => store.history('a'),
      () => store.setting('paused'),
    ]) {
      expect(read).toThrow(StoreFailure);
    }
  });
});
