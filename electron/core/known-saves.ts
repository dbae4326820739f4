import { noSaves, savedKinds, type SavedKind, type TaskSave, type TaskSaves } from '../shared/saving.ts';
import { taskSaveOf, type TrackedSave } from './save-entry.ts';

/** The saves of all tasks, at most one of each kind. */
export interface KnownSaves {
  get(taskId: string, kind: SavedKind): TrackedSave | null;
  /** The video first. */
  of(taskId: string): readonly TrackedSave[];
  put(save: TrackedSave): void;
  drop(save: TrackedSave): void;
  /** The video's, as it is drawn; null when it has not been asked for. */
  main(taskId: string): TaskSave | null;
  drawn(taskId: string): TaskSaves;
}

export const createKnownSaves = (): KnownSaves => {
  const byTask = new Map<string, Map<SavedKind, TrackedSave>>();
  const of = (taskId: string): readonly TrackedSave[] => {
    const known = byTask.get(taskId);
    return known === undefined ? [] : savedKinds.flatMap((kind) => known.get(kind) ?? []);
  };
  const saves: KnownSaves = {
    get: (taskId, kind) => byTask.get(taskId)?.get(kind) ?? null,
    of,
    put: (save) => {
      const { taskId, kind } = save.stored;
      const known = byTask.get(taskId) ?? new Map<SavedKind, TrackedSave>();
      byTask.set(taskId, known.set(kind, save));
    },
    drop: ({ stored: { taskId, kind } }) => {
      const known = byTask.get(taskId);
      known?.delete(kind);
      if (known?.size === 0) byTask.delete(taskId);
    },
    main: (taskId) => {
      const save = saves.get(taskId, 'video');
      return save === null ? null : taskSaveOf(save);
    },
    drawn: (taskId) =>
      byTask.has(taskId)
        ? {
            save: saves.main(taskId),
            otherSaves: of(taskId).flatMap((save) => {
              const { kind } = save.stored;
              return kind === 'video' ? [] : [{ kind, ...taskSaveOf(save) }];
            }),
          }
        : noSaves,
  };
  return saves;
};
