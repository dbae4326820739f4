import type { Phase } from '../electron/shared/task.ts';
import type { TaskEntry } from '../electron/shared/watchlist-view.ts';

export type GroupName = 'running' | 'ready' | 'failed';

/** What the tabs above the list offer. */
export type Filter = 'all' | GroupName;

export interface TaskGroup {
  readonly name: GroupName;
  readonly tasks: readonly TaskEntry[];
}

export const filters: readonly Filter[] = ['all', 'running', 'ready', 'failed'];

export const groupOfPhase: Readonly<Record<Phase, GroupName>> = {
  queued: 'running',
  running: 'running',
  succeeded: 'ready',
  failed: 'failed',
  cancelled: 'failed',
  lost: 'failed',
};

/** Running tasks by when they were added, ended ones by when they ended; those of one paste stay in its order. */
const newestFirst = (one: TaskEntry, other: TaskEntry): number =>
  (other.finishedAt ?? other.addedAt) - (one.finishedAt ?? one.addedAt);

/** The groups that have something to show, newest first within each. */
export const grouped = (tasks: readonly TaskEntry[], filter: Filter): readonly TaskGroup[] => {
  const members: Record<GroupName, TaskEntry[]> = { running: [], ready: [], failed: [] };
  for (const task of tasks) members[groupOfPhase[task.phase]].push(task);
  const names: readonly GroupName[] = filter === 'all' ? ['running', 'ready', 'failed'] : [filter];
  return names
    .map((name) => ({ name, tasks: members[name].sort(newestFirst) }))
    .filter((group) => group.tasks.length > 0);
};

export const countsOf = (tasks: readonly TaskEntry[]): Readonly<Record<Filter, number>> => {
  const counts: Record<Filter, number> = { all: tasks.length, running: 0, ready: 0, failed: 0 };
  for (const task of tasks) counts[groupOfPhase[task.phase]] += 1;
  return counts;
};
