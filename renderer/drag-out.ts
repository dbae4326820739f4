import type { TaskEntry } from '../electron/shared/watchlist-view.ts';
import { hasFile } from '../electron/shared/looking.ts';
import { words } from '../electron/shared/language/spoken.ts';
import type { WindowState } from './window-state.svelte.ts';

/** Drags the saved file of a task out of the window, in place of what the page would drag. */
export const dragOut = async (shell: WindowState, taskId: string): Promise<void> => {
  // What is dragged over this window itself is not to be added to the list.
  shell.dragsOut = true;
  try {
    const dragged = await shell.bridge.request('tasks:drag-file', taskId);
    if (!dragged.ok) shell.toasts.say(words().saving.showTroubles[dragged.trouble]);
  } finally {
    shell.dragsOut = false;
  }
};

/** Makes an element one that the file of a task can be dragged from; null where it is for something else now. */
export const draggedFrom =
  (shell: WindowState, task: () => TaskEntry | null) =>
  (element: HTMLElement): (() => void) => {
    const dragged = task();
    element.draggable = dragged !== null && hasFile(dragged);
    const start = (event: DragEvent): void => {
      event.preventDefault();
      event.stopPropagation();
      if (dragged !== null) void dragOut(shell, dragged.id);
    };
    element.addEventListener('dragstart', start);
    return () => element.removeEventListener('dragstart', start);
  };
