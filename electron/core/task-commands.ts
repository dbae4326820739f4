import { isReadyWhole, mayBeAsked, mostReadyAsked } from '../shared/asked-by-hand.ts';
import { realGateways } from '../shared/demo.ts';
import type { Understanding, Watched, WatchTrouble } from '../shared/watching.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import {
  isFinalPhase,
  isSettled,
  type TaskEvent,
  type TaskOrigin,
  type WatchedTask,
} from '../shared/task.ts';
import type { TaskEntry } from '../shared/watchlist-view.ts';
import { firstCheckDelayMs } from './check-policy.ts';
import type { Connection } from './connection.ts';
import type { DemoHost } from './demo.ts';
import type { FetchFreshLinks } from './fresh-links.ts';
import type { GatewayHolds } from './gateway-holds.ts';
import { createLinkCommands, type LinkCommands } from './link-commands.ts';
import type { OlderTasks } from './older-tasks.ts';
import type { Clipboard, Clock, LinkOpener, MakeId } from './ports.ts';
import type { StoredTask, TaskStore } from './store-ports.ts';
import { readReference } from './reference.ts';
import type { ReferenceContext } from './reference-link.ts';
import type { Scheduler } from './scheduler.ts';
import { StoreFailure } from './store-failure.ts';
import type { Watchlist } from './watchlist.ts';

export interface TaskCommandsDependencies {
  readonly clock: Clock;
  readonly makeId: MakeId;
  readonly store: Pick<
    TaskStore,
    'addTasks' | 'removeTasks' | 'restoreTasks' | 'markSeen' | 'keep' | 'noteTaken' | 'history'
  >;
  readonly watchlist: Watchlist;
  readonly older: OlderTasks;
  readonly scheduler: Scheduler;
  readonly holds: Pick<GatewayHolds, 'lift'>;
  readonly connection: Pick<Connection, 'lift'>;
  /** These tasks are gone from the store. */
  readonly onRemoved: (taskIds: readonly string[]) => void;
  /** The user has opened a task's video or copied its link. */
  readonly onTaken: (taskId: string) => void;
  readonly freshLinks: FetchFreshLinks;
  readonly clipboard: Clipboard;
  readonly linkOpener: LinkOpener;
  readonly openDemoVideo: DemoHost['openVideo'];
  /** All that a gateway can have, the user's own included. */
  readonly dialects: () => ReferenceContext['dialects'];
  readonly dialectAtHost: ReferenceContext['dialectAtHost'];
}

/** What a user does with tasks. */
export interface TaskCommands extends LinkCommands {
  understand(text: string): Understanding;
  watch(text: string, gatewayId: string | null, from: TaskOrigin): Result<Watched, WatchTrouble>;
  watchClipboard(gatewayId: string | null): Promise<Result<Watched, WatchTrouble>>;
  /**
   * Asks about these tasks now; a gateway that waited for the user is asked again. Of those that are ready it is asked
   * once for their present links.
   */
  check(taskIds: readonly string[]): void;
  remove(taskIds: readonly string[]): void;
  restore(taskIds: readonly string[]): void;
  markSeen(taskIds: readonly string[]): void;
  /** Goes on watching tasks about which no gateway has answered for long. */
  keep(taskIds: readonly string[]): void;
  /** Lists also the tasks of a long history that hold every word of the query. */
  search(query: string): void;
  history(taskId: string): readonly TaskEvent[];
  copyId(taskId: string): Promise<void>;
  /** What came of the task is the user's now: its link may end. */
  noteTaken(taskId: string): void;
}

const mostAtOnce = 1000;

export const createTaskCommands = (dependencies: TaskCommandsDependencies): TaskCommands => {
  const { clock, makeId, store, watchlist, scheduler, holds, connection } = dependencies;
  const { clipboard } = dependencies;

  const understand: TaskCommands['understand'] = (text) =>
    readReference(text, {
      gateways: watchlist.gateways(),
      dialects: dependencies.dialects(),
      dialectAtHost: dependencies.dialectAtHost,
    });
  const entries = (): readonly TaskEntry[] => watchlist.view().tasks;

  const watch: TaskCommands['watch'] = (text, wantedGatewayId, from) => {
    const understanding = understand(text);
    if (understanding.remoteIds.length === 0) return failed('nothing-found');
    if (understanding.remoteIds.length > mostAtOnce) return failed('too-many');
    if (wantedGatewayId === null && understanding.newGateway !== null) return failed('unknown-address');
    const gatewayId = chosenGateway(wantedGatewayId ?? understanding.gatewayId);
    if (!gatewayId.ok) return gatewayId;

    dependencies.older.recall(gatewayId.value, understanding.remoteIds);
    const known = new Map(
      entries()
        .filter((entry) => entry.gatewayId === gatewayId.value)
        .map((entry) => [entry.remoteId, entry.id]),
    );
    const addedAt = clock.now();
    const added: WatchedTask[] = understanding.remoteIds
      .filter((remoteId) => !known.has(remoteId))
      .map((remoteId) => ({ id: makeId(), gatewayId: gatewayId.value, remoteId, addedAt, addedFrom: from }));
    store.addTasks(added);
    watchlist.putTasks(added.map(neverReported));
    for (const task of added) scheduler.plan(task.id, task.gatewayId, firstCheckDelayMs, true);
    return ok({
      added: added.map((task) => task.id),
      alreadyWatched: understanding.remoteIds.flatMap((remoteId) => known.get(remoteId) ?? []),
    });
  };

  const chosenGateway = (wanted: string | null): Result<string, WatchTrouble> => {
    if (wanted !== null) return watchlist.gateway(wanted) === null ? failed('unknown-gateway') : ok(wanted);
    const [only, ...others] = realGateways(watchlist.gateways());
    if (only === undefined) return failed('no-gateway');
    return others.length === 0 ? ok(only.id) : failed('which-gateway');
  };

  // The video was handed over all the same; at worst the user is reminded of it.
  const noteTaken = (taskId: string): void => {
    try {
      store.noteTaken(taskId, clock.now());
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
    }
    dependencies.onTaken(taskId);
  };

  return {
    understand,
    watch,
    watchClipboard: async (gatewayId) => watch(await clipboard.read(), gatewayId, 'clipboard'),
    check: (taskIds) => {
      const states = taskIds.flatMap((taskId) => watchlist.task(taskId) ?? []);
      connection.lift();
      for (const gatewayId of new Set(states.map(({ task }) => task.gatewayId))) holds.lift(gatewayId);
      let ready = 0;
      for (const { task, report } of states) {
        if (report === null || !mayBeAsked(report)) continue;
        if (!isReadyWhole(report)) {
          if (isFinalPhase[report.phase]) scheduler.plan(task.id, task.gatewayId, 0);
        } else if (ready++ < mostReadyAsked) void dependencies.freshLinks(task.id);
      }
      scheduler.hasten(taskIds);
    },
    remove: (taskIds) => {
      store.removeTasks(taskIds, clock.now());
      dependencies.onRemoved(taskIds);
    },
    restore: (taskIds) => {
      const restored = store.restoreTasks(taskIds);
      watchlist.putTasks(restored);
      for (const { task, report } of restored) {
        if (!isSettled(report)) scheduler.plan(task.id, task.gatewayId, 0);
      }
    },
    markSeen: (taskIds) => {
      const unseen = taskIds.filter((taskId) => watchlist.task(taskId)?.seen === false);
      if (unseen.length === 0) return;
      try {
        store.markSeen(unseen, clock.now());
      } catch (error) {
        // Looking at a task works all the same; it only stays marked as new.
        if (!(error instanceof StoreFailure)) throw error;
        return;
      }
      for (const taskId of unseen) watchlist.updateTask(taskId, { seen: true });
    },
    keep: (taskIds) => {
      const keptAt = clock.now();
      store.keep(taskIds, keptAt);
      for (const taskId of taskIds) watchlist.updateTask(taskId, { keptAt, silentSince: null });
    },
    search: (query) => dependencies.older.search(query),
    history: (taskId) => store.history(taskId),
    ...createLinkCommands({ ...dependencies, noteTaken }),
    copyId: async (taskId) => {
      const remoteId = watchlist.task(taskId)?.task.remoteId;
      if (remoteId !== undefined) await clipboard.write(remoteId);
    },
    noteTaken,
  };
};

const neverReported = (task: WatchedTask): StoredTask => ({
  task,
  report: null,
  reportedAt: null,
  startedAt: null,
  finishedAt: null,
  pace: null,
  keptAt: null,
  seen: true,
});
