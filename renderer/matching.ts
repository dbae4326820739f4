import type { TaskEntry } from '../electron/shared/watchlist-view.ts';

/** An entry never changes, so its text is made once; with 10,000 of them that is most of a search. */
const searchedTexts = new WeakMap<TaskEntry, string>();

const searchedText = (task: TaskEntry): string => {
  const known = searchedTexts.get(task) ?? searchedTextOf(task);
  searchedTexts.set(task, known);
  return known;
};

const searchedTextOf = (task: TaskEntry): string =>
  [task.title, task.remoteId, task.gatewayName, task.model, task.failure?.code, task.failure?.message]
    .filter((part) => typeof part === 'string')
    .join('\n')
    .toLowerCase();

export const wordsOf = (query: string): readonly string[] => query.toLowerCase().split(/\s+/).filter(Boolean);

/** Makes the texts that are searched ahead of the first search. */
export const prepareSearch = (tasks: readonly TaskEntry[]): void => tasks.forEach(searchedText);

/** The tasks that hold every word of the query, in any order and any case. A blank query keeps them all. */
export const matching = (tasks: readonly TaskEntry[], query: string): readonly TaskEntry[] => {
  const words = wordsOf(query);
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
