import type { DatabaseSync } from 'node:sqlite';
import type { Announcement } from '../core/announcement.ts';
import { keptPerModel, type TakenTime } from '../core/learned-times.ts';
import type { TaskStore } from '../core/ports.ts';
import { isFinalPhase, type TaskEvent, type WatchedTask } from '../shared/task.ts';
import { asStoreFailure, inLightTransaction, inTransaction, openDatabase } from './sqlite-database.ts';
import {
  announcementOf,
  customDialectOf,
  eventOf,
  gatewayOf,
  pauseOf,
  reminderOf,
  storedTaskOf,
  takenTimeOf,
} from './sqlite-rows.ts';

const taskColumns =
  'id, gateway_id, remote_id, added_at, added_from, report, reported_at, started_at, finished_at, pace, kept_at, seen';

/** Undoing a removal is offered for seconds. What the user removed must not stay on the disk for ever. */
const removedKeptMs = 24 * 60 * 60 * 1000;

/** The watchlist in one SQLite file. Throws StoreFailure when it cannot be opened, read or written. */
export const createSqliteStore = (file: string): TaskStore => {
  const database = openDatabase(file);
  return asStoreFailure('The watchlist could not be opened', () => storeOver(database));
};

/** The same over a database that is open already; the store closes it. */
export const storeOver = (database: DatabaseSync): TaskStore => {
  const sql = (statement: string) => database.prepare(statement);

  const allGateways = sql('SELECT * FROM gateways ORDER BY rowid');
  const putGateway = sql(`
    INSERT INTO gateways (id, name, base_url, dialect, allow_plain_http, key_hint, requests_per_second)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, base_url = excluded.base_url,
      dialect = excluded.dialect, allow_plain_http = excluded.allow_plain_http, key_hint = excluded.key_hint,
      requests_per_second = excluded.requests_per_second`);
  const putPause = sql('UPDATE gateways SET pause = ? WHERE id = ?');
  const allPauses = sql('SELECT id, pause FROM gateways WHERE pause IS NOT NULL');
  const deleteGateway = sql('DELETE FROM gateways WHERE id = ?');
  const allTasks = sql(`SELECT ${taskColumns} FROM tasks WHERE removed_at IS NULL ORDER BY added_at, rowid`);
  const oneTask = sql(`SELECT ${taskColumns} FROM tasks WHERE id = ? AND removed_at IS NULL`);
  const putTask = sql(
    'INSERT INTO tasks (id, gateway_id, remote_id, added_at, added_from, seen) VALUES (?, ?, ?, ?, ?, 1)',
  );
  const putReport = sql(
    'UPDATE tasks SET report = ?, reported_at = ?, started_at = ?, finished_at = ?, pace = ?, seen = ? WHERE id = ?',
  );
  const putEvent = sql(
    'INSERT INTO events (task_id, at, kind, phase, progress, note) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const putAnnouncement = sql(
    'INSERT INTO announcements (id, task_id, kind, decided_at) VALUES (?, ?, ?, ?)',
  );
  const putTakenTime = sql(`
    INSERT INTO taken_times (gateway_id, model, at, total_ms, running_ms, uncertain_ms, marks)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const forgetTakenTimes = sql(`
    DELETE FROM taken_times WHERE gateway_id = ?1 AND model = ?2 AND rowid NOT IN (
      SELECT rowid FROM taken_times WHERE gateway_id = ?1 AND model = ?2 ORDER BY at DESC, rowid DESC
      LIMIT ${String(keptPerModel)})`);
  const allTakenTimes = sql('SELECT * FROM taken_times ORDER BY at, rowid');
  const keepTask = sql('UPDATE tasks SET kept_at = ? WHERE id = ?');
  const markTaskSeen = sql('UPDATE tasks SET seen = 1 WHERE id = ?');
  const removeTask = sql('UPDATE tasks SET removed_at = ? WHERE id = ? AND removed_at IS NULL');
  const forgetRemoved = sql('DELETE FROM tasks WHERE removed_at < ?');
  const restoreTask = sql('UPDATE OR IGNORE tasks SET removed_at = NULL WHERE id = ?');
  const eventsOfTask = sql('SELECT * FROM events WHERE task_id = ? ORDER BY at, rowid');
  const untoldAnnouncements = sql(`
    SELECT announcements.* FROM announcements JOIN tasks ON tasks.id = task_id
    WHERE told_at IS NULL AND removed_at IS NULL ORDER BY decided_at, announcements.rowid`);
  const tellAnnouncement = sql('UPDATE announcements SET told_at = ? WHERE id = ? RETURNING task_id');
  const tellTask = sql('UPDATE announcements SET told_at = ? WHERE task_id = ? AND told_at IS NULL');
  const allReminders = sql(`
    SELECT task_id, kind, max(decided_at) AS at FROM announcements
    WHERE kind IN ('link-expiring', 'unanswered') GROUP BY task_id, kind
    UNION ALL SELECT task_id, kind, max(at) AS at FROM events WHERE kind = 'taken' GROUP BY task_id`);
  const allCustomDialects = sql('SELECT * FROM custom_dialects ORDER BY rowid');
  const putCustomDialect = sql(
    'INSERT INTO custom_dialects (id, definition) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET definition = excluded.definition',
  );
  const deleteCustomDialect = sql('DELETE FROM custom_dialects WHERE id = ?');
  const oneSetting = sql('SELECT value FROM settings WHERE name = ?');
  const putSetting = sql(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );

  const writeBy = (transact: typeof inTransaction, change: () => void): void =>
    asStoreFailure('The watchlist could not be saved', () => transact(database, change));
  const write = (change: () => void): void => writeBy(inTransaction, change);
  const read = <Value>(query: () => Value): Value => asStoreFailure('The watchlist could not be read', query);
  const noteEvent = (taskId: string, { at, kind, phase, progress, note }: TaskEvent): void =>
    void putEvent.run(taskId, at, kind, phase, progress, note);
  const noteAnnouncement = ({ id, taskId, kind, decidedAt }: Announcement): void =>
    void putAnnouncement.run(id, taskId, kind, decidedAt);
  const noteTakenTime = (taken: TakenTime): void => {
    const { gatewayId, model, at, totalMs, runningMs, uncertainMs, marks } = taken;
    putTakenTime.run(
      gatewayId,
      model,
      at,
      Math.round(totalMs),
      wholeMs(runningMs),
      Math.round(uncertainMs),
      JSON.stringify(marks),
    );
    forgetTakenTimes.run(gatewayId, model);
  };
  const addTask = ({ id, gatewayId, remoteId, addedAt, addedFrom }: WatchedTask): void => {
    putTask.run(id, gatewayId, remoteId, addedAt, addedFrom);
    noteEvent(id, { at: addedAt, kind: 'added', phase: null, progress: null, note: addedFrom });
  };

  return {
    gateways: () => read(() => allGateways.all().map(gatewayOf)),
    saveGateway: ({ id, name, baseUrl, dialect, allowPlainHttp, keyHint, requestsPerSecond }) =>
      write(() =>
        putGateway.run(id, name, baseUrl, dialect, allowPlainHttp ? 1 : 0, keyHint, requestsPerSecond),
      ),
    savePause: (gatewayId, pause) =>
      write(() => putPause.run(pause === null ? null : JSON.stringify(pause), gatewayId)),
    pauses: () => read(() => new Map(allPauses.all().map(pauseOf))),
    removeGateway: (gatewayId) => write(() => deleteGateway.run(gatewayId)),
    tasks: () => read(() => allTasks.all().map(storedTaskOf)),
    addTasks: (tasks) => write(() => tasks.forEach(addTask)),
    record: ({ taskId, at, report, startedAt, finishedAt, pace, seen, event, announcement, taken }) => {
      // What a power cut takes of an unfinished task, its gateway says again; an end and what is told of it must stay.
      const saysMore = isFinalPhase[report.phase] || announcement !== null || taken !== null;
      writeBy(saysMore ? inTransaction : inLightTransaction, () => {
        putReport.run(
          JSON.stringify(report),
          at,
          wholeMs(startedAt),
          wholeMs(finishedAt),
          pace === null ? null : JSON.stringify(pace),
          seen ? 1 : 0,
          taskId,
        );
        if (event !== null) noteEvent(taskId, event);
        if (announcement !== null) noteAnnouncement(announcement);
        if (taken !== null) noteTakenTime(taken);
      });
    },
    announce: (announcement) => write(() => noteAnnouncement(announcement)),
    keep: (taskIds, at) => write(() => taskIds.forEach((taskId) => void keepTask.run(at, taskId))),
    takenTimes: () => read(() => allTakenTimes.all().map(takenTimeOf)),
    markSeen: (taskIds, at) =>
      write(() => {
        for (const taskId of taskIds) {
          markTaskSeen.run(taskId);
          // Whoever has looked at an ending need not be told of it any more.
          tellTask.run(at, taskId);
        }
      }),
    noteTaken: (taskId, at) =>
      write(() => noteEvent(taskId, { at, kind: 'taken', phase: null, progress: null, note: null })),
    reminders: () => read(() => allReminders.all().map(reminderOf)),
    removeTasks: (taskIds, at) =>
      write(() => {
        forgetRemoved.run(at - removedKeptMs);
        for (const taskId of taskIds) removeTask.run(at, taskId);
      }),
    restoreTasks: (taskIds) => {
      write(() => taskIds.forEach((taskId) => void restoreTask.run(taskId)));
      return read(() =>
        taskIds.flatMap((taskId) => {
          const row = oneTask.get(taskId);
          return row === undefined ? [] : [storedTaskOf(row)];
        }),
      );
    },
    history: (taskId) => read(() => eventsOfTask.all(taskId).map(eventOf)),
    untold: () => read(() => untoldAnnouncements.all().map(announcementOf)),
    markTold: (announcementIds, at) =>
      write(() => {
        for (const id of announcementIds) {
          const told = tellAnnouncement.get(at, id);
          if (told === undefined) continue;
          noteEvent(String(told['task_id']), { at, kind: 'told', phase: null, progress: null, note: null });
        }
      }),
    customDialects: () => allCustomDialects.all().map(customDialectOf),
    saveCustomDialect: (definition) =>
      write(() => putCustomDialect.run(definition.id, JSON.stringify(definition))),
    removeCustomDialect: (id) => write(() => deleteCustomDialect.run(id)),
    setting: (name) => {
      const value = read(() => oneSetting.get(name)?.['value']);
      return typeof value === 'string' ? value : null;
    },
    saveSetting: (name, value) => write(() => putSetting.run(name, value)),
    close: () => database.close(),
  };
};

/** A time that came from a gateway must never be why a report cannot be recorded: the columns hold integers only. */
const wholeMs = (at: number | null): number | null => {
  const whole = at === null ? null : Math.round(at);
  return Number.isSafeInteger(whole) ? whole : null;
};
