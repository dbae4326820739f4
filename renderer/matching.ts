import type { TaskEntry } from '../electron/shared/watchlist-view.ts';

const searchedText = (task: TaskEntry): string =>
  [task.title, task.remoteId, task.gatewayName, task.model, task.failure?.code, task.failure?.message]
    .filter((part) => typeof part === 'string')
    .join('\n')
    .toLowerCase();

/** The tasks that hold every word of the query, in any order and any case. A blank query keeps them all. */
export const matching = (tasks: readonly TaskEntry[], query: string): readonly TaskEntry[] => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return tasks;
  return tasks.filter((task) => {
    const text = searchedText(task);
    return words.every((word) => text.includes(word));
  });
};

/** Those of these ids. */
export const amongThem = (tasks: readonly TaskEntry[], ids: readonly string[]): readonly TaskEntry[] => {
  const wanted = new Set(ids);
  return tasks.filter(({ id }) => wanted.has(id));
};
