import { mayBeAsked } from '../electron/shared/asked-by-hand.ts';
import { hasFile, opensOutside } from '../electron/shared/looking.ts';
import { isUnderWay } from '../electron/shared/saving.ts';
import { words } from '../electron/shared/language/spoken.ts';
import type { TaskEntry } from '../electron/shared/watchlist-view.ts';
import { createBulkActions } from './bulk-actions.ts';
import { createTaskActions, hasVideo, saveTextOf } from './task-actions.ts';
import type { WindowState } from './window-state.svelte.ts';

export interface MenuItem {
  readonly name:
    | 'open'
    | 'check'
    | 'video'
    | 'copy-link'
    | 'save'
    | 'stop-saving'
    | 'show-in-folder'
    | 'copy-file'
    | 'copy-id'
    | 'mute'
    | 'remove';
  readonly text: string;
  readonly run: () => void;
}

/** What can be done with the tasks that are selected: one, or several together. */
export const taskMenuItems = (shell: WindowState): readonly MenuItem[] => {
  const { chosen, selectedId } = shell.list;
  if (chosen.shown.length > 1) return itemsOfSeveral(shell);
  const id = chosen.shown[0] ?? selectedId;
  return id === null ? [] : itemsOfOne(shell, id);
};

const itemsOfOne = (shell: WindowState, id: string): readonly MenuItem[] => {
  const task = shell.watchlist.task(id);
  if (task === null) return [];
  const actions = createTaskActions(shell);
  const { details, selection } = words();
  const video: MenuItem = {
    name: 'video',
    text: details.openVideo,
    run: () => void actions.openVideo(task),
  };
  const ofVideo: readonly MenuItem[] = [
    ...(opensOutside(task) ? [video] : []),
    { name: 'copy-link', text: details.copyLink, run: () => void actions.copyLink(task) },
    ...savingItems(shell, task),
  ];
  const check: MenuItem = { name: 'check', text: details.checkNow, run: () => actions.check(task) };
  return [
    { name: 'open', text: details.open, run: () => shell.open(id) },
    ...(mayBeAsked(task) ? [check] : []),
    ...(hasVideo(task) ? ofVideo : []),
    { name: 'copy-id', text: details.copyId, run: () => void actions.copyId(task) },
    {
      name: 'mute',
      text: task.muted ? selection.unmute : selection.mute,
      run: () => void shell.bridge.request('tasks:set-muted', [id], !task.muted),
    },
    { name: 'remove', text: details.remove, run: () => shell.remove([id]) },
  ];
};

const savingItems = (shell: WindowState, task: TaskEntry): readonly MenuItem[] => {
  const actions = createTaskActions(shell);
  const { looking, saving } = words();
  if (hasFile(task))
    return [
      { name: 'show-in-folder', text: saving.showInFolder, run: () => void actions.showInFolder(task) },
      { name: 'copy-file', text: looking.copyFile, run: () => void actions.copyFile(task) },
    ];
  if (isUnderWay(task.save))
    return [{ name: 'stop-saving', text: saving.stop, run: () => actions.stopSaving(task) }];
  return [{ name: 'save', text: saveTextOf(task), run: () => void actions.save(task) }];
};

const itemsOfSeveral = (shell: WindowState): readonly MenuItem[] => {
  const actions = createBulkActions(shell);
  const said = words().selection;
  return [
    { name: 'check', text: said.checkNow, run: actions.check },
    { name: 'save', text: said.save, run: () => void actions.save() },
    { name: 'copy-link', text: said.copyLinks, run: () => void actions.copyLinks() },
    { name: 'mute', text: actions.areMuted() ? said.unmute : said.mute, run: actions.mute },
    { name: 'remove', text: said.remove, run: () => shell.remove(shell.list.chosen.shown) },
  ];
};
