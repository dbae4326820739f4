import type { Announcement } from '../../electron/core/announcement.ts';
import type { RecordedReport, StoredTask } from '../../electron/core/store-ports.ts';
import { stateOfStored, type TaskState } from '../../electron/core/task-entry.ts';
import type { Gateway } from '../../electron/shared/gateway.ts';
import type { Report, WatchedTask } from '../../electron/shared/task.ts';

/** Wall clock of the samples. */
export const sampleStart = Date.UTC(2026, 0, 2, 3, 4, 5);

export const gatewayOf = (given: Partial<Gateway> = {}): Gateway => ({
  id: 'gateway-1',
  name: 'Studio',
  baseUrl: 'https://api.example.com',
  dialect: 'relay',
  allowPlainHttp: false,
  keyHint: 'cdef',
  requestsPerSecond: null,
  saving: 'as-set',
  ...given,
});

export const taskOf = (given: Partial<WatchedTask> = {}): WatchedTask => ({
  id: 'task-1',
  gatewayId: 'gateway-1',
  remoteId: 'sora-2:task_01',
  addedAt: sampleStart,
  addedFrom: 'window',
  ...given,
});

export const reportOf = (given: Partial<Report> = {}): Report => ({
  phase: 'running',
  progress: 0.5,
  stage: 'processing',
  title: 'A paper boat',
  model: 'sora-2',
  links: [],
  linksPending: false,
  failure: null,
  queuePosition: null,
  createdAt: null,
  updatedAt: null,
  ...given,
});

export const storedTaskOf = (given: Partial<StoredTask> = {}): StoredTask => ({
  task: taskOf(),
  report: null,
  reportedAt: null,
  startedAt: null,
  finishedAt: null,
  pace: null,
  keptAt: null,
  seen: true,
  ...given,
});

export const stateOf = (given: Partial<TaskState> = {}): TaskState => ({
  ...stateOfStored(storedTaskOf()),
  ...given,
});

export const announcementOf = (given: Partial<Announcement> = {}): Announcement => ({
  id: 'announcement-1',
  taskId: 'task-1',
  kind: 'succeeded',
  decidedAt: sampleStart,
  ...given,
});

export const recordedOf = (given: Partial<RecordedReport> = {}): RecordedReport => ({
  taskId: 'task-1',
  at: sampleStart,
  report: reportOf(),
  startedAt: null,
  finishedAt: null,
  pace: null,
  seen: true,
  event: null,
  announcement: null,
  taken: null,
  ...given,
});
