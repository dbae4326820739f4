import type { Understanding } from '../../electron/shared/watching.ts';
import { defaultNotificationSettings } from '../../electron/shared/quiet.ts';
import type {
  AppStatus,
  GatewayEntry,
  TaskEntry,
  WatchlistView,
} from '../../electron/shared/watchlist-view.ts';

/** Wall clock of the samples: times in a test are given from here. */
export const sampleNow = new Date(2025, 10, 22, 10, 5, 0).getTime();

export const gatewayEntry = (given: Partial<GatewayEntry> = {}): GatewayEntry => ({
  id: 'gateway-winfull',
  name: 'winfull',
  baseUrl: 'https://api.winfull.example',
  dialect: 'relay',
  allowPlainHttp: false,
  keyHint: '9f3c',
  trouble: null,
  waitingUntil: null,
  waitReason: null,
  requestsPerSecond: null,
  saving: 'as-set',
  budget: { requestsPerSecond: 4, concurrency: 4 },
  requestsLastMinute: 9,
  asked: true,
  ...given,
});

export const taskEntry = (given: Partial<TaskEntry> = {}): TaskEntry => ({
  id: 'task-1',
  gatewayId: 'gateway-winfull',
  gatewayName: 'winfull',
  remoteId: 'sora-2:task_01k81e7r1mf0',
  title: 'Paper boat drifting through a flooded library',
  model: 'sora-2',
  phase: 'running',
  stage: null,
  progress: 0.5,
  queuePosition: null,
  health: 'fresh',
  trouble: null,
  links: [],
  linksPending: false,
  failure: null,
  addedAt: sampleNow - 60_000,
  startedAt: null,
  finishedAt: null,
  checkedAt: null,
  nextCheckAt: null,
  waitReason: null,
  estimate: null,
  silentSince: null,
  muted: false,
  save: null,
  otherSaves: [],
  seen: true,
  ...given,
});

export const appStatus = (given: Partial<AppStatus> = {}): AppStatus => ({
  push: [],
  paused: false,
  pausedUntil: null,
  online: true,
  nextCheckAt: null,
  requestsLastMinute: 0,
  promptness: 'balanced',
  slowedBy: null,
  notifications: defaultNotificationSettings,
  quiet: null,
  trayVisible: true,
  trayAdvice: null,
  language: 'en',
  notificationsWork: true,
  storeTrouble: null,
  storeNotice: null,
  pictures: 'saved',
  updates: { way: 'nowhere', on: true, version: null },
  olderTasks: 0,
  vault: { kind: 'keyring', locked: false, trouble: null, leftovers: [] },
  ...given,
});

export const viewOf = (given: Partial<WatchlistView> = {}): WatchlistView => ({
  revision: 1,
  tasks: [],
  gateways: [gatewayEntry()],
  status: appStatus(),
  ...given,
});

export const understandingOf = (given: Partial<Understanding> = {}): Understanding => ({
  remoteIds: [],
  gatewayId: null,
  dialect: null,
  newGateway: null,
  keyFound: false,
  keyHint: null,
  note: null,
  ...given,
});
