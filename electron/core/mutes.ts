import type { TaskStore } from './store-ports.ts';
import type { Watchlist } from './watchlist.ts';

export interface MutesDependencies {
  readonly store: Pick<TaskStore, 'setting' | 'saveSetting'>;
  readonly watchlist: Pick<Watchlist, 'task' | 'updateTask'>;
}

/** The tasks of which the user does not want to be told. Removing and restoring a task leaves it muted. */
export interface Mutes {
  has(taskId: string): boolean;
  set(taskIds: readonly string[], muted: boolean): void;
  load(): void;
}

const settingName = 'muted-tasks';

export const createMutes = ({ store, watchlist }: MutesDependencies): Mutes => {
  const muted = new Set<string>();
  return {
    has: (taskId) => muted.has(taskId),
    set: (taskIds, isMuted) => {
      for (const taskId of taskIds) {
        if (isMuted) muted.add(taskId);
        else muted.delete(taskId);
        watchlist.updateTask(taskId, {});
      }
      store.saveSetting(settingName, JSON.stringify([...muted]));
    },
    load: () => {
      // Whoever has left the list for good takes its mark along.
      for (const taskId of idsIn(store.setting(settingName)))
        if (watchlist.task(taskId) !== null) muted.add(taskId);
      for (const taskId of muted) watchlist.updateTask(taskId, {});
    },
  };
};

const idsIn = (text: string | null): readonly string[] => {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
};
