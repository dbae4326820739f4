import type { Phase } from '../electron/shared/task.ts';
import type { TaskEntry } from '../electron/shared/watchlist-view.ts';
import { type Sort, sortedBy } from './sorting.ts';

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

/** The groups that have something to show, each in the order asked for. */
export const grouped = (
  tasks: readonly TaskEntry[],
  filter: Filter,
  sort: Sort = 'newest',
): readonly TaskGroup[] => {
  const members: Record<GroupName, TaskEntry[]> = { running: [], ready: [], failed: [] };
  for (const task of tasks) members[groupOfPhase[task.phase]].push(task);
  const names: readonly GroupName[] = filter === 'all' ? ['running', 'ready', 'failed'] : [filter];
  return names
    .map((name) => ({ name, tasks: sortedBy(sort, members[name]) }))
    .filter((group) => group.tasks.length > 0);
};

export const countsOf = (tasks: readonly TaskEntry[]): Readonly<Record<Filter, number>> => {
  const counts: Record<Filter, number> = { all: tasks.length, running: 0, ready: 0, failed: 0 };
  for (const task of tasks) counts[groupOfPhase[task.phase]] += 1;
  return counts;
};
