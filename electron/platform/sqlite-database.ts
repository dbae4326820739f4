import { DatabaseSync } from 'node:sqlite';
import { searchWordsOf } from '../core/search-words.ts';
import { StoreFailure } from '../core/store-failure.ts';
import { words } from '../shared/language/spoken.ts';
import { isSettled, type Report } from '../shared/task.ts';
import { migrations } from './sqlite-schema.ts';

/** The file was written by a version that knows more than this one. It is left as it is. */
export class NewerDatabase extends StoreFailure {}

/** Opens the database file, creating it or bringing it to this version's schema. Throws StoreFailure. */
export const openDatabase = (file: string): DatabaseSync => {
  const database = asStoreFailure(words().storage.notOpened, () => new DatabaseSync(file));
  try {
    asStoreFailure(words().storage.notOpened, () => prepare(database));
  } catch (failure) {
    database.close();
    throw failure;
  }
  return database;
};

/** How many steps of the schema a database has taken. */
const versionOf = (database: DatabaseSync): number =>
  Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);

const prepare = (database: DatabaseSync): void => {
  const version = versionOf(database);
  if (version > migrations.length) {
    throw new NewerDatabase(words().storage.newer);
  }
  // FULL: what was told and what was reported must survive a power cut together.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  // Enough for what a start and a search read; SQLite's own choice is 2 MB.
  database.exec('PRAGMA cache_size = -16000;');
  if (version < migrations.length) defineFunctions(database);
  for (const [index, step] of migrations.entries()) {
    if (index < version) continue;
    inTransaction(database, () => database.exec(`${step} PRAGMA user_version = ${String(index + 1)};`));
  }
};

/** What the steps of the schema call. */
const defineFunctions = (database: DatabaseSync): void => {
  const reportIn = (json: unknown): Report | null =>
    typeof json === 'string' ? (JSON.parse(json) as Report) : null;
  database.function('taskbell_settled', (report) => (isSettled(reportIn(report)) ? 1 : 0));
  database.function('taskbell_words', (remoteId, report) =>
    searchWordsOf(String(remoteId), reportIn(report)),
  );
};

/** All of it is written, or nothing. */
export const inTransaction = (database: DatabaseSync, write: () => void): void => {
  database.exec('BEGIN IMMEDIATE');
  try {
    write();
    database.exec('COMMIT');
  } catch (error) {
    // After a failed COMMIT or a full disk SQLite may have rolled back by itself.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
};

/**
 * The same without waiting for the disk: a power cut may undo the latest of these writes, in order and each as a whole.
 * The next other write waits for all of them.
 */
export const inLightTransaction = (database: DatabaseSync, write: () => void): void => {
  database.exec('PRAGMA synchronous = NORMAL');
  try {
    inTransaction(database, write);
  } finally {
    database.exec('PRAGMA synchronous = FULL');
  }
};

/** Runs a database call; what SQLite throws becomes a sentence with its reason. */
export const asStoreFailure = <Value>(sentence: string, call: () => Value): Value => {
  try {
    return call();
  } catch (error) {
    if (error instanceof StoreFailure) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreFailure(words().storage.because(sentence, reason), { cause: error });
  }
};
