import type { DatabaseSync } from 'node:sqlite';
import type { Announcement } from '../core/announcement.ts';
import { announcementOf } from './sqlite-rows.ts';
import type { createStoredEvents } from './sqlite-events.ts';
import type { createStoredPush } from './sqlite-push.ts';

/** The ledger: what was decided to be told, and what has been. Its callers have begun a transaction. */
export const createLedger = (
  database: DatabaseSync,
  events: ReturnType<typeof createStoredEvents>,
  push: ReturnType<typeof createStoredPush>,
) => {
  const sql = (statement: string) => database.prepare(statement);
  const putAnnouncement = sql(
    'INSERT INTO announcements (id, task_id, kind, decided_at) VALUES (?, ?, ?, ?)',
  );
  const untoldAnnouncements = sql(`
    SELECT announcements.* FROM announcements JOIN tasks ON tasks.id = task_id
    WHERE told_at IS NULL AND removed_at IS NULL ORDER BY decided_at, announcements.rowid`);
  const tellAnnouncement = sql('UPDATE announcements SET told_at = ? WHERE id = ? RETURNING task_id');
  const tellTask = sql('UPDATE announcements SET told_at = ? WHERE task_id = ? AND told_at IS NULL');

  return {
    note: (announcement: Announcement): void => {
      const { id, taskId, kind, decidedAt } = announcement;
      putAnnouncement.run(id, taskId, kind, decidedAt);
      push.announced(announcement);
    },
    untold: (): readonly Announcement[] => untoldAnnouncements.all().map(announcementOf),
    markTold: (announcementIds: readonly string[], at: number): void => {
      for (const id of announcementIds) {
        const told = tellAnnouncement.get(at, id);
        if (told === undefined) continue;
        events.note(String(told['task_id']), { at, kind: 'told', phase: null, progress: null, note: null });
      }
    },
    /** Whoever has looked at an ending need not be told of it any more. */
    seen: (taskId: string, at: number): void => {
      tellTask.run(at, taskId);
      push.seen(taskId, at);
    },
  };
};
