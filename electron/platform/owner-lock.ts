import { DatabaseSync } from 'node:sqlite';
import { failed, ok, type Result } from '../shared/result.ts';

export interface OwnedFolder {
  release(): void;
}

const busyCode = 5;

/**
 * Takes the file for this process. The lock is the system's: it goes with the process however that ends, and holds
 * whatever path leads to the file, so there is no number of a dead process to mistake for a live one. 'taken' means
 * that another process holds it. A place where no lock can be made is no reason not to start.
 */
export const ownFolder = (lockFile: string): Result<OwnedFolder, 'taken'> => {
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(lockFile);
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE;');
    const held = database;
    return ok({ release: () => held.close() });
  } catch (error) {
    database?.close();
    const code = error instanceof Error && 'errcode' in error ? error.errcode : null;
    return code === busyCode ? failed('taken') : ok({ release: () => undefined });
  }
};
