import type { TaskEntry } from '../shared/watchlist-view.ts';
import type { Announcement } from './announcement.ts';
import { digestOf, mostSingleNotices, noticeOf, type Told } from './digest.ts';
import type { Cancel, Clock, Notifier, TaskStore } from './ports.ts';
import { StoreFailure } from './store-failure.ts';

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
  /** Holds back until the returned function is called, and then tells what came meanwhile in one notice. */
  gather(): Cancel;
  stop(): void;
}

const retryAfterMs = 60_000;

export const createAnnouncer = (dependencies: AnnouncerDependencies): Announcer => {
  const { clock, store, notifier } = dependencies;
  // Should the mark fail to be written, this run tries to write it again, and does not tell it again.
  const toldInThisLife = new Set<string>();
  let telling = false;
  let again = false;
  let gatherings = 0;
  let meanwhile = false;
  let stopped = false;
  const isStopped = (): boolean => stopped;
  let cancelRetry: Cancel = () => undefined;

  const tellAll = async (): Promise<void> => {
    const untold = store.untold();
    mark(untold.filter(({ id }) => toldInThisLife.has(id)));
    const toTell = untold.filter(({ id }) => !toldInThisLife.has(id)).flatMap(withTask);
    const asOne = meanwhile ? 1 : mostSingleNotices;
    const wasMeanwhile = meanwhile;
    meanwhile = false;
    if (toTell.length > asOne) return show(toTell, wasMeanwhile);
    for (const one of toTell) await show([one], false);
  };

  const withTask = (announcement: Announcement): readonly Told[] => {
    const task = dependencies.entry(announcement.taskId);
    return task === null ? [] : [{ announcement, task }];
  };

  const mark = (announcements: readonly Announcement[]): void => {
    if (announcements.length === 0) return;
    for (const { id } of announcements) toldInThisLife.add(id);
    try {
      store.markTold(
        announcements.map(({ id }) => id),
        clock.now(),
      );
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
      tellLater();
    }
  };

  const tellLater = (): void => {
    cancelRetry();
    cancelRetry = clock.after(retryAfterMs, tell);
  };

  const show = async (told: readonly Told[], wasMeanwhile: boolean): Promise<void> => {
    const [first, ...others] = told;
    if (first === undefined || isStopped()) return;
    const notice =
      others.length === 0 ? noticeOf(first, clock.now()) : digestOf(told, { meanwhile: wasMeanwhile });
    const shown = await notifier.show(notice);
    // The store is closed by then.
    if (isStopped()) return;
    dependencies.onNotifierState(shown.ok);
    if (shown.ok) mark(told.map(({ announcement }) => announcement));
    else {
      if (wasMeanwhile) meanwhile = true;
      tellLater();
    }
  };

  const tell = (): void => {
    if (stopped || gatherings > 0) return;
    if (telling) {
      again = true;
      return;
    }
    telling = true;
    void tellAll()
      .catch((error: unknown) => {
        if (!(error instanceof StoreFailure)) throw error;
        tellLater();
      })
      .finally(() => {
        telling = false;
        if (!again) return;
        again = false;
        tell();
      });
  };

  return {
    tell,
    gather: () => {
      let gathers = true;
      gatherings += 1;
      return () => {
        if (!gathers) return;
        gathers = false;
        gatherings -= 1;
        meanwhile = true;
        tell();
      };
    },
    stop: () => {
      stopped = true;
      cancelRetry();
    },
  };
};
