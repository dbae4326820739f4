import type { WindowState } from './window-state.svelte.ts';

const counted = (count: number, one: string, several: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${several}`;

export const chosenText = (count: number): string => `${count.toLocaleString('en')} selected`;

/** What is done with several tasks at once. */
export const createBulkActions = ({ bridge, list, toasts, watchlist }: WindowState) => {
  const chosen = (): readonly string[] => list.chosen.shown;
  /** Whether none of them is told of any more. */
  const areMuted = (): boolean => chosen().every((id) => watchlist.task(id)?.muted ?? true);
  return {
    areMuted,
    check: (): void => {
      void bridge.request('tasks:check', chosen());
      toasts.say(`Asking about ${counted(chosen().length, 'task', 'tasks')}`);
    },
    mute: (): void => {
      void bridge.request('tasks:set-muted', chosen(), !areMuted());
    },
    copyLinks: async (): Promise<void> => {
      const count = await bridge.request('tasks:copy-links', chosen());
      toasts.say(count === 0 ? 'None of them has a link' : `${counted(count, 'link', 'links')} copied`);
    },
  };
};
