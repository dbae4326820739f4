import { failed, ok, type Result } from '../shared/result.ts';
import type {
  SavedKind,
  SaveRefusal,
  SavingSettings,
  SavingSettingsTrouble,
  TaskSave,
  TaskSaves,
} from '../shared/saving.ts';
import type { WatchlistPatch } from '../shared/watchlist-view.ts';
import type { Credentials } from './credentials.ts';
import type { DialectNamed } from './dialect.ts';
import type { FetchFreshLinks } from './fresh-links.ts';
import { createKnownSaves } from './known-saves.ts';
import type { Clock, Random } from './ports.ts';
import type { ResultFiles } from './saving-ports.ts';
import type { StoredSave, TaskStore } from './store-ports.ts';
import { createSaveBeginnings } from './save-beginnings.ts';
import { taskSaveOf, tracked, type TrackedSave } from './save-entry.ts';
import { createSaveParts } from './save-parts.ts';
import { createSaveQueue } from './save-queue.ts';
import { createSaveSettings } from './save-settings.ts';
import { createSaveSource } from './save-source.ts';
import { createSavedFiles, type SavedFiles } from './saved-files.ts';
import { linkToSave, resultLinkOf, savedAs } from './saved-links.ts';
import { StoreFailure } from './store-failure.ts';
import { wantedOf } from './wanted-saves.ts';
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
  /** The video is on the disk, or will not get there by itself. */
  readonly onEnded: (taskId: string, save: TaskSave) => void;
}

/**
 * Keeps results on this computer before their links end. The only owner of saves. Where no kind is named, the video is
 * meant: what is saved beside it comes and fails on its own.
 */
export interface Saving extends SavedFiles {
  settings(): SavingSettings;
  configure(settings: SavingSettings): Promise<Result<SavingSettings, SavingSettingsTrouble>>;
  saveOf(taskId: string): TaskSave | null;
  savesOf(taskId: string): TaskSaves;
  /** Begins, or begins again, also what else is chosen; without a folder in that of the settings. */
  save(taskId: string, folder: string | null): Result<null, SaveRefusal>;
  /** Begins again what could not be saved beside the video. */
  saveOthers(taskId: string): void;
  /** Ends what is under way or waits; false when there is nothing. What has come of it is thrown away. */
  cancel(taskId: string): boolean;
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
  const settings = createSaveSettings({ clock, store, files: resultFiles });
  const saves = createKnownSaves();
  let stopped = false;

  const inStore = (write: () => void): void => {
    try {
      if (!stopped) write();
    } catch (error) {
      // It goes on all the same; at worst it is begun again after the next start.
      if (!(error instanceof StoreFailure)) throw error;
    }
  };

  const keep = (save: TrackedSave, change: Partial<StoredSave>): void => {
    save.stored = { ...save.stored, ...change };
    inStore(() => store.putSave(save.stored));
  };
  const usualFolder = (): string => settings.read().folder;
  const parts = createSaveParts({ files: resultFiles, keep, usualFolder });

  const queue = createSaveQueue({
    ...dependencies,
    files: resultFiles,
    parts,
    largestBytes: () => settings.read().largestBytes,
    sourceOf: (taskId, kind) => createSaveSource(dependencies, (links) => linkToSave(kind, links))(taskId),
    keep,
    draw: ({ stored }) => watchlist.updateTask(stored.taskId, {}),
    onEnded: (save) => {
      if (save.stored.kind === 'video') dependencies.onEnded(save.stored.taskId, taskSaveOf(save));
    },
  });

  const { begin, beginOrHasten, stop, drop } = createSaveBeginnings({
    watchlist,
    settings,
    saves,
    queue,
    parts,
    keep,
    dropStored: (taskId, kind) => inStore(() => store.dropSave(taskId, kind)),
  });

  return {
    ...createSavedFiles(resultFiles, (taskId) => saves.get(taskId, 'video')?.stored.path ?? null),
    settings: () => settings.read(),
    configure: async (wanted) => {
      const chosen = await settings.choose(wanted);
      if (chosen.ok) queue.folderChanged();
      return chosen;
    },
    saveOf: (taskId) => saves.main(taskId),
    savesOf: (taskId) => saves.drawn(taskId),
    save: (taskId, folder) => {
      const state = watchlist.task(taskId);
      if (state === null) return failed('unknown-task');
      const { report } = state;
      const phase = report?.phase;
      if (phase === 'failed' || phase === 'cancelled' || phase === 'lost') return failed(phase);
      if (report?.phase !== 'succeeded' || report.linksPending) return failed('not-ready');
      if (resultLinkOf(report.links) === null) return failed('no-link');
      const others = settings.read().kinds.flatMap((kind) => savedAs(kind, report.links) ?? []);
      for (const kind of new Set<SavedKind>(['video', ...others])) beginOrHasten(state, kind, folder);
      return ok(null);
    },
    saveOthers: (taskId) => {
      const state = watchlist.task(taskId);
      if (state === null) return;
      for (const { stored, named } of saves.of(taskId)) {
        const { kind, folder } = stored;
        if (kind !== 'video' && stored.state === 'failed') begin(state, kind, folder, named);
      }
    },
    cancel: (taskId) => {
      const unfinished = saves.of(taskId).filter(({ stored }) => stored.state === 'unfinished');
      unfinished.forEach(stop);
      if (unfinished.length > 0) watchlist.updateTask(taskId, {});
      return unfinished.length > 0;
    },
    consider: ({ changedTasks, changedGateways, removedGateways }) => {
      changedGateways.forEach((gateway) => inStore(() => settings.gatewayChanged(gateway)));
      removedGateways.forEach((gatewayId) => inStore(() => settings.gatewayRemoved(gatewayId)));
      for (const { id } of changedTasks) {
        const state = watchlist.task(id);
        if (state === null) continue;
        for (const kind of wantedOf(state, { watchlist, settings, saves })) begin(state, kind, usualFolder());
      }
    },
    tasksRemoved: (taskIds) => {
      // Where a finished file is stays known: the task can be restored.
      for (const taskId of taskIds) {
        for (const save of saves.of(taskId)) if (save.stored.state !== 'saved') drop(save);
      }
    },
    hasten: () => queue.hasten(),
    start: () => {
      for (const stored of store.saves()) {
        const save = tracked(stored, stored.folder !== usualFolder());
        saves.put(save);
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
