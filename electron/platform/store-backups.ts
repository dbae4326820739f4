import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backup, type DatabaseSync } from 'node:sqlite';
import type { Cancel, Clock, Log } from '../core/ports.ts';
import { checkInBackground } from './background-check.ts';
import { syncFile, syncFolder } from './synced-files.ts';

/** So many daily copies are kept, and of a file beyond the size only the fewer. */
const kept = { copies: 5, largeFrom: 100 * 1024 * 1024, ofLarge: 2 };

const firstAfterMs = 3 * 60_000;
const lookEveryMs = 60 * 60_000;

/** Copied in steps of so many pages (400 KB), so that none holds up the app. */
const pagesAtOnce = 100;

export const backupFolderOf = (file: string): string => `${file}.backups`;

/** Copies of the watchlist, newest first. */
export const backupsOf = (file: string): readonly string[] => {
  const folder = backupFolderOf(file);
  try {
    return readdirSync(folder)
      .filter((name) => /^\d{4}-\d{2}-\d{2}\.sqlite$/.test(name))
      .sort()
      .reverse()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
};

/** Copies the open database, if its own file is good: a damaged one must not push out the last good copy. */
export const backUp = async (
  database: DatabaseSync,
  file: string,
  at: number,
): Promise<'done' | 'damaged' | 'no-room' | 'not-checked'> => {
  const folder = backupFolderOf(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) if (name.includes('.draft')) rmSync(join(folder, name));
  const size = statSync(file).size;
  const { bavail, bsize } = statfsSync(folder);
  // What is left must do for the watchlist itself.
  if (bavail * bsize < 2 * size) return 'no-room';
  const draft = join(folder, 'copy.draft');
  await backup(database, draft, { rate: pagesAtOnce });
  chmodSync(draft, 0o600);
  const outcome = await checkInBackground(draft);
  if (outcome !== 'good') {
    rmSync(draft, { force: true });
    return outcome;
  }
  for (const ending of ['-wal', '-shm', '-journal']) rmSync(`${draft}${ending}`, { force: true });
  syncFile(draft);
  renameSync(draft, join(folder, `${new Date(at).toISOString().slice(0, 10)}.sqlite`));
  syncFolder(folder);
  const copies = size > kept.largeFrom ? kept.ofLarge : kept.copies;
  for (const old of backupsOf(file).slice(copies)) rmSync(old, { force: true });
  return 'done';
};

export interface DailyBackups {
  readonly clock: Clock;
  readonly log: Log;
  /** The database that is open now; null when there is none to copy. */
  readonly database: () => DatabaseSync | null;
  readonly file: string;
  readonly onDamage: () => void;
}

/** Makes a copy a day, beginning a while after the start, until it is ended. */
export const keepDailyBackups = ({ clock, log, database, file, onDamage }: DailyBackups): Cancel => {
  let ended = false;
  let cancel: Cancel = () => undefined;
  const look = async (): Promise<void> => {
    const open = database();
    const today = `${new Date(clock.now()).toISOString().slice(0, 10)}.sqlite`;
    if (open !== null && backupsOf(file)[0]?.endsWith(today) !== true) {
      const outcome = await backUp(open, file, clock.now());
      if (outcome !== 'done') log(`backup: ${outcome}`);
      if (outcome === 'damaged') onDamage();
    }
  };
  const plan = (delayMs: number): void => {
    cancel = clock.after(delayMs, () => {
      void look()
        .catch((error: unknown) => log(`backup: ${String(error)}`))
        .finally(() => {
          if (!ended) plan(lookEveryMs);
        });
    });
  };
  plan(firstAfterMs);
  return () => {
    ended = true;
    cancel();
  };
};
