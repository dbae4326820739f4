import type { TaskStore } from './store-ports.ts';

/** The ended tasks that the user has put away from the tray menu; they stay on the list of the window. */
export interface TrayDismissals {
  ids(): ReadonlySet<string>;
  add(taskId: string): void;
}

const setting = 'tray-dismissed';

/** The menu lists an ended task for a day only, so that the oldest of so many are off it anyway. */
const mostKept = 200;

export const createTrayDismissals = (store: Pick<TaskStore, 'setting' | 'saveSetting'>): TrayDismissals => {
  let ids: ReadonlySet<string> | null = null;
  const read = (): ReadonlySet<string> => {
    ids ??= new Set((store.setting(setting) ?? '').split(' ').filter((id) => id !== ''));
    return ids;
  };
  return {
    ids: read,
    add: (taskId) => {
      ids = new Set([...read(), taskId].slice(-mostKept));
      store.saveSetting(setting, [...ids].join(' '));
    },
  };
};
