import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSqliteStore, storeOver } from '../../electron/platform/sqlite-store.ts';
import { backupFolderOf } from '../../electron/platform/store-backups.ts';
import { damageMarkOf, openKept } from '../../electron/platform/store-opening.ts';
import { gatewayOf, sampleStart, taskOf } from '../fakes/stored-samples.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taskbell-opening-'));
  file = join(folder, 'taskbell.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (path: string, count: number): void => {
  const store = createSqliteStore(path);
  store.saveGateway(gatewayOf());
  const ids = Array.from({ length: count }, (_, index) => `task-${String(index)}`);
  store.addTasks(ids.map((id, index) => taskOf({ id, remoteId: id, addedAt: sampleStart + index })));
  store.close();
};

const backUpAs = (day: string): void => {
  mkdirSync(backupFolderOf(file), { recursive: true });
  copyFileSync(file, join(backupFolderOf(file), `${day}.sqlite`));
};

const open = () => {
  const { database, notice, isKept } = openKept(file, sampleStart);
  const store = storeOver(database);
  const ids = store.tasks().map(({ task }) => task.id);
  return { store, ids, notice, isKept };
};

const setAside = (): string[] => readdirSync(folder).filter((name) => name.includes('.damaged-'));

const damages: readonly (readonly [string, (path: string) => void])[] = [
  ['truncated in the middle', (path) => truncateSync(path, 20_000)],
  ['truncated within its first page', (path) => truncateSync(path, 700)],
  ['of zero length', (path) => truncateSync(path, 0)],
  ['of garbage', (path) => writeFileSync(path, 'A shopping list, and no database. '.repeat(2000))],
  [
    'with garbage in its middle',
    (path) => {
      const bytes = readFileSync(path);
      bytes.fill(0x5a, 8192, bytes.length - 4096);
      writeFileSync(path, bytes);
    },
  ],
  [
    'from which a table is missing',
    (path) => {
      const database = new DatabaseSync(path);
      database.exec('DROP TABLE settings');
      database.close();
    },
  ],
];

describe('a damaged file', () => {
  it.each(damages)(
    '%s: is set aside, the newest good copy takes its place, and that is said',
    (_what, damage) => {
      write(file, 300);
      backUpAs('2026-01-01');
      write(join(folder, 'newer'), 200);
      mkdirSync(backupFolderOf(file), { recursive: true });
      writeFileSync(join(backupFolderOf(file), '2026-01-02.sqlite'), 'This copy is no good either.');
      damage(file);
      const damaged = readFileSync(file);
      const { store, ids, notice, isKept } = open();
      expect(ids).toHaveLength(300);
      expect(isKept).toBe(true);
      expect(notice).toMatch(
        /damaged. The copy of 2026-01-01 is in its place: tasks added since are missing/,
      );
      expect(setAside()).toHaveLength(1);
      expect(readFileSync(join(folder, setAside()[0] ?? '')).equals(damaged)).toBe(true);
      store.addTasks([taskOf({ id: 'fresh', remoteId: 'fresh' })]);
      store.close();
      expect(open().ids).toHaveLength(301);
    },
  );

  it.each(damages.filter(([what]) => what !== 'of zero length'))(
    '%s: without a copy the list starts empty, says so and keeps the damaged file',
    (_what, damage) => {
      write(file, 300);
      damage(file);
      const { ids, notice, store } = open();
      expect(ids).toEqual([]);
      expect(notice).toContain('no good copy, so the list starts empty');
      expect(setAside()).toHaveLength(1);
      store.close();
      expect(open().notice).toBeNull();
    },
  );

  it('that was found while it was open is looked through at the next start, whatever its size', () => {
    write(file, 10);
    writeFileSync(damageMarkOf(file), '');
    expect(open()).toMatchObject({ notice: null, isKept: true });
    expect(existsSync(damageMarkOf(file))).toBe(false);
  });
});

describe('a file of a newer version', () => {
  beforeEach(() => {
    write(file, 20);
    const newer = new DatabaseSync(file);
    newer.exec(`
      ALTER TABLE tasks ADD COLUMN of_tomorrow TEXT;
      CREATE TABLE of_tomorrow (x);
      INSERT INTO settings VALUES ('paused', 'true');
      PRAGMA user_version = 999;`);
    newer.close();
  });

  it('is read and shown, what is changed stays in memory, and not one byte of the file changes', () => {
    const names = readdirSync(folder);
    const before = readFileSync(file);
    const { store, ids, notice, isKept } = open();
    expect(ids).toHaveLength(20);
    expect(store.setting('paused')).toBe('true');
    expect(notice).toContain('written by a newer Taskbell');
    expect(isKept).toBe(false);
    store.addTasks([taskOf({ id: 'fresh', remoteId: 'fresh' })]);
    expect(store.tasks()).toHaveLength(21);
    store.close();
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(names);
  });

  it('that was left by a crash is read with what is in its log, and stays as it is', () => {
    const newer = new DatabaseSync(file);
    newer.exec("PRAGMA journal_mode = WAL; UPDATE settings SET value = 'false'");
    const crashed = join(folder, 'crashed');
    mkdirSync(crashed);
    for (const ending of ['', '-wal']) copyFileSync(file + ending, join(crashed, `taskbell.sqlite${ending}`));
    newer.close();
    file = join(crashed, 'taskbell.sqlite');
    const before = readdirSync(crashed).map((name) => readFileSync(join(crashed, name)));
    const { store, notice } = open();
    expect(notice).toContain('written by a newer Taskbell');
    expect(store.setting('paused')).toBe('false');
    store.close();
    expect(readdirSync(crashed).map((name) => readFileSync(join(crashed, name)))).toEqual(before);
  });

  it('that this version cannot read at all is refused with a sentence, and left as it is', () => {
    const newer = new DatabaseSync(file);
    newer.exec('ALTER TABLE tasks DROP COLUMN pace; ALTER TABLE tasks RENAME COLUMN finished_at TO ended_at');
    newer.close();
    const before = readFileSync(file);
    expect(() => openKept(file, sampleStart)).toThrow(/could not be opened/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

it('an update of the schema keeps the file as it was beside it', () => {
  const older = new URL('../fixtures/stores/v2.sqlite', import.meta.url).pathname;
  copyFileSync(older, file);
  open().store.close();
  expect(readFileSync(`${file}.before-update`).equals(readFileSync(older))).toBe(true);
});
