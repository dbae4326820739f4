import { promptnesses, type Promptness } from '../shared/timing.ts';
import type { TaskStore } from './store-ports.ts';
import type { Watchlist } from './watchlist.ts';

const setting = 'promptness';

/** How the user weighs requests against being told sooner; kept over restarts. */
export interface PromptnessChoice {
  restore(): void;
  choose(promptness: Promptness): void;
}

export const createPromptnessChoice = (
  store: Pick<TaskStore, 'setting' | 'saveSetting'>,
  watchlist: Pick<Watchlist, 'updateStatus'>,
): PromptnessChoice => ({
  restore: () => {
    const stored = store.setting(setting);
    watchlist.updateStatus({ promptness: promptnesses.find((one) => one === stored) ?? 'balanced' });
  },
  choose: (promptness) => {
    watchlist.updateStatus({ promptness });
    store.saveSetting(setting, promptness);
  },
});
