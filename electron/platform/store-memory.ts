import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { words } from '../shared/language/spoken.ts';
import { asStoreFailure, inTransaction, openDatabase } from './sqlite-database.ts';
import { listedAtStart } from './sqlite-listed.ts';

/** Of each table those rows that a start would list. */
const rowsOf: readonly (readonly [table: string, which: string])[] = [
  ['gateways', ''],
  ['custom_dialects', ''],
  ['settings', ''],
  ['taken_times', ''],
  [
    'tasks',
    `WHERE removed_at IS NULL AND (finished_at IS NULL OR rowid IN (
      SELECT rowid FROM kept.tasks ORDER BY finished_at DESC LIMIT ${String(listedAtStart)}))`,
  ],
  ['events', 'WHERE task_id IN (SELECT id FROM main.tasks)'],
  ['saves', 'WHERE task_id IN (SELECT id FROM main.tasks)'],
  ['announcements', 'WHERE told_at IS NULL AND task_id IN (SELECT id FROM main.tasks)'],
];

/**
 * What a file holds, in memory: for a file that must or can not be written. The file is read from a copy, because
 * SQLite writes beside what it reads. Columns that this version does not know are left out. Throws StoreFailure.
 */
export const memoryCopyOf = (file: string): DatabaseSync =>
  asStoreFailure(words().storage.notOpened, () => {
    const database = openDatabase(':memory:');
    if (!existsSync(file)) return database;
    const folder = mkdtempSync(join(tmpdir(), 'taskbell-read-'));
    try {
      const copy = join(folder, 'copy.sqlite');
      for (const ending of ['', '-wal']) {
        if (existsSync(file + ending)) copyFileSync(file + ending, copy + ending);
      }
      database.prepare('ATTACH ? AS kept').run(copy);
      inTransaction(database, () => rowsOf.forEach(([table, which]) => copyRows(database, table, which)));
      database.exec('DETACH kept');
      return database;
    } catch (error) {
      database.close();
      throw error;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

const copyRows = (database: DatabaseSync, table: string, which: string): void => {
  const columnsIn = (schema: string): readonly string[] =>
    database
      .prepare('SELECT name FROM pragma_table_info(?, ?)')
      .all(table, schema)
      .map((row) => String(row['name']));
  const known = new Set(columnsIn('main'));
  const columns = columnsIn('kept').filter((column) => known.has(column));
  if (columns.length === 0) return;
  const names = columns.join(', ');
  database.exec(`INSERT INTO main.${table} (${names}) SELECT ${names} FROM kept.${table} ${which}`);
};
