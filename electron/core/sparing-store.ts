import { isFinalPhase, type Report } from '../shared/task.ts';
import type { RecordedReport, TaskStore } from './store-ports.ts';

/** How old the stored time of a report may get while the report stays the same. */
const writtenAgainMs = 5 * 60_000;

type Written = Pick<RecordedReport, 'at' | 'report' | 'startedAt' | 'finishedAt' | 'pace' | 'seen'>;

/**
 * The same store, which is not written to when an unfinished task is reported just as it was: most answers say nothing
 * new, and each write costs the disk. What is stored stays true, only its time is that of an earlier answer.
 */
export const createSparingStore = (store: TaskStore): TaskStore => {
  const written = new Map<string, Written>();

  const isAlreadyThere = (recorded: RecordedReport): boolean => {
    const before = written.get(recorded.taskId);
    if (before === undefined || recorded.event !== null || recorded.announcement !== null) return false;
    const forMs = recorded.at - before.at;
    return (
      recorded.taken === null &&
      forMs >= 0 &&
      forMs < writtenAgainMs &&
      !isFinalPhase[recorded.report.phase] &&
      recorded.seen === before.seen &&
      recorded.startedAt === before.startedAt &&
      recorded.finishedAt === before.finishedAt &&
      isSame(withoutTimes(recorded.report), withoutTimes(before.report)) &&
      isSame(recorded.pace, before.pace)
    );
  };

  return {
    ...store,
    record: (recorded) => {
      if (isAlreadyThere(recorded)) return;
      store.record(recorded);
      if (isFinalPhase[recorded.report.phase]) written.delete(recorded.taskId);
      else written.set(recorded.taskId, recorded);
    },
    // What changes a task in another way makes its next report be written.
    markSeen: (taskIds, at) => {
      for (const taskId of taskIds) written.delete(taskId);
      store.markSeen(taskIds, at);
    },
    removeTasks: (taskIds, at) => {
      for (const taskId of taskIds) written.delete(taskId);
      store.removeTasks(taskIds, at);
    },
  };
};

/** Some gateways put the time of the answer into it. What comes of a task's times is looked at by itself. */
const withoutTimes = (report: Report): Report => ({ ...report, createdAt: null, updatedAt: null });

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);
