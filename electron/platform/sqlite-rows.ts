import type { SQLOutputValue } from 'node:sqlite';
import type { Announcement, AnnouncementKind } from '../core/announcement.ts';
import type { TakenTime } from '../core/learned-times.ts';
import type { Pace } from '../core/pace.ts';
import type { Reminder, StoredPause, StoredTask } from '../core/store-ports.ts';
import type { CustomDialect } from '../shared/custom-dialect.ts';
import type { Gateway } from '../shared/gateway.ts';
import type { GatewaySaving } from '../shared/saving.ts';
import type { Phase, Report, TaskEvent, TaskOrigin } from '../shared/task.ts';

/** Rows that this program wrote itself into strict tables: they are named here, not checked again. */
type Row = Record<string, SQLOutputValue>;

const text = (row: Row, column: string): string => String(row[column]);
const textOrNull = (row: Row, column: string): string | null => {
  const value = row[column];
  return typeof value === 'string' ? value : null;
};
const number = (row: Row, column: string): number => Number(row[column]);
const numberOrNull = (row: Row, column: string): number | null => {
  const value = row[column];
  return typeof value === 'number' ? value : null;
};

const jsonOrNull = (row: Row, column: string): unknown => {
  const value = textOrNull(row, column);
  return value === null ? null : JSON.parse(value);
};

export const gatewayOf = (row: Row): Gateway => ({
  id: text(row, 'id'),
  name: text(row, 'name'),
  baseUrl: text(row, 'base_url'),
  dialect: text(row, 'dialect'),
  allowPlainHttp: number(row, 'allow_plain_http') === 1,
  keyHint: textOrNull(row, 'key_hint'),
  requestsPerSecond: numberOrNull(row, 'requests_per_second'),
  saving: text(row, 'saving') as GatewaySaving,
});

export const pauseOf = (row: Row): readonly [string, StoredPause] => [
  text(row, 'id'),
  JSON.parse(text(row, 'pause')) as StoredPause,
];

export const customDialectOf = (row: Row): CustomDialect =>
  JSON.parse(text(row, 'definition')) as CustomDialect;

export const storedTaskOf = (row: Row): StoredTask => {
  return {
    task: {
      id: text(row, 'id'),
      gatewayId: text(row, 'gateway_id'),
      remoteId: text(row, 'remote_id'),
      addedAt: number(row, 'added_at'),
      addedFrom: text(row, 'added_from') as TaskOrigin,
    },
    report: jsonOrNull(row, 'report') as Report | null,
    reportedAt: numberOrNull(row, 'reported_at'),
    startedAt: numberOrNull(row, 'started_at'),
    finishedAt: numberOrNull(row, 'finished_at'),
    pace: jsonOrNull(row, 'pace') as Pace | null,
    keptAt: numberOrNull(row, 'kept_at'),
    seen: number(row, 'seen') === 1,
  };
};

export const eventOf = (row: Row): TaskEvent => ({
  at: number(row, 'at'),
  kind: text(row, 'kind') as TaskEvent['kind'],
  phase: textOrNull(row, 'phase') as Phase | null,
  progress: numberOrNull(row, 'progress'),
  note: textOrNull(row, 'note'),
});

export const announcementOf = (row: Row): Announcement => ({
  id: text(row, 'id'),
  taskId: text(row, 'task_id'),
  kind: text(row, 'kind') as AnnouncementKind,
  decidedAt: number(row, 'decided_at'),
});

export const reminderOf = (row: Row): Reminder => ({
  taskId: text(row, 'task_id'),
  kind: text(row, 'kind') as Reminder['kind'],
  at: number(row, 'at'),
});

export const takenTimeOf = (row: Row): TakenTime => ({
  gatewayId: text(row, 'gateway_id'),
  model: text(row, 'model'),
  at: number(row, 'at'),
  totalMs: number(row, 'total_ms'),
  runningMs: numberOrNull(row, 'running_ms'),
  uncertainMs: number(row, 'uncertain_ms'),
  marks: JSON.parse(text(row, 'marks')) as TakenTime['marks'],
});
