import type { App } from '../app.ts';
import { isFinalPhase } from '../shared/task.ts';
import type { TaskEntry } from '../shared/watchlist-view.ts';

/** Resolves with the tasks once all are final; with null when one is removed or nobody waits any more. */
export const whenEnded = (
  app: Pick<App, 'view' | 'subscribe'>,
  taskIds: readonly string[],
  gone: AbortSignal,
): Promise<readonly TaskEntry[] | null> =>
  new Promise((resolve) => {
    const look = (): void => {
      const byId = new Map(app.view().tasks.map((task) => [task.id, task]));
      const tasks = taskIds.flatMap((id) => byId.get(id) ?? []);
      if (tasks.length < taskIds.length) settle(null);
      else if (tasks.every((task) => isFinalPhase[task.phase])) settle(tasks);
    };
    const settle = (outcome: readonly TaskEntry[] | null): void => {
      cancel();
      resolve(outcome);
    };
    const wanted = new Set(taskIds);
    // Looking costs a view of the whole list, so not for changes of other tasks.
    const cancel = app.subscribe(({ changedTasks, removedTasks }) => {
      if (removedTasks.some((id) => wanted.has(id)) || changedTasks.some(({ id }) => wanted.has(id))) look();
    });
    gone.addEventListener('abort', () => settle(null), { once: true });
    look();
  });
