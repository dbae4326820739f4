import { failed, ok, type Result } from '../shared/result.ts';
import type {
  SaveRefusal,
  SavingSettings,
  SavingSettingsTrouble,
  ShowTrouble,
  TaskSave,
} from '../shared/saving.ts';
import type { WatchlistPatch } from '../shared/watchlist-view.ts';
import type { Credentials } from './credentials.ts';
import type { DialectNamed } from './dialect.ts';
import type { FetchFreshLinks } from './fresh-links.ts';
import { partNameOf } from './file-name.ts';
import type { Clock, Random } from './ports.ts';
import type { ResultFiles } from './saving-ports.ts';
import type { StoredSave, TaskStore } from './store-ports.ts';
import { resultLinkOf, saveNameOf, taskSaveOf, tracked, type TrackedSave } from './save-entry.ts';
import { createSaveQueue } from './save-queue.ts';
import { createSaveSettings } from './save-settings.ts';
import { createSaveSource } from './save-source.ts';
import { StoreFailure } from './store-failure.ts';
import type { TaskState } from './task-entry.ts';
import type { Watchlist } from './watchlist.ts';

export interface SavingDependencies {
  readonly clock: Clock;
  readonly random: Random;
  readonly store: Pick<TaskStore, 'saves' | 'putSave' | 'dropSave' | 'setting' | 'saveSetting'>;
  readonly watchlist: Pick<Watchlist, 'task' | 'gateway' | 'updateTask'>;
  readonly credentials: Pick<Credentials, 'read'>;
  readonly dialectNamed: DialectNamed;
  readonly freshLinks: FetchFreshLinks;
  readonly resultFiles: ResultFiles;
  /** The result is on the disk, or will not get there by itself. */
  readonly onEnded: (taskId: string, save: TaskSave) => void;
}

/** Keeps results on this computer before their links end. The only owner of saves. */
export interface Saving {
  settings(): SavingSettings;
  configure(settings: SavingSettings): Result<SavingSettings, SavingSettingsTrouble>;
  saveOf(taskId: string): TaskSave | null;
  /** Begins, or begins again; without a folder in that of the settings. */
  save(taskId: string, folder: string | null): Result<null, SaveRefusal>;
  /** Ends a save that is under way or waits; false when there is none. What has come of it is thrown away. */
  cancel(taskId: string): boolean;
  /** The saved file; null when there is none any more. */
  savedFile(taskId: string): Promise<string | null>;
  /** Opens the saved file. */
  open(taskId: string): Promise<Result<null, ShowTrouble>>;
  showInFolder(taskId: string): Promise<Result<null, ShowTrouble>>;
  /** These tasks may have become ready, and these gateways say otherwise what is saved of them. */
  consider(changed: Pick<WatchlistPatch, 'changedTasks' | 'changedGateways' | 'removedGateways'>): void;
  tasksRemoved(taskIds: Iterable<string>): void;
  /** The network is back, or the computer has woken. */
  hasten(): void;
  start(): void;
  stop(): void;
}

export const createSaving = (dependencies: SavingDependencies): Saving => {
  const { clock, store, watchlist, resultFiles } = dependencies;
  const settings = createSaveSettings({ clock, store, defaultFolder: resultFiles.defaultFolder });
  const saves = new Map<string, TrackedSave>();
  let stopped = false;

  const inStore = (write: () => void): void => {
    try {
      if (!stopped) write();
    } catch (error) {
      // It goes on all the same; at worst it is begun again after the next start.
      if (!(error instanceof StoreFailure)) throw error;
    }
  };

  const queue = createSaveQueue({
    ...dependencies,
    files: resultFiles,
    largestBytes: () => settings.read().largestBytes,
    sourceOf: createSaveSource(dependencies),
    keep: (save, change) => {
      save.stored = { ...save.stored, ...change };
      inStore(() => store.putSave(save.stored));
    },
    draw: ({ stored }) => watchlist.updateTask(stored.taskId, {}),
    onEnded: (save) => dependencies.onEnded(save.stored.taskId, taskSaveOf(save)),
  });

  const begin = (state: TaskState, folder: string): void => {
    const taskId = state.task.id;
    drop(taskId);
    const stored: StoredSave = {
      taskId,
      folder,
      name: saveNameOf(state, settings.read().nameTemplate),
      state: 'unfinished',
      trouble: null,
      validator: null,
      totalBytes: null,
      path: null,
      bytes: 0,
    };
    const save = tracked(stored);
    saves.set(taskId, save);
    inStore(() => store.putSave(stored));
    queue.put(save);
    watchlist.updateTask(taskId, {});
  };

  /** Forgets it, with what was not finished of it; a finished file is the user's. */
  const drop = (taskId: string): void => {
    const save = saves.get(taskId);
    if (save === undefined) return;
    queue.take(save);
    saves.delete(taskId);
    const { folder, name, state } = save.stored;
    if (state === 'unfinished') void resultFiles.discard(folder, partNameOf(name, taskId));
    inStore(() => store.dropSave(taskId));
  };

  const isWanted = (state: TaskState): boolean => {
    const { report, task, finishedAt } = state;
    const gateway = watchlist.gateway(task.gatewayId);
    const since = gateway === null ? null : settings.since(gateway);
    if (since === null || report?.phase !== 'succeeded' || report.linksPending) return false;
    const isNew = task.addedAt >= since || (finishedAt ?? 0) >= since;
    return isNew && !saves.has(task.id) && resultLinkOf(report.links) !== null;
  };

  const withFile = async (
    taskId: string,
    use: (path: string) => Promise<boolean>,
  ): Promise<Result<null, ShowTrouble>> => {
    const path = saves.get(taskId)?.stored.path ?? null;
    if (path === null) return failed('not-saved');
    return (await use(path)) ? ok(null) : failed('file-gone');
  };

  return {
    settings: () => settings.read(),
    configure: (chosen) => settings.choose(chosen),
    saveOf: (taskId) => {
      const save = saves.get(taskId);
      return save === undefined ? null : taskSaveOf(save);
    },
    save: (taskId, folder) => {
      const state = watchlist.task(taskId);
      if (state === null) return failed('unknown-task');
      if (state.report?.phase !== 'succeeded' || state.report.linksPending) return failed('not-ready');
      if (resultLinkOf(state.report.links) === null) return failed('no-link');
      const save = saves.get(taskId);
      const wanted = folder ?? settings.read().folder;
      // Asking again while it is underway means: go on now.
      if (save?.stored.state === 'unfinished' && save.stored.folder === wanted) {
        if (!save.underway) {
          queue.take(save);
          queue.put(save);
        }
      } else begin(state, wanted);
      return ok(null);
    },
    cancel: (taskId) => {
      const save = saves.get(taskId);
      if (save?.stored.state !== 'unfinished') return false;
      queue.end(save, 'stopped');
      watchlist.updateTask(taskId, {});
      return true;
    },
    savedFile: async (taskId) => {
      const path = saves.get(taskId)?.stored.path ?? null;
      return path !== null && (await resultFiles.isThere(path)) ? path : null;
    },
    open: (taskId) => withFile(taskId, (path) => resultFiles.open(path)),
    showInFolder: (taskId) => withFile(taskId, (path) => resultFiles.show(path)),
    consider: ({ changedTasks, changedGateways, removedGateways }) => {
      changedGateways.forEach((gateway) => inStore(() => settings.gatewayChanged(gateway)));
      removedGateways.forEach((gatewayId) => inStore(() => settings.gatewayRemoved(gatewayId)));
      for (const { id } of changedTasks) {
        const state = watchlist.task(id);
        if (state !== null && isWanted(state)) begin(state, settings.read().folder);
      }
    },
    tasksRemoved: (taskIds) => {
      // Where a finished file is stays known: the task can be restored.
      for (const taskId of taskIds) if (saves.get(taskId)?.stored.state !== 'saved') drop(taskId);
    },
    hasten: () => queue.hasten(),
    start: () => {
      for (const stored of store.saves()) {
        const save = tracked(stored);
        saves.set(stored.taskId, save);
        if (watchlist.task(stored.taskId) === null) continue;
        watchlist.updateTask(stored.taskId, {});
        if (stored.state === 'unfinished') queue.put(save);
      }
    },
    stop: () => {
      stopped = true;
      queue.stop();
    },
  };
};
