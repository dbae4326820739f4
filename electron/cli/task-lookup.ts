import type { App } from '../app.ts';
import { words } from '../shared/language/spoken.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import type { TaskEntry } from '../shared/watchlist-view.ts';
import type { ControlTrouble } from './control-contract.ts';

interface Identified {
  readonly id: string;
  readonly remoteId: string;
}

/** The task that a word means: Taskbell's own id, the gateway's id, or the start of Taskbell's own. */
export const taskMeant = <Task extends Identified>(
  tasks: readonly Task[],
  word: string,
): Result<Task, ControlTrouble> => {
  const own = tasks.filter((task) => task.id === word);
  const remote = tasks.filter((task) => task.remoteId === word);
  const begun = word === '' ? [] : tasks.filter((task) => task.id.startsWith(word));
  const meant = [own, remote, begun].find((found) => found.length > 0) ?? [];
  const [task] = meant;
  if (task === undefined) return misused(words().appAnswers.noTask(word));
  if (meant.length === 1) return ok(task);
  return misused(
    meant === remote ? words().appAnswers.severalGateways(word) : words().appAnswers.severalTasks(word),
  );
};

const misused = (message: string): Result<never, ControlTrouble> => failed({ kind: 'usage', message });

/** An ended task of long ago is listed first, so that it can be meant. */
export const meantTask = (app: App, id: string): ReturnType<typeof taskMeant<TaskEntry>> => {
  const task = taskMeant(app.view().tasks, id);
  if (task.ok) return task;
  app.tasks.search(id);
  return taskMeant(app.view().tasks, id);
};
