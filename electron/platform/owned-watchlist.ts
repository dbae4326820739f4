import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Log } from '../core/ports.ts';
import type { TaskStore } from '../core/store-ports.ts';
import { StoreFailure } from '../core/store-failure.ts';
import { words } from '../shared/language/spoken.ts';
import { ownFolder } from './owner-lock.ts';
import { keepDailyBackups } from './store-backups.ts';
import { openKeptStore } from './store-kept.ts';
import { damageMarkOf } from './store-opening.ts';

export interface OwnedWatchlist {
  readonly store: TaskStore;
  /** What the user should know of how it was opened; null when all is well. */
  readonly notice: string | null;
  /** Ends the copies and gives the folder free. The store is closed by the app. */
  release(): void;
}

export interface OwnedWatchlistSetup {
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  /** The folder was deleted and made anew: what else belongs into it is gone too. */
  readonly onFolderMadeAnew: () => void;
}

/** Takes the data folder for this process and opens its watchlist. Throws StoreFailure. */
export const openOwnedWatchlist = (setup: OwnedWatchlistSetup): OwnedWatchlist => {
  const { folder, clock, log } = setup;
  const file = join(folder, 'taskbell.sqlite');
  const lock = (): ReturnType<typeof ownFolder> => ownFolder(join(folder, 'owner.lock'));
  let owned = lock();
  if (!owned.ok) {
    throw new StoreFailure(words().storage.otherTaskbell);
  }
  const kept = openKeptStore({
    file,
    clock,
    log,
    onFolderMadeAnew: () => {
      // The lock was in it too.
      owned = lock();
      setup.onFolderMadeAnew();
    },
  });
  const endBackups = keepDailyBackups({
    clock,
    log,
    file,
    database: () => kept.database(),
    onDamage: () => writeFileSync(damageMarkOf(file), ''),
  });
  return {
    store: kept.store,
    notice: kept.notice,
    release: () => {
      endBackups();
      if (owned.ok) owned.value.release();
    },
  };
};
