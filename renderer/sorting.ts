import type { TaskEntry } from '../electron/shared/watchlist-view.ts';
import { createNameRanks } from './name-ranks.ts';

/** What the rows of a group can be ordered by. */
export type Sort = 'newest' | 'finishing' | 'name' | 'gateway';

export const sorts: readonly Sort[] = ['newest', 'finishing', 'name', 'gateway'];

/** The smaller comes first. */
type Key = (task: TaskEntry) => number;

const titleRanks = createNameRanks();
const gatewayRanks = createNameRanks();

/** Running tasks by when they were added, ended ones by when they ended. */
const newest: Key = ({ finishedAt, addedAt }) => -(finishedAt ?? addedAt);

const keyFor: Readonly<Record<Sort, (tasks: readonly TaskEntry[]) => Key>> = {
  newest: () => newest,
  finishing:
    () =>
    ({ estimate }) =>
      estimate?.endsAt ?? Number.MAX_VALUE,
  name: (tasks) => {
    const rankOf = titleRanks(tasks.map(({ title }) => title));
    return ({ title }) => rankOf(title);
  },
  gateway: (tasks) => {
    const rankOf = gatewayRanks(tasks.map(({ gatewayName }) => gatewayName));
    return ({ gatewayName }) => rankOf(gatewayName);
  },
};

/** Those that are alike are newest first; those of one paste stay in its order. */
export const sortedBy = (sort: Sort, tasks: readonly TaskEntry[]): readonly TaskEntry[] => {
  const keyOf = keyFor[sort](tasks);
  return tasks
    .map((task) => ({ task, key: keyOf(task), age: newest(task) }))
    .sort((one, other) => one.key - other.key || one.age - other.age)
    .map(({ task }) => task);
};
