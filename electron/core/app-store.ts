import { createPatientStore, type PatientStoreDependencies } from './patient-store.ts';
import type { Notifier } from './ports.ts';
import { createReportedStore } from './reported-store.ts';
import { createSparingStore } from './sparing-store.ts';
import { createStoreAlarm } from './store-alarm.ts';
import type { TaskStore } from './store-ports.ts';
import type { Watchlist } from './watchlist.ts';

export interface AppStoreDependencies extends Pick<
  PatientStoreDependencies,
  'clock' | 'store' | 'onCaughtUp'
> {
  readonly notifier: Pick<Notifier, 'show'>;
  readonly watchlist: Pick<Watchlist, 'task' | 'status' | 'updateStatus'>;
}

/** The store as the app has it: its trouble is shown, what it cannot take waits, and little is written twice. */
export const createAppStore = (dependencies: AppStoreDependencies): TaskStore => {
  const { clock, store, notifier, watchlist, onCaughtUp } = dependencies;
  const reported = createReportedStore(store, createStoreAlarm(clock, notifier, watchlist));
  const isWatched = (taskId: string): boolean => watchlist.task(taskId) !== null;
  return createSparingStore(createPatientStore({ clock, store: reported, isWatched, onCaughtUp }));
};
