import { demoId } from '../electron/shared/demo.ts';
import { words } from '../electron/shared/language/spoken.ts';
import type { WindowState } from './window-state.svelte.ts';

type Shell = Pick<WindowState, 'bridge' | 'toasts'>;

/** Adds the demo gateway with its tasks, and says so. */
export const beginDemo = async ({ bridge, toasts }: Shell): Promise<void> => {
  const begun = await bridge.request('demo:begin');
  toasts.say(begun.ok ? words().demo.begun : words().demo.troubles[begun.trouble]);
};

/** Removes it at once: all of it can be had again. */
export const removeDemo = async (shell: Shell): Promise<void> => {
  const removed = await shell.bridge.request('gateways:remove', demoId);
  if (!removed.ok) {
    shell.toasts.say(words().gateways.removalTroubles[removed.trouble]);
    return;
  }
  const { removed: said, again } = words().demo;
  shell.toasts.say(said, { text: again, run: () => void beginDemo(shell) });
};
