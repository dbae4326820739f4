import { words } from '../shared/language/spoken.ts';
import { ok } from '../shared/result.ts';
import { mayBeAsked } from '../shared/asked-by-hand.ts';
import { isFinalPhase } from '../shared/task.ts';
import type { TaskEntry } from '../shared/watchlist-view.ts';
import { listedTask, refused, shownTask } from './control-answers.ts';
import type { ControlDependencies } from './control-handlers.ts';
import type { ListedTask } from './control-contract.ts';
import type { ControlHandlers } from './control-server.ts';
import { remarkOn } from './remark-handler.ts';
import { refusedFolder, saveHandlers } from './save-handlers.ts';
import { meantTask as meant, taskMeant } from './task-lookup.ts';
import { watchAs } from './watch-handler.ts';
import { whenEnded } from './when-ended.ts';

type TaskHandlers = Pick<ControlHandlers, Extract<keyof ControlHandlers, `task.${string}`>>;

/** What the app does for the commands that are about tasks. */
export const taskHandlers = ({ ready, clock }: ControlDependencies): TaskHandlers => {
  const listed = (tasks: readonly TaskEntry[]): readonly ListedTask[] =>
    tasks.map((task) => listedTask(task, clock.now()));
  return {
    ...saveHandlers({ ready, clock }),
    'task.watch': async (request) => watchAs(await ready, request, clock),
    'task.list': async () => ok(listed((await ready).view().tasks)),
    'task.show': async ({ id }) => {
      const app = await ready;
      const task = meant(app, id);
      return task.ok ? ok(shownTask(task.value, app.view().status, clock.now())) : task;
    },
    'task.wait': async ({ ids, folder }, gone) => {
      const app = await ready;
      const wanted: string[] = [];
      for (const id of ids) {
        const task = meant(app, id);
        if (!task.ok) return task;
        wanted.push(task.value.id);
      }
      const usable = folder === null ? ok(null) : await app.results.tryFolder(folder);
      if (!usable.ok) return refusedFolder(usable.trouble);
      const ended = await whenEnded(app, wanted, gone);
      if (ended === null) return refused(words().appAnswers.removedMeanwhile);
      return ok(listed(ended));
    },
    'task.remarks': async (request, gone) => remarkOn(await ready, request, gone),
    'task.check': async ({ id }) => {
      const app = await ready;
      if (id === null) {
        const unfinished = app.view().tasks.filter((task) => !isFinalPhase[task.phase]);
        app.tasks.check(unfinished.map((task) => task.id));
        return ok(null);
      }
      const task = meant(app, id);
      if (!task.ok) return task;
      if (!mayBeAsked(task.value)) return refused(words().appAnswers.cannotChange);
      app.tasks.check([task.value.id]);
      return ok(null);
    },
    'task.mute': async ({ id, muted }) => {
      const app = await ready;
      const task = taskMeant(app.view().tasks, id);
      if (!task.ok) return task;
      app.setMuted([task.value.id], muted);
      return ok(listedTask(task.value, clock.now()));
    },
    'task.remove': async ({ id }) => {
      const app = await ready;
      const task = meant(app, id);
      if (!task.ok) return task;
      app.tasks.remove([task.value.id]);
      return ok(listedTask(task.value, clock.now()));
    },
  };
};
