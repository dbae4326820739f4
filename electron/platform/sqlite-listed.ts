import type { DatabaseSync } from 'node:sqlite';
import type { StoredTask } from '../core/store-ports.ts';
import { folded } from '../core/search-words.ts';
import { storedTaskOf } from './sqlite-rows.ts';

export const taskColumns =
  'id, gateway_id, remote_id, added_at, added_from, report, reported_at, started_at, finished_at, pace, kept_at, seen';

/** As many of the ended tasks are read at a start. The rest is found by a search. */
export const listedAtStart = 1000;

const mostWords = 8;

/** What reads tasks out of a long history without reading all of it. */
export const createListedTasks = (database: DatabaseSync) => {
  const listed = database.prepare(`
    SELECT ${taskColumns} FROM tasks WHERE rowid IN (
      SELECT rowid FROM tasks WHERE settled = 0 AND removed_at IS NULL
      UNION ALL SELECT * FROM (
        SELECT rowid FROM tasks WHERE settled = 1 AND removed_at IS NULL
        ORDER BY finished_at DESC LIMIT ${String(listedAtStart)})
      UNION ALL SELECT tasks.rowid FROM announcements JOIN tasks ON tasks.id = task_id
        WHERE told_at IS NULL AND removed_at IS NULL
      UNION ALL SELECT tasks.rowid FROM deliveries INDEXED BY waiting_deliveries
        JOIN announcements ON announcements.id = announcement_id JOIN tasks ON tasks.id = task_id
        WHERE state = 'waiting' AND removed_at IS NULL
    ) ORDER BY added_at, rowid`);
  const known = database.prepare(
    `SELECT ${taskColumns} FROM tasks WHERE gateway_id = ? AND remote_id = ? AND removed_at IS NULL`,
  );
  const binned = database.prepare(
    `SELECT ${taskColumns}, removed_at FROM tasks WHERE removed_at IS NOT NULL ORDER BY removed_at DESC LIMIT ?`,
  );
  const gatewaysNamed = database.prepare('SELECT id, name FROM gateways');
  // One scan of an index that holds all that is looked at, newest first, and only then the rows themselves.
  const found = (words: number) =>
    database.prepare(`
      SELECT ${taskColumns} FROM tasks WHERE rowid IN (
        SELECT rowid FROM tasks INDEXED BY words_of_tasks WHERE removed_at IS NULL
          ${'AND (instr(words, ?) > 0 OR instr(?, gateway_id) > 0) '.repeat(words)}
        ORDER BY added_at DESC LIMIT ?
      ) ORDER BY added_at DESC, rowid DESC`);

  return {
    tasks: (): readonly StoredTask[] => listed.all().map(storedTaskOf),
    find: (gatewayId: string, remoteIds: readonly string[]): readonly StoredTask[] =>
      remoteIds.flatMap((remoteId) => {
        const row = known.get(gatewayId, remoteId);
        return row === undefined ? [] : [storedTaskOf(row)];
      }),
    bin: (limit: number) =>
      binned.all(limit).map((row) => ({ stored: storedTaskOf(row), removedAt: Number(row['removed_at']) })),
    search: (query: string, limit: number): readonly StoredTask[] => {
      const words = folded(query).split(/\s+/).filter(Boolean).slice(0, mostWords);
      const gateways = gatewaysNamed.all();
      const idsNamed = (word: string): string =>
        gateways
          .filter((row) => folded(String(row['name'])).includes(word))
          .map((row) => String(row['id']))
          .join('\n');
      const given = words.flatMap((word) => [word, idsNamed(word)]);
      return found(words.length)
        .all(...given, limit)
        .map(storedTaskOf);
    },
  };
};
