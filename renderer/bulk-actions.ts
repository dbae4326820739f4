import { countAsked } from '../electron/shared/asked-by-hand.ts';
import { words } from '../electron/shared/language/spoken.ts';
import type { WindowState } from './window-state.svelte.ts';

/** What is done with several tasks at once. */
export const createBulkActions = ({ bridge, list, toasts, watchlist }: WindowState) => {
  const chosen = (): readonly string[] => list.chosen.shown;
  /** Whether none of them is told of any more. */
  const areMuted = (): boolean => chosen().every((id) => watchlist.task(id)?.muted ?? true);
  return {
    areMuted,
    check: (): void => {
      const count = countAsked(chosen().flatMap((id) => watchlist.task(id) ?? []));
      if (count > 0) void bridge.request('tasks:check', chosen());
      const { asking, cannotChange } = words().selection;
      toasts.say(count > 0 ? asking(count) : cannotChange);
    },
    mute: (): void => {
      void bridge.request('tasks:set-muted', chosen(), !areMuted());
    },
    save: async (): Promise<void> => {
      const count = await bridge.request('tasks:save-all', chosen());
      toasts.say(count === 0 ? words().selection.noneToSave : words().selection.saving(count));
    },
    copyLinks: async (): Promise<void> => {
      const { copied, ended } = await bridge.request('tasks:copy-links', chosen());
      const { noLinks, allEnded, linksCopied } = words().selection;
      if (copied > 0) toasts.say(linksCopied(copied, ended));
      else toasts.say(ended > 0 ? allEnded : noLinks);
    },
  };
};
