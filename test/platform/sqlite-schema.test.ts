import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from '../../electron/platform/sqlite-schema.ts';
import { createSqliteStore } from '../../electron/platform/sqlite-store.ts';
import { lumen } from '../fakes/described-apis.ts';
import { recordedOf, sampleStart as at } from '../fakes/stored-samples.ts';

/** Files that the program of that time wrote. They are never made anew. */
const fixture = (version: number): string =>
  new URL(`../fixtures/stores/v${String(version)}.sqlite`, import.meta.url).pathname;

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taskbell-schema-'));
  file = join(folder, 'taskbell.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

const versionOf = (path: string): number => {
  const database = new DatabaseSync(path, { readOnly: true });
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  database.close();
  return version;
};

const olderVersions = migrations.map((_step, index) => index).filter((version) => version > 0);

describe('a file of an earlier version', () => {
  it.each(olderVersions)('is kept as an example: version %i', (version) => {
    expect(versionOf(fixture(version))).toBe(version);
  });

  it.each(olderVersions)('keeps all that it holds: version %i', (version) => {
    copyFileSync(fixture(version), file);
    const store = createSqliteStore(file);
    expect(store.gateways()).toMatchObject([
      { id: 'gateway-1', name: 'Studio', keyHint: 'cdef', requestsPerSecond: version >= 3 ? 2.5 : null },
    ]);
    expect(store.tasks()).toMatchObject([
      { task: { id: 'task-1', remoteId: 'sora-2:task_01' }, report: { phase: 'running', progress: 0.5 } },
      { task: { id: 'task-2' }, report: { phase: 'succeeded' }, finishedAt: at + 90, seen: false },
      { task: { id: 'task-3' }, report: { failure: { reason: 'moderation' } }, finishedAt: at + 95 },
    ]);
    expect(store.tasks().map(({ pace }) => pace?.marks.length ?? 0)).toEqual(
      version >= 3 ? [1, 1, 1] : [0, 0, 0],
    );
    expect(store.history('task-2').map(({ kind }) => kind)).toEqual(['added', 'phase', 'told']);
    expect(store.untold()).toEqual([
      { id: 'untold-1', taskId: 'task-3', kind: 'failed', decidedAt: at + 100 },
    ]);
    expect(store.setting('paused')).toBe('true');
    expect(store.customDialects()).toEqual(version >= 2 ? [lumen] : []);
    expect(store.restoreTasks(['task-4'])).toHaveLength(1);
    store.close();
    expect(versionOf(file)).toBe(migrations.length);
  });

  it.each(olderVersions)('is found by its words and listed as before: version %i', (version) => {
    copyFileSync(fixture(version), file);
    const store = createSqliteStore(file);
    const found = (query: string) => store.search(query, 10).map(({ task }) => task.id);
    expect(found('paper boat 片')).toEqual(['task-3', 'task-2', 'task-1']);
    expect(found('äö TASK_02')).toEqual(['task-2']);
    expect(found('moderation')).toEqual(['task-3']);
    store.record(recordedOf({ taskId: 'task-1' }));
    store.close();
  });

  it('of what was saved of a task keeps its video’s: version 6', () => {
    copyFileSync(fixture(6), file);
    const store = createSqliteStore(file);
    const rest = { kind: 'video', folder: '/videos' };
    expect(store.saves()).toMatchObject([
      { ...rest, taskId: 'task-2', state: 'saved', path: '/videos/A paper boat.mp4', bytes: 6e9 },
      {
        ...rest,
        taskId: 'task-1',
        state: 'unfinished',
        trouble: 'no-folder',
        validator: '"v1"',
        totalBytes: 400,
      },
    ]);
    store.close();
  });

  it('tells a phone that wanted both of cancelled and of lost tasks: version 6', () => {
    copyFileSync(fixture(6), file);
    const store = createSqliteStore(file);
    expect(store.pushTargets(0)).toMatchObject([{ name: 'Phone', kinds: ['ready', 'cancelled', 'lost'] }]);
    store.close();
  });

  it('is whole again when a step fails half-way, at the version that it had', () => {
    copyFileSync(fixture(3), file);
    const spoilt = new DatabaseSync(file);
    spoilt.exec('PRAGMA journal_mode = DELETE; CREATE TABLE removed_tasks (in_the_way)');
    spoilt.close();
    expect(() => createSqliteStore(file)).toThrow(/could not be opened/);
    expect(versionOf(file)).toBe(3);
    const after = new DatabaseSync(file);
    expect(after.prepare('SELECT name FROM pragma_table_info(?)').all('tasks')).not.toContainEqual({
      name: 'words',
    });
    after.close();
  });
});
