import type { TaskEntry } from '../shared/watchlist-view.ts';
import type { Announcement } from './announcement.ts';
import { digestOf, mostSingleNotices, noticeOf, type Told } from './digest.ts';
import type { Cancel, Clock, Notifier, TaskStore } from './ports.ts';

export interface AnnouncerDependencies {
  readonly clock: Clock;
  readonly store: Pick<TaskStore, 'untold' | 'markTold'>;
  readonly notifier: Notifier;
  readonly entry: (taskId: string) => TaskEntry | null;
  readonly onNotifierState: (works: boolean) => void;
}

/** Shows what the ledger holds and marks it shown; what the desktop did not take stays and is tried again. */
export interface Announcer {
  /** Shows everything that is decided and not yet shown. */
  tell(): void;
  stop(): void;
}

const retryAfterMs = 60_000;

export const createAnnouncer = (dependencies: AnnouncerDependencies): Announcer => {
  const { clock, store, notifier } = dependencies;
  // Should the mark fail to be written, at least this run does not tell it again.
  const toldInThisLife = new Set<string>();
  let telling = false;
  let again = false;
  let stopped = false;
  let cancelRetry: Cancel = () => undefined;

  const tellAll = async (): Promise<void> => {
    const told = store.untold().flatMap(withTask);
    if (told.length > mostSingleNotices) return show(told);
    for (const one of told) await show([one]);
  };

  const withTask = (announcement: Announcement): readonly Told[] => {
    const task = dependencies.entry(announcement.taskId);
    return task === null || toldInThisLife.has(announcement.id) ? [] : [{ announcement, task }];
  };

  const show = async (told: readonly Told[]): Promise<void> => {
    const [first, ...others] = told;
    if (first === undefined || stopped) return;
    const shown = await notifier.show(others.length === 0 ? noticeOf(first) : digestOf(told));
    dependencies.onNotifierState(shown.ok);
    if (shown.ok) {
      const ids = told.map(({ announcement }) => announcement.id);
      for (const id of ids) toldInThisLife.add(id);
      store.markTold(ids, clock.now());
    } else {
      cancelRetry();
      cancelRetry = clock.after(retryAfterMs, tell);
    }
  };

  const tell = (): void => {
    if (stopped) return;
    if (telling) {
      again = true;
      return;
    }
    telling = true;
    void tellAll().finally(() => {
      telling = false;
      if (!again) return;
      again = false;
      tell();
    });
  };

  return {
    tell,
    stop: () => {
      stopped = true;
      cancelRetry();
    },
  };
};
