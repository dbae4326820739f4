import type { DatabaseSync } from 'node:sqlite';
import type { TaskEvent } from '../shared/task.ts';
import { eventOf } from './sqlite-rows.ts';

/** From so many lines of a task's history on, every second one of its progress is dropped. */
const mostEvents = 80;

/** The history of each task: changes of phase are kept, progress is thinned. */
export const createStoredEvents = (database: DatabaseSync) => {
  const sql = (statement: string) => database.prepare(statement);
  const putEvent = sql(
    'INSERT INTO events (task_id, at, kind, phase, progress, note) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const eventCount = sql('SELECT count(*) AS count FROM events WHERE task_id = ?');
  const thinEvents = sql(`
    DELETE FROM events WHERE rowid IN (
      SELECT rowid FROM (
        SELECT rowid, row_number() OVER (ORDER BY rowid DESC) AS place FROM events
        WHERE task_id = ? AND kind = 'progress')
      WHERE place % 2 = 0)`);
  const eventsOfTask = sql('SELECT * FROM events WHERE task_id = ? ORDER BY rowid');

  return {
    of: (taskId: string): readonly TaskEvent[] => eventsOfTask.all(taskId).map(eventOf),
    note: (taskId: string, { at, kind, phase, progress, note }: TaskEvent): void => {
      putEvent.run(taskId, at, kind, phase, progress, note);
      if (kind === 'progress' && Number(eventCount.get(taskId)?.['count']) > mostEvents)
        thinEvents.run(taskId);
    },
  };
};
