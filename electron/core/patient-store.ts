import { isFinalPhase } from '../shared/task.ts';
import type { Cancel, Clock } from './ports.ts';
import type { RecordedReport, TaskStore } from './store-ports.ts';
import { aroundWrites } from './store-writes.ts';
import { StoreFailure } from './store-failure.ts';

export interface PatientStoreDependencies {
  readonly clock: Clock;
  readonly store: TaskStore;
  readonly isWatched: (taskId: string) => boolean;
  /** What could not be written is written now: there may be something to tell. */
  readonly onCaughtUp: () => void;
}

const retryEveryMs = 15_000;

/**
 * The same store, which never refuses a report. One that cannot be written is kept in memory, so that watching goes
 * on, and written when that works again, in its order and with its announcement. Until then the ledger does not
 * hold the announcement and nobody is told of it: told and not written would be told twice.
 */
export const createPatientStore = (dependencies: PatientStoreDependencies): TaskStore => {
  const { clock, store, isWatched, onCaughtUp } = dependencies;
  const waiting: RecordedReport[] = [];
  let cancelRetry: Cancel | null = null;
  let closed = false;

  /** Whether nothing is left to write. */
  const catchUp = (): boolean => {
    for (let first = waiting[0]; first !== undefined; first = waiting[0]) {
      try {
        if (isWatched(first.taskId)) store.record(first);
      } catch (error) {
        if (!(error instanceof StoreFailure)) throw error;
        return false;
      }
      waiting.shift();
    }
    cancelRetry?.();
    cancelRetry = null;
    return true;
  };

  const retryLater = (): void => {
    if (closed) return;
    cancelRetry ??= clock.after(retryEveryMs, () => {
      cancelRetry = null;
      if (catchUp()) onCaughtUp();
      else retryLater();
    });
  };

  const keepWaiting = (recorded: RecordedReport): void => {
    const before = waiting.findLastIndex(({ taskId }) => taskId === recorded.taskId);
    const replaced = waiting[before];
    // Only the newest progress of a task waits, so that a disk that is full for days does not fill the memory.
    if (replaced !== undefined && isProgressOnly(replaced) && isProgressOnly(recorded))
      waiting.splice(before, 1);
    waiting.push(recorded);
    retryLater();
  };

  return {
    // What comes later is written later.
    ...aroundWrites(store, (write) => {
      const caughtUp = waiting.length > 0 && catchUp();
      const value = write();
      if (caughtUp) onCaughtUp();
      return value;
    }),
    record: (recorded) => {
      // An answer that comes after the end is asked for again at the next start.
      if (closed) return;
      const behind = waiting.length > 0;
      if (behind && !catchUp()) return keepWaiting(recorded);
      try {
        store.record(recorded);
      } catch (error) {
        if (!(error instanceof StoreFailure)) throw error;
        return keepWaiting(recorded);
      }
      if (behind) onCaughtUp();
    },
    close: () => {
      // The last chance; what is still not written is asked for again at the next start.
      catchUp();
      closed = true;
      cancelRetry?.();
      cancelRetry = null;
      store.close();
    },
  };
};

const isProgressOnly = ({ report, event, announcement, taken }: RecordedReport): boolean =>
  !isFinalPhase[report.phase] && event?.kind !== 'phase' && announcement === null && taken === null;
