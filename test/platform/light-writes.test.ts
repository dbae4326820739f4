import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TaskStore } from '../../electron/core/store-ports.ts';
import { StoreFailure } from '../../electron/core/store-failure.ts';
import { openDatabase } from '../../electron/platform/sqlite-database.ts';
import { storeOver } from '../../electron/platform/sqlite-store.ts';
import { gatewayOf, recordedOf, reportOf, sampleStart, taskOf } from '../fakes/stored-samples.ts';

let folder: string;
let database: DatabaseSync;
let store: TaskStore;
/** How much each transaction waited for the disk: 1 does not, 2 does. */
let waited: number[];

const synchronous = (): number => Number(database.prepare('PRAGMA synchronous').get()?.['synchronous']);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taskbell-light-'));
  database = openDatabase(join(folder, 'taskbell.sqlite'));
  store = storeOver(database);
  store.saveGateway(gatewayOf());
  store.addTasks([taskOf()]);
  waited = [];
  const exec = database.exec.bind(database);
  database.exec = (sql) => {
    if (sql === 'COMMIT') waited.push(synchronous());
    exec(sql);
  };
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

it('a report of an unfinished task does not wait for the disk, an end and what is told of it do', () => {
  store.record(recordedOf());
  store.record(
    recordedOf({ event: { at: sampleStart, kind: 'progress', phase: 'running', progress: 0.5, note: null } }),
  );
  store.record(
    recordedOf({
      report: reportOf({ phase: 'succeeded' }),
      announcement: { id: 'a', taskId: 'task-1', kind: 'succeeded', decidedAt: sampleStart },
    }),
  );
  store.markTold(['a'], sampleStart);
  expect(waited).toEqual([1, 1, 2, 2]);
});

it('whatever comes after a report that could not be written waits for the disk as before', () => {
  database.exec('DROP TABLE events');
  const event = { at: sampleStart, kind: 'progress', phase: 'running', progress: 0.5, note: null } as const;
  expect(() => store.record(recordedOf({ event }))).toThrow(StoreFailure);
  expect(synchronous()).toBe(2);
  store.saveSetting('paused', 'true');
  expect(waited).toEqual([2]);
});
