import type { SavedKind } from '../shared/saving.ts';
import type { KnownSaves } from './known-saves.ts';
import { saveNameOf, tracked, type TrackedSave } from './save-entry.ts';
import type { SaveParts } from './save-parts.ts';
import type { SaveQueue } from './save-queue.ts';
import type { SaveSettings } from './save-settings.ts';
import type { StoredSave } from './store-ports.ts';
import type { TaskState } from './task-entry.ts';
import type { Watchlist } from './watchlist.ts';

export interface SaveBeginningsDependencies {
  readonly watchlist: Pick<Watchlist, 'updateTask'>;
  readonly settings: Pick<SaveSettings, 'read'>;
  readonly saves: KnownSaves;
  readonly queue: Pick<SaveQueue, 'put' | 'take' | 'end'>;
  readonly parts: SaveParts;
  readonly keep: (save: TrackedSave, change: Partial<StoredSave>) => void;
  readonly dropStored: (taskId: string, kind: SavedKind) => void;
}

/** How saves begin, begin anew and are forgotten. */
export const createSaveBeginnings = (dependencies: SaveBeginningsDependencies) => {
  const { watchlist, settings, saves, queue, parts, keep, dropStored } = dependencies;

  const begin = (state: TaskState, kind: SavedKind, folder: string, named = false): void => {
    const taskId = state.task.id;
    const before = saves.get(taskId, kind);
    drop(before);
    const save = tracked(
      {
        taskId,
        kind,
        folder,
        name: saveNameOf(state, settings.read().nameTemplate),
        state: 'unfinished',
        trouble: null,
        validator: null,
        totalBytes: null,
        path: null,
        bytes: 0,
      },
      named,
    );
    if (before !== null) save.earlier = before.stored.state === 'saved' ? before.stored : before.earlier;
    saves.put(save);
    keep(save, {});
    queue.put(save);
    watchlist.updateTask(taskId, {});
  };

  /** Forgets it, with what was not finished of it; a finished file is the user's. */
  const drop = (save: TrackedSave | null): void => {
    if (save === null) return;
    queue.take(save);
    saves.drop(save);
    const { taskId, kind, state } = save.stored;
    if (state === 'unfinished') parts.discard(save, {});
    dropStored(taskId, kind);
  };

  /** As the user asks for it. Asking again while it is underway means: go on now. */
  const beginOrHasten = (state: TaskState, kind: SavedKind, folder: string | null): void => {
    const save = saves.get(state.task.id, kind);
    const into = folder ?? settings.read().folder;
    const anew = (): void => begin(state, kind, into, into !== settings.read().folder);
    if (save?.stored.folder !== into || save.stored.state === 'failed') return anew();
    // What is there beside a video that is saved again stays.
    if (save.stored.state === 'saved' && kind === 'video') return anew();
    if (save.stored.state === 'saved' || save.underway) return;
    queue.take(save);
    queue.put(save);
  };

  /** As the user asks for it. What had been saved before stays the task's. */
  const stop = (save: TrackedSave): void => {
    queue.end(save, 'stopped');
    if (save.earlier === null) return;
    save.bytes = save.earlier.bytes;
    keep(save, save.earlier);
  };

  return { stop, begin, beginOrHasten, drop };
};
