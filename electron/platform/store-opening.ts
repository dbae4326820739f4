import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { StoreFailure } from '../core/store-failure.ts';
import { words } from '../shared/language/spoken.ts';
import { backupsOf } from './store-backups.ts';
import { memoryCopyOf } from './store-memory.ts';
import { asStoreFailure, NewerDatabase, openDatabase } from './sqlite-database.ts';
import { migrations } from './sqlite-schema.ts';
import { storeOver } from './sqlite-store.ts';
import { syncFile } from './synced-files.ts';

export interface OpenedDatabase {
  readonly database: DatabaseSync;
  /** False when this run is kept in memory only. */
  readonly isKept: boolean;
  /** What the user should know of it, as a sentence; null when all is well. */
  readonly notice: string | null;
}

/** A file up to this size is looked through whole at a start; a larger one once a day, on another thread. */
const checkedAtStartBytes = 8 * 1024 * 1024;

/** Says that a larger file was found damaged while it was open: the next start looks through it. */
export const damageMarkOf = (file: string): string => `${file}.damaged`;

/** SQLite’s codes: a table is not as it was made, the file is malformed, or it is no database at all. */
const damageCodes: ReadonlySet<number> = new Set([1, 11, 26]);
/** Read-only, full, or not to be opened or made. */
const unwritableCodes: ReadonlySet<number> = new Set([8, 10, 13, 14]);

/**
 * Opens the watchlist's file whatever has become of it. A damaged file is set aside and the newest good copy takes
 * its place; a file that must not or can not be written is read into memory. Throws StoreFailure when neither works.
 */
export const openKept = (file: string, now: number): OpenedDatabase => {
  try {
    return { database: openSound(file), isKept: true, notice: null };
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    if (error instanceof NewerDatabase) return inMemory(file, words().storage.newerInMemory);
    const code = codeOf(error);
    if (isDamage(error)) return recovered(file, now);
    if (code !== null && unwritableCodes.has(code & 0xff)) {
      return inMemory(
        file,
        words().storage.unwritable(error.cause instanceof Error ? error.cause.message : ''),
      );
    }
    throw error;
  }
};

class DamagedDatabase extends StoreFailure {}

const isDamage = (error: StoreFailure): boolean => {
  const code = codeOf(error);
  return error instanceof DamagedDatabase || (code !== null && damageCodes.has(code & 0xff));
};

const codeOf = ({ cause }: StoreFailure): number | null =>
  cause instanceof Error && 'errcode' in cause && typeof cause.errcode === 'number' ? cause.errcode : null;

const openSound = (file: string): DatabaseSync => {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const mark = damageMarkOf(file);
  // SQLite would take an empty file for a new watchlist and say nothing; ours is never empty.
  if (size === 0 && (existsSync(file) || existsSync(`${file}-wal`)) && backupsOf(file).length > 0) {
    throw new DamagedDatabase(words().storage.empty);
  }
  const version = versionInHeader(file);
  // Not even opened: SQLite would tidy up beside the file and within it.
  if (version > migrations.length) throw new NewerDatabase(words().storage.newerInMemory);
  if (version > 0 && version < migrations.length) keepBeforeUpdate(file);
  const database = openDatabase(file);
  try {
    asStoreFailure(words().storage.notOpened, () => storeOver(database));
    if (size > 0 && (size <= checkedAtStartBytes || existsSync(mark))) lookThrough(database);
    rmSync(mark, { force: true });
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};

/** The schema's version where SQLite keeps it, or 0 for what is no database. */
const versionInHeader = (file: string): number => {
  const header = Buffer.alloc(64);
  try {
    const handle = openSync(file, 'r');
    try {
      readSync(handle, header, 0, header.length, 0);
    } finally {
      closeSync(handle);
    }
  } catch {
    return 0;
  }
  return header.toString('latin1', 0, 15) === 'SQLite format 3' ? header.readUInt32BE(60) : 0;
};

const lookThrough = (database: DatabaseSync): void => {
  let found: unknown;
  try {
    found = database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
  } catch (error) {
    found = String(error);
  }
  if (found !== 'ok') throw new DamagedDatabase(words().storage.damaged(String(found)));
};

/** A new version of Taskbell changes the file's schema for good, so the file of the old one is kept as it was. */
const keepBeforeUpdate = (file: string): void => {
  const copy = `${file}.before-update`;
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    copyFileSync(file, copy);
    syncFile(copy);
  } catch {
    // Whatever is wrong with the file, opening it says so.
    return;
  } finally {
    database.close();
  }
};

const inMemory = (file: string, notice: string): OpenedDatabase => ({
  database: memoryCopyOf(file),
  isKept: false,
  notice,
});

const recovered = (file: string, now: number): OpenedDatabase => {
  const aside = `${file}.damaged-${new Date(now).toISOString().replace(/[:.]/g, '-')}`;
  try {
    for (const ending of ['', '-wal']) {
      if (existsSync(file + ending)) renameSync(file + ending, aside + ending);
    }
    rmSync(`${file}-shm`, { force: true });
  } catch {
    throw new StoreFailure(words().storage.notSetAside);
  }
  for (const copy of backupsOf(file)) {
    const database = restored(copy, file);
    if (database === null) continue;
    return { database, isKept: true, notice: words().storage.restored(dayOf(copy), nameOf(aside)) };
  }
  return { database: openDatabase(file), isKept: true, notice: words().storage.startedAnew(nameOf(aside)) };
};

/** Null when the copy is no good either. */
const restored = (copy: string, file: string): DatabaseSync | null => {
  try {
    copyFileSync(copy, file);
    syncFile(file);
    const database = openDatabase(file);
    try {
      lookThrough(database);
      return database;
    } catch {
      database.close();
    }
  } catch {
    // The next copy may be better.
  }
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
  return null;
};

const nameOf = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
const dayOf = (copy: string): string => nameOf(copy).replace('.sqlite', '');
