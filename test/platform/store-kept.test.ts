import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../electron/platform/sqlite-database.ts';
import { createSqliteStore } from '../../electron/platform/sqlite-store.ts';
import { backUp, backupFolderOf, backupsOf } from '../../electron/platform/store-backups.ts';
import { openKeptStore } from '../../electron/platform/store-kept.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { gatewayOf, recordedOf, sampleStart, taskOf } from '../fakes/stored-samples.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'taskbell-kept-')), 'data');
  mkdirSync(folder);
  file = join(folder, 'taskbell.sqlite');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const openWithTask = () => {
  let madeAnew = 0;
  const clock = createManualClock();
  const kept = openKeptStore({
    file,
    clock,
    log: () => undefined,
    onFolderMadeAnew: () => (madeAnew += 1),
  });
  kept.store.saveGateway(gatewayOf());
  kept.store.addTasks([taskOf({ id: 'a' })]);
  return { ...kept, clock, madeAnew: () => madeAnew };
};

const idsIn = (path: string): string[] => {
  const store = createSqliteStore(path);
  const ids = store.tasks().map(({ task }) => task.id);
  store.close();
  return ids;
};

describe('a data folder that is deleted while Taskbell runs', () => {
  it('is made anew with all that was in the list, before the next write', () => {
    const { store, madeAnew } = openWithTask();
    rmSync(folder, { recursive: true });
    store.addTasks([taskOf({ id: 'b', remoteId: 'b' })]);
    expect(madeAnew()).toBe(1);
    store.record(recordedOf({ taskId: 'a' }));
    expect(madeAnew()).toBe(1);
    expect(statSync(folder).mode & 0o077).toBe(0);
    store.close();
    expect(idsIn(file)).toEqual(['a', 'b']);
  });

  it('is made anew also when nothing is written, and its time to look ends with the store', async () => {
    const { store, clock, madeAnew } = openWithTask();
    rmSync(folder, { recursive: true });
    await clock.advance(60_000);
    expect(madeAnew()).toBe(1);
    store.close();
    expect(clock.pending()).toBe(0);
    expect(idsIn(file)).toEqual(['a']);
  });

  it('and put there by somebody else is not written into, and that is said', () => {
    const { store } = openWithTask();
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    const theirs = createSqliteStore(file);
    theirs.saveSetting('whose', 'theirs');
    theirs.close();
    const before = readFileSync(file);
    expect(() => store.saveSetting('whose', 'ours')).toThrow(/replaced by another/);
    expect(store.tasks()).toHaveLength(1);
    store.close();
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('the daily copy', () => {
  const dayMs = 86_400_000;

  it('is whole, the user’s alone, and the oldest of more than five goes', async () => {
    const store = createSqliteStore(file);
    store.saveGateway(gatewayOf());
    store.addTasks([taskOf({ id: 'a' })]);
    store.close();
    const database = openDatabase(file);
    for (let day = 0; day < 7; day += 1) {
      expect(await backUp(database, file, sampleStart + day * dayMs)).toBe('done');
    }
    database.close();
    expect(readdirSync(backupFolderOf(file)).sort()).toEqual(
      ['04', '05', '06', '07', '08'].map((day) => `2026-01-${day}.sqlite`),
    );
    const [newest = ''] = backupsOf(file);
    expect(statSync(newest).mode & 0o777).toBe(0o600);
    expect(idsIn(newest)).toEqual(['a']);
  });

  it('of a damaged file is not kept, and pushes out no good one', async () => {
    const store = createSqliteStore(file);
    store.saveGateway(gatewayOf());
    store.addTasks(
      Array.from({ length: 500 }, (_, index) => taskOf({ id: `t${String(index)}`, remoteId: String(index) })),
    );
    store.close();
    const good = openDatabase(file);
    expect(await backUp(good, file, sampleStart)).toBe('done');
    good.close();
    const bytes = readFileSync(file);
    bytes.fill(0x5a, bytes.length - 40_000, bytes.length - 8_000);
    writeFileSync(file, bytes);
    const bad = openDatabase(file);
    expect(await backUp(bad, file, sampleStart + dayMs)).toBe('damaged');
    bad.close();
    expect(backupsOf(file).map((path) => path.slice(-17))).toEqual(['2026-01-02.sqlite']);
  });
});
