import type { StoredTask, TaskStore } from './store-ports.ts';
import type { Watchlist } from './watchlist.ts';

/** The tasks of a long history that a start does not read. */
export interface OlderTasks {
  /** Lists also the older ones that hold every word of the query. */
  search(query: string): void;
  /** Lists also the older ones of these ids. */
  recall(gatewayId: string, remoteIds: readonly string[]): void;
  /** Counts anew how many are not listed. */
  count(): void;
}

const mostFound = 200;

export const createOlderTasks = (
  store: Pick<TaskStore, 'taskCount' | 'search' | 'find'>,
  watchlist: Watchlist,
): OlderTasks => {
  const list = (found: readonly StoredTask[]): void => {
    const fresh = found.filter(({ task }) => watchlist.task(task.id) === null);
    if (fresh.length === 0) return;
    watchlist.putTasks(fresh);
    watchlist.updateStatus({ olderTasks: Math.max(0, watchlist.status().olderTasks - fresh.length) });
  };
  const anyOlder = (): boolean => watchlist.status().olderTasks > 0;
  return {
    search: (query) => {
      if (anyOlder() && query.trim() !== '') list(store.search(query, mostFound));
    },
    recall: (gatewayId, remoteIds) => {
      if (anyOlder()) list(store.find(gatewayId, remoteIds));
    },
    count: () => watchlist.updateStatus({ olderTasks: store.taskCount() - [...watchlist.tasks()].length }),
  };
};
