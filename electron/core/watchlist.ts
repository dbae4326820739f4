import type { Gateway } from '../shared/gateway.ts';
import { defaultNotificationSettings } from '../shared/quiet.ts';
import { noSaves } from '../shared/saving.ts';
import type { CheckTrouble } from '../shared/task.ts';
import type { Budget } from '../shared/timing.ts';
import type {
  AppStatus,
  GatewayEntry,
  TaskEntry,
  WatchlistPatch,
  WatchlistView,
} from '../shared/watchlist-view.ts';
import { gatewayEntryOf, type GatewayState } from './gateway-entry.ts';
import { createDrawnEntries, type SavesOf } from './drawn-entries.ts';
import { createNextDue } from './next-due.ts';
import type { Cancel, Clock } from './ports.ts';
import type { StoredTask } from './store-ports.ts';
import { createRequestRate } from './request-rate.ts';
import { noChanges, type WatchlistChanges } from './watchlist-changes.ts';
import { nextCheckOf, stateOfStored, type TaskState } from './task-entry.ts';

type Reader = (patch: WatchlistPatch) => void;
type OwnStatus = Omit<AppStatus, 'nextCheckAt' | 'requestsLastMinute'>;

/** The one list that everything draws. Readers get one whole view and then patches, several changes in one. */
export interface Watchlist {
  view(): WatchlistView;
  /** Calls back with every patch; the returned function ends that. */
  subscribe(reader: Reader): Cancel;

  tasks(): Iterable<TaskState>;
  task(taskId: string): TaskState | null;
  taskIdsOf(gatewayId: string): readonly string[];
  entry(taskId: string): TaskEntry | null;
  putTasks(tasks: readonly StoredTask[]): void;
  updateTask(taskId: string, change: Partial<TaskState>): void;
  dropTasks(taskIds: Iterable<string>): void;

  gateways(): readonly Gateway[];
  gateway(gatewayId: string): Gateway | null;
  gatewayTrouble(gatewayId: string): CheckTrouble | null;
  putGateway(gateway: Gateway): void;
  updateGateway(
    gatewayId: string,
    change: Partial<Pick<GatewayState, 'trouble' | 'waitingUntil' | 'waitReason' | 'behind'>>,
  ): void;
  noteRequest(gatewayId: string): void;
  dropGateway(gatewayId: string): void;

  status(): OwnStatus;
  updateStatus(change: Partial<OwnStatus>): void;
  /** Nobody is told of anything any more. */
  stop(): void;
}

/** Changes are gathered this long before they are sent: a burst of checks is one patch. */
const gatherMs = 100;

/** `budgetOf` says how a gateway may be asked, `isMuted` of which tasks is not told, `savesOf` what of them is saved. */
export const createWatchlist = (
  clock: Clock,
  budgetOf: (gateway: Gateway) => Budget,
  isMuted: (taskId: string) => boolean = () => false,
  savesOf: SavesOf = () => noSaves,
): Watchlist => {
  const tasks = new Map<string, TaskState>();
  const gateways = new Map<string, GatewayState>();
  const nextDue = createNextDue();
  const drawnEntry = createDrawnEntries();
  const readers = new Set<Reader>();
  let own: OwnStatus = {
    paused: false,
    pausedUntil: null,
    online: true,
    promptness: 'balanced',
    slowedBy: null,
    notifications: defaultNotificationSettings,
    quiet: null,
    push: [],
    trayVisible: true,
    language: 'en',
    trayAdvice: null,
    notificationsWork: true,
    storeTrouble: null,
    storeNotice: null,
    pictures: 'saved',
    updates: { way: 'nowhere', on: true, version: null },
    olderTasks: 0,
    vault: { kind: 'keyring', locked: false, trouble: null, leftovers: [] },
  };
  let revision = 0;
  let changed = noChanges();
  let flushPlanned = false;
  let cancelFlush: Cancel = () => undefined;
  let stopped = false;

  const touch = (note: (changes: WatchlistChanges) => void): void => {
    note(changed);
    if (flushPlanned || stopped) return;
    flushPlanned = true;
    cancelFlush = clock.after(gatherMs, flush);
  };

  const touchGateway = (gatewayId: string): void => touch(({ gatewayIds }) => gatewayIds.add(gatewayId));

  // A task's entry holds the name of its gateway.
  const touchGatewayAndItsTasks = (gatewayId: string): void =>
    touch(({ gatewayIds, taskIds }) => {
      gatewayIds.add(gatewayId);
      for (const { task } of tasks.values()) if (task.gatewayId === gatewayId) taskIds.add(task.id);
    });

  const flush = (): void => {
    // A whole view that was read meanwhile has sent these changes already.
    if (!flushPlanned) return;
    flushPlanned = false;
    const { taskIds, gatewayIds } = changed;
    changed = noChanges();
    const patch: WatchlistPatch = {
      from: revision,
      to: revision + 1,
      changedTasks: present([...taskIds].map(entry)),
      removedTasks: [...taskIds].filter((id) => !tasks.has(id)),
      changedGateways: present([...gatewayIds].map(gatewayEntry)),
      removedGateways: [...gatewayIds].filter((id) => !gateways.has(id)),
      status: wholeStatus(),
    };
    revision = patch.to;
    for (const reader of readers) reader(patch);
  };

  const entry = (taskId: string): TaskEntry | null => {
    const state = tasks.get(taskId);
    if (state === undefined) return null;
    return drawnEntry(state, gateways.get(state.task.gatewayId) ?? null, isMuted(taskId), savesOf);
  };

  const gatewayEntry = (gatewayId: string): GatewayEntry | null => {
    const state = gateways.get(gatewayId);
    return state === undefined ? null : gatewayEntryOf(state, budgetOf(state.gateway));
  };

  const wholeStatus = (): AppStatus => {
    let nextCheckAt: number | null = null;
    for (const [gatewayId, dueAt] of nextDue.all()) {
      const gateway = gateways.get(gatewayId) ?? null;
      const at = nextCheckOf({ dueAt, waitReason: 'schedule' }, gateway).nextCheckAt;
      if (at !== null) nextCheckAt = Math.min(nextCheckAt ?? Infinity, at);
    }
    let requestsLastMinute = 0;
    for (const { requests } of gateways.values()) requestsLastMinute += requests.lastMinute();
    return { ...own, nextCheckAt, requestsLastMinute };
  };

  return {
    view: () => {
      // Pending changes go out first, so that the whole view and the patches after it agree on the revision.
      flush();
      return {
        revision,
        tasks: present([...tasks.keys()].map(entry)),
        gateways: present([...gateways.keys()].map(gatewayEntry)),
        status: wholeStatus(),
      };
    },
    subscribe: (reader) => {
      readers.add(reader);
      return () => void readers.delete(reader);
    },

    tasks: () => tasks.values(),
    task: (taskId) => tasks.get(taskId) ?? null,
    taskIdsOf: (gatewayId) =>
      [...tasks.values()].filter(({ task }) => task.gatewayId === gatewayId).map(({ task }) => task.id),
    entry,
    putTasks: (stored) => {
      for (const one of stored) {
        const before = tasks.get(one.task.id)?.task ?? one.task;
        nextDue.note(before.id, before.gatewayId, null);
        tasks.set(one.task.id, stateOfStored(one));
        touch((changes) => changes.taskIds.add(one.task.id));
      }
    },
    updateTask: (taskId, change) => {
      const state = tasks.get(taskId);
      if (state === undefined) return;
      tasks.set(taskId, { ...state, ...change });
      if (change.dueAt !== undefined) nextDue.note(taskId, state.task.gatewayId, change.dueAt);
      touch((changes) => changes.taskIds.add(taskId));
    },
    dropTasks: (taskIds) => {
      for (const taskId of taskIds) {
        const state = tasks.get(taskId);
        if (state === undefined) continue;
        tasks.delete(taskId);
        nextDue.note(taskId, state.task.gatewayId, null);
        touch((changes) => changes.taskIds.add(taskId));
      }
    },

    gateways: () => [...gateways.values()].map(({ gateway }) => gateway),
    gateway: (gatewayId) => gateways.get(gatewayId)?.gateway ?? null,
    gatewayTrouble: (gatewayId) => gateways.get(gatewayId)?.trouble ?? null,
    putGateway: (gateway) => {
      const before = gateways.get(gateway.id);
      const requests = before?.requests ?? createRequestRate(clock, () => touchGateway(gateway.id));
      gateways.set(gateway.id, {
        trouble: null,
        waitingUntil: null,
        waitReason: null,
        behind: false,
        asked: false,
        ...before,
        requests,
        gateway,
      });
      if (before?.gateway.name === gateway.name) touchGateway(gateway.id);
      else touchGatewayAndItsTasks(gateway.id);
    },
    updateGateway: (gatewayId, change) => {
      const state = gateways.get(gatewayId);
      if (state === undefined) return;
      const after = { ...state, ...change };
      gateways.set(gatewayId, after);
      // What holds a gateway stands in its tasks' entries too.
      if (after.waitingUntil === state.waitingUntil && after.waitReason === state.waitReason)
        touchGateway(gatewayId);
      else touchGatewayAndItsTasks(gatewayId);
    },
    noteRequest: (gatewayId) => {
      const state = gateways.get(gatewayId);
      if (state === undefined) return;
      state.requests.note();
      gateways.set(gatewayId, { ...state, asked: true });
      touchGateway(gatewayId);
    },
    dropGateway: (gatewayId) => {
      gateways.get(gatewayId)?.requests.stop();
      if (gateways.delete(gatewayId)) touchGatewayAndItsTasks(gatewayId);
    },

    status: () => own,
    updateStatus: (change) => {
      own = { ...own, ...change };
      touch(() => undefined);
    },
    stop: () => {
      stopped = true;
      flushPlanned = false;
      cancelFlush();
      readers.clear();
      for (const { requests } of gateways.values()) requests.stop();
    },
  };
};

const present = <Value>(values: readonly (Value | null)[]): readonly Value[] =>
  values.filter((value) => value !== null);
