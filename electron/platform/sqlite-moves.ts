import type { DatabaseSync } from 'node:sqlite';
import type { MovedTask } from '../core/store-ports.ts';
import { searchWordsOf } from '../core/search-words.ts';
import { isSettled } from '../shared/task.ts';
import { taskColumns } from './sqlite-listed.ts';
import { wholeMs } from './sqlite-numbers.ts';
import { eventOf, storedTaskOf } from './sqlite-rows.ts';

/** What reads all tasks in pieces, and what writes tasks that come whole with their history. */
export const createMovedTasks = (database: DatabaseSync) => {
  const pageOfTasks = database.prepare(
    `SELECT rowid AS place, ${taskColumns} FROM tasks WHERE rowid > ? AND removed_at IS NULL ORDER BY rowid LIMIT ?`,
  );
  const eventsOfTask = database.prepare('SELECT * FROM events WHERE task_id = ? ORDER BY rowid');
  const putTask = database.prepare(`
    INSERT INTO tasks (${taskColumns}, settled, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const putEvent = database.prepare(
    'INSERT INTO events (task_id, at, kind, phase, progress, note) VALUES (?, ?, ?, ?, ?, ?)',
  );
  return {
    page: (after: number, limit: number) => {
      const rows = pageOfTasks.all(after, limit);
      const last = rows.at(-1);
      return {
        tasks: rows.map(storedTaskOf).map((stored): MovedTask => {
          return { stored, history: eventsOfTask.all(stored.task.id).map(eventOf) };
        }),
        next: last === undefined || rows.length < limit ? null : Number(last['place']),
      };
    },
    insert: ({ stored, history }: MovedTask): void => {
      const { task, report, pace } = stored;
      putTask.run(
        task.id,
        task.gatewayId,
        task.remoteId,
        task.addedAt,
        task.addedFrom,
        report === null ? null : JSON.stringify(report),
        wholeMs(stored.reportedAt),
        wholeMs(stored.startedAt),
        wholeMs(stored.finishedAt),
        pace === null ? null : JSON.stringify(pace),
        wholeMs(stored.keptAt),
        stored.seen ? 1 : 0,
        isSettled(report) ? 1 : 0,
        searchWordsOf(task.remoteId, report),
      );
      for (const { at, kind, phase, progress, note } of history) {
        putEvent.run(task.id, at, kind, phase, progress, note);
      }
    },
  };
};
