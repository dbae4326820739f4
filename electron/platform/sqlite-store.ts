import type { DatabaseSync } from 'node:sqlite';
import type { TaskStore } from '../core/store-ports.ts';
import type { Gateway } from '../shared/gateway.ts';
import { words } from '../shared/language/spoken.ts';
import { isFinalPhase, isSettled, type WatchedTask } from '../shared/task.ts';
import { searchWordsOf } from '../core/search-words.ts';
import { asStoreFailure, inLightTransaction, inTransaction, openDatabase } from './sqlite-database.ts';
import { createListedTasks, taskColumns } from './sqlite-listed.ts';
import { wholeMs } from './sqlite-numbers.ts';
import { createStoredEvents } from './sqlite-events.ts';
import { createLedger } from './sqlite-ledger.ts';
import { createStoredPush } from './sqlite-push.ts';
import { createStoredSaves } from './sqlite-saves.ts';
import { createTakenTimes } from './sqlite-taken-times.ts';
import { createMovedTasks } from './sqlite-moves.ts';
import { customDialectOf, gatewayOf, pauseOf, reminderOf, storedTaskOf } from './sqlite-rows.ts';

/** What the user removed must not stay on the disk for ever. */
export const removedKeptMs = 30 * 24 * 60 * 60 * 1000;

/** The watchlist in one SQLite file. Throws StoreFailure when it cannot be opened, read or written. */
export const createSqliteStore = (file: string): TaskStore => {
  const database = openDatabase(file);
  return asStoreFailure(words().storage.notOpened, () => storeOver(database));
};

/** The same over a database that is open already; the store closes it. */
export const storeOver = (database: DatabaseSync): TaskStore => {
  const sql = (statement: string) => database.prepare(statement);
  const listed = createListedTasks(database);
  const moves = createMovedTasks(database);
  const events = createStoredEvents(database);
  const times = createTakenTimes(database);
  const push = createStoredPush(database);
  const ledger = createLedger(database, events, push);
  const saves = createStoredSaves(database);

  const allGateways = sql('SELECT * FROM gateways ORDER BY rowid');
  const putGateway = sql(`
    INSERT INTO gateways (id, name, base_url, dialect, allow_plain_http, key_hint, requests_per_second,
      saving)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, base_url = excluded.base_url,
      dialect = excluded.dialect, allow_plain_http = excluded.allow_plain_http, key_hint = excluded.key_hint,
      requests_per_second = excluded.requests_per_second, saving = excluded.saving`);
  const putPause = sql('UPDATE gateways SET pause = ? WHERE id = ?');
  const allPauses = sql('SELECT id, pause FROM gateways WHERE pause IS NOT NULL');
  const deleteGateway = sql('DELETE FROM gateways WHERE id = ?');
  const taskCount = sql('SELECT count(*) AS count FROM tasks WHERE removed_at IS NULL');
  const oneTask = sql(`SELECT ${taskColumns} FROM tasks WHERE id = ? AND removed_at IS NULL`);
  const putTask = sql(
    'INSERT INTO tasks (id, gateway_id, remote_id, added_at, added_from, seen, words) VALUES (?, ?, ?, ?, ?, 1, ?)',
  );
  const putReport = sql(`
    UPDATE tasks SET report = ?, reported_at = ?, started_at = ?, finished_at = ?, pace = ?, seen = ?, settled = ?
    WHERE id = ? RETURNING remote_id, words`);
  // Apart from the report, because it rarely changes and its index is the largest.
  const putWords = sql('UPDATE tasks SET words = ? WHERE id = ?');
  const keepTask = sql('UPDATE tasks SET kept_at = ? WHERE id = ?');
  const markTaskSeen = sql('UPDATE tasks SET seen = 1 WHERE id = ?');
  const removeTask = sql('UPDATE tasks SET removed_at = ? WHERE id = ? AND removed_at IS NULL');
  const forgetRemoved = sql('DELETE FROM tasks WHERE removed_at < ?');
  const restoreTask = sql('UPDATE OR IGNORE tasks SET removed_at = NULL WHERE id = ?');
  const allReminders = sql(`
    SELECT task_id, kind, max(decided_at) AS at FROM announcements INDEXED BY link_warnings
      WHERE kind = 'link-expiring' AND decided_at >= ?1 GROUP BY task_id
    UNION ALL SELECT task_id, kind, max(at) FROM events INDEXED BY taken_tasks
      WHERE kind = 'taken' AND at >= ?1 GROUP BY task_id
    UNION ALL SELECT task_id, kind, max(decided_at) FROM tasks INDEXED BY unsettled_tasks
      CROSS JOIN announcements ON task_id = tasks.id
      WHERE settled = 0 AND removed_at IS NULL AND kind = 'unanswered' GROUP BY task_id
    ORDER BY at`);
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
    asStoreFailure(words().storage.notSaved, () => transact(database, change));
  const write = (change: () => void): void => writeBy(inTransaction, change);
  const read = <Value>(query: () => Value): Value => asStoreFailure(words().storage.notRead, query);
  const insertGateway = (gateway: Gateway): void => {
    const { id, name, baseUrl, dialect, allowPlainHttp, keyHint, requestsPerSecond, saving } = gateway;
    putGateway.run(id, name, baseUrl, dialect, allowPlainHttp ? 1 : 0, keyHint, requestsPerSecond, saving);
  };
  const addTask = ({ id, gatewayId, remoteId, addedAt, addedFrom }: WatchedTask): void => {
    putTask.run(id, gatewayId, remoteId, addedAt, addedFrom, searchWordsOf(remoteId, null));
    events.note(id, { at: addedAt, kind: 'added', phase: null, progress: null, note: addedFrom });
  };

  return {
    gateways: () => read(() => allGateways.all().map(gatewayOf)),
    saveGateway: (gateway) => write(() => insertGateway(gateway)),
    savePause: (gatewayId, pause) =>
      write(() => putPause.run(pause === null ? null : JSON.stringify(pause), gatewayId)),
    pauses: () => read(() => new Map(allPauses.all().map(pauseOf))),
    removeGateway: (gatewayId) => write(() => deleteGateway.run(gatewayId)),
    tasks: () => read(() => listed.tasks()),
    taskCount: () => read(() => Number(taskCount.get()?.['count'])),
    search: (query, limit) =>
      read(() => {
        const byId = oneTask.all(query.trim()).map(storedTaskOf);
        return byId.length > 0 ? byId : listed.search(query, limit);
      }),
    find: (gatewayId, remoteIds) => read(() => listed.find(gatewayId, remoteIds)),
    bin: (limit) => read(() => listed.bin(limit)),
    forgetRemoved: (at) => write(() => forgetRemoved.run(at - removedKeptMs)),
    addTasks: (tasks) => write(() => tasks.forEach(addTask)),
    record: ({ taskId, at, report, startedAt, finishedAt, pace, seen, event, announcement, taken }) => {
      // What a power cut takes of an unfinished task, its gateway says again; an end and what is told of it must stay.
      const saysMore = isFinalPhase[report.phase] || announcement !== null || taken !== null;
      writeBy(saysMore ? inTransaction : inLightTransaction, () => {
        const row = putReport.get(
          JSON.stringify(report),
          at,
          wholeMs(startedAt),
          wholeMs(finishedAt),
          pace === null ? null : JSON.stringify(pace),
          seen ? 1 : 0,
          isSettled(report) ? 1 : 0,
          taskId,
        );
        const words = searchWordsOf(String(row?.['remote_id'] ?? ''), report);
        if (words !== row?.['words']) putWords.run(words, taskId);
        if (event !== null) events.note(taskId, event);
        if (announcement !== null) ledger.note(announcement);
        if (taken !== null) times.note(taken);
      });
    },
    announce: (announcement) => write(() => ledger.note(announcement)),
    keep: (taskIds, at) => write(() => taskIds.forEach((taskId) => void keepTask.run(at, taskId))),
    takenTimes: () => read(() => times.all()),
    markSeen: (taskIds, at) =>
      write(() => {
        for (const taskId of taskIds) {
          markTaskSeen.run(taskId);
          ledger.seen(taskId, at);
        }
      }),
    noteTaken: (taskId, at) =>
      write(() => events.note(taskId, { at, kind: 'taken', phase: null, progress: null, note: null })),
    reminders: (since) => read(() => allReminders.all(since).map(reminderOf)),
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
    history: (taskId) => read(() => events.of(taskId)),
    untold: () => read(() => ledger.untold()),
    markTold: (announcementIds, at) => write(() => ledger.markTold(announcementIds, at)),
    pushTargets: (since) => read(() => push.targets(since)),
    savePushTarget: (target) => write(() => push.save(target)),
    removePushTarget: (targetId) => write(() => push.remove(targetId)),
    waitingDeliveries: () => read(() => push.waiting()),
    notePush: (noted) => write(() => push.note(noted)),
    saves: () => read(() => saves.all()),
    putSave: (save) => write(() => saves.put(save)),
    dropSave: (taskId, kind) => write(() => saves.drop(taskId, kind)),
    customDialects: () => allCustomDialects.all().map(customDialectOf),
    saveCustomDialect: (definition) =>
      write(() => putCustomDialect.run(definition.id, JSON.stringify(definition))),
    removeCustomDialect: (id) => write(() => deleteCustomDialect.run(id)),
    page: (after, limit) => read(() => moves.page(after, limit)),
    importAll: ({ gateways, dialects, tasks }) =>
      write(() => {
        for (const gateway of gateways) insertGateway(gateway);
        for (const dialect of dialects) putCustomDialect.run(dialect.id, JSON.stringify(dialect));
        for (const task of tasks) moves.insert(task);
      }),
    setting: (name) => {
      const value = read(() => oneSetting.get(name)?.['value']);
      return typeof value === 'string' ? value : null;
    },
    saveSetting: (name, value) => write(() => putSetting.run(name, value)),
    close: () => database.close(),
  };
};
