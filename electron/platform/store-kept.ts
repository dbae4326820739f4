import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Cancel, Clock, Log } from '../core/ports.ts';
import type { TaskStore } from '../core/store-ports.ts';
import { StoreFailure } from '../core/store-failure.ts';
import { aroundWrites } from '../core/store-writes.ts';
import { words } from '../shared/language/spoken.ts';
import { asStoreFailure, openDatabase } from './sqlite-database.ts';
import { storeOver } from './sqlite-store.ts';
import { openKept, type OpenedDatabase } from './store-opening.ts';

export interface KeptStoreSetup {
  readonly file: string;
  readonly clock: Clock;
  readonly log: Log;
  /** The data folder was gone and has been made anew: what else belongs into it is gone too. */
  readonly onFolderMadeAnew: () => void;
}

export interface KeptStore {
  readonly store: TaskStore;
  readonly notice: string | null;
  /** The database that is open now; null while this run is kept in memory only. */
  database(): DatabaseSync | null;
  /** Brings the file back if somebody has deleted it. Throws StoreFailure when that does not work. */
  look(): void;
}

/**
 * The watchlist in its file, as long as that is there. SQLite goes on writing to a file that has been deleted and
 * says nothing; here that is noticed before each write, and the file is written anew from what SQLite still holds.
 */
export const openKeptStore = ({ file, clock, log, onFolderMadeAnew }: KeptStoreSetup): KeptStore => {
  const opened: OpenedDatabase = openKept(file, clock.now());
  let { database } = opened;
  let store = storeOver(database);
  let identity = opened.isKept ? identityOf(file) : null;

  const look = (): void => {
    if (identity === null) return;
    const there = identityOf(file);
    if (there === identity) return;
    if (there !== null) throw new StoreFailure(words().storage.replaced);
    asStoreFailure(words().storage.notWrittenAnew, writeAnew);
    identity = identityOf(file);
    log('the watchlist’s file was deleted while Taskbell ran, and was written anew');
    onFolderMadeAnew();
  };

  const writeAnew = (): void => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const draft = `${file}.draft`;
    rmSync(draft, { force: true });
    database.prepare('VACUUM INTO ?').run(draft);
    for (const ending of ['-wal', '-shm']) rmSync(file + ending, { force: true });
    renameSync(draft, file);
    const old = database;
    database = openDatabase(file);
    store = storeOver(database);
    old.close();
  };

  let cancel: Cancel = () => undefined;
  const lookLater = (): void => {
    cancel = clock.after(lookEveryMs, () => {
      try {
        look();
      } catch (error) {
        if (!(error instanceof StoreFailure)) throw error;
      }
      lookLater();
    });
  };
  if (opened.isKept) lookLater();

  // Each call goes to whichever store is open by then.
  const names = Object.keys(store) as (keyof TaskStore)[];
  const current = Object.fromEntries(
    names.map((name) => [
      name,
      (...args: readonly unknown[]) => (store[name] as (...given: readonly unknown[]) => unknown)(...args),
    ]),
  ) as unknown as TaskStore;

  const looking = aroundWrites(current, (write) => {
    look();
    return write();
  });
  const close = (): void => {
    cancel();
    store.close();
  };

  return {
    store: { ...looking, close },
    notice: opened.notice,
    database: () => (opened.isKept ? database : null),
    look,
  };
};

/** Also when nothing is written for long, the next start must find the file. */
const lookEveryMs = 10_000;

/** Tells one file from another at the same path; null when there is none. */
const identityOf = (file: string): string | null => {
  const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? null : `${String(stats.dev)}:${String(stats.ino)}`;
};
