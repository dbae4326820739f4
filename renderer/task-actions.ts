import { words } from '../electron/shared/language/spoken.ts';
import { isFinalPhase } from '../electron/shared/task.ts';
import type { TaskEntry } from '../electron/shared/watchlist-view.ts';
import type { WindowState } from './window-state.svelte.ts';

export const hasVideo = (task: TaskEntry): boolean => task.links.some((link) => link.kind === 'video');

/** The first try, or another one. */
export const saveTextOf = ({ save }: TaskEntry): string =>
  save === null ? words().saving.save : words().saving.saveAgain;

/** What is done with one task, and what is said of it then. */
export const createTaskActions = (shell: WindowState) => ({
  ...createSaveActions(shell),
  check: (task: TaskEntry): void => {
    void shell.bridge.request('tasks:check', [task.id]);
    if (shell.paused) {
      const resume = () => void shell.bridge.request('checks:resume');
      shell.toasts.say(words().details.paused, { text: words().list.resume, run: resume });
    } else if (isFinalPhase[task.phase]) shell.toasts.say(words().details.askingAgain);
  },
  openVideo: async (task: TaskEntry): Promise<void> => {
    const result = await shell.bridge.request('tasks:open-video', task.id);
    if (!result.ok) shell.toasts.say(words().tasks.openTroubles[result.trouble]);
  },
  copyLink: async (task: TaskEntry): Promise<void> => {
    const result = await shell.bridge.request('tasks:copy-link', task.id);
    shell.toasts.say(result.ok ? words().details.linkCopied : words().tasks.openTroubles[result.trouble]);
  },
  copyFile: async (task: TaskEntry): Promise<void> => {
    const result = await shell.bridge.request('tasks:copy-file', task.id);
    shell.toasts.say(result.ok ? words().looking.fileCopied : words().saving.showTroubles[result.trouble]);
  },
  copyId: async (task: TaskEntry): Promise<void> => {
    await shell.bridge.request('tasks:copy-id', task.id);
    shell.toasts.say(words().details.idCopied);
  },
});

const createSaveActions = ({ bridge, toasts }: WindowState) => {
  const save = async (task: TaskEntry): Promise<void> => {
    const begun = await bridge.request('tasks:save', task.id);
    if (!begun.ok) toasts.say(words().saving.refusals[begun.trouble]);
  };
  return {
    save,
    saveOthers: (task: TaskEntry): void => void bridge.request('tasks:save-others', task.id),
    stopSaving: (task: TaskEntry): void => void bridge.request('tasks:stop-saving', task.id),
    showInFolder: async (task: TaskEntry): Promise<void> => {
      const shown = await bridge.request('tasks:show-in-folder', task.id);
      if (shown.ok) return;
      const again = { text: words().saving.saveAgain, run: () => void save(task) };
      toasts.say(words().saving.showTroubles[shown.trouble], shown.trouble === 'no-program' ? null : again);
    },
  };
};
