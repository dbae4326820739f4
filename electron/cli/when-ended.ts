import type { App } from '../app.ts';
import { isFinalPhase } from '../shared/task.ts';
import type { TaskEntry } from '../shared/watchlist-view.ts';

type Watched = Pick<App, 'view' | 'subscribe'>;

/** Resolves with the tasks once all are final; with null when one is removed or nobody waits any more. */
export const whenEnded = (
  app: Watched,
  taskIds: readonly string[],
  gone: AbortSignal,
): Promise<readonly TaskEntry[] | null> => whenAll(app, taskIds, ({ phase }) => isFinalPhase[phase], gone);

/** Resolves with the task once its result is saved or will not be by itself; with null as above. */
export const whenSaved = async (
  app: Watched,
  taskId: string,
  gone: AbortSignal,
): Promise<TaskEntry | null> => {
  const isDone = ({ save }: TaskEntry): boolean => save?.state === 'saved' || save?.state === 'failed';
  return (await whenAll(app, [taskId], isDone, gone))?.[0] ?? null;
};

const whenAll = (
  app: Watched,
  taskIds: readonly string[],
  isDone: (task: TaskEntry) => boolean,
  gone: AbortSignal,
): Promise<readonly TaskEntry[] | null> =>
  new Promise((resolve) => {
    const look = (): void => {
      const byId = new Map(app.view().tasks.map((task) => [task.id, task]));
      const tasks = taskIds.flatMap((id) => byId.get(id) ?? []);
      if (tasks.length < taskIds.length) settle(null);
      else if (tasks.every(isDone)) settle(tasks);
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
