import type { App } from '../app.ts';
import { removalTroubleSentences, testSentence } from '../shared/messages.ts';
import { ok } from '../shared/result.ts';
import { isFinalPhase } from '../shared/task.ts';
import type { TaskEntry } from '../shared/watchlist-view.ts';
import { listedGateway, listedTask, noGateway, refused, refusedGateway } from './control-answers.ts';
import type { ControlHandlers } from './control-server.ts';
import type { MoveFiles } from '../ipc/data-moves.ts';
import { dataHandlers } from './data-handlers.ts';
import { dialectHandlers, noDialect } from './dialect-handlers.ts';
import { taskMeant } from './task-lookup.ts';
import { watchAs } from './watch-handler.ts';
import { whenEnded } from './when-ended.ts';

/** What the app does for the command line. Commands that arrive while it starts wait until it has. */
export const createControlHandlers = (
  ready: Promise<App>,
  version: string,
  files: MoveFiles | null = null,
): ControlHandlers => ({
  'gateway.add': async ({ name, url, dialect, key, allowPlainHttp }) => {
    const app = await ready;
    const draft = { name, baseUrl: url, dialect, key, allowPlainHttp, requestsPerSecond: null };
    const added = await app.gateways.add(draft);
    if (!added.ok && added.trouble === 'unknown-dialect') return noDialect(app, dialect);
    if (!added.ok) return refusedGateway(added.trouble);
    return ok(listedGateway(added.value, app.view().gateways));
  },
  'gateway.list': async () => {
    const { gateways } = (await ready).view();
    return ok(gateways.map((gateway) => listedGateway(gateway, gateways)));
  },
  'gateway.test': async ({ name }) => {
    const { gateways } = await ready;
    const gateway = gateways.named(name);
    if (gateway === null) return noGateway(name);
    const tested = await gateways.test(gateway.id, { ...gateway, key: null });
    if (!tested.ok) return refusedGateway(tested.trouble);
    return ok({ reached: tested.value.reached, message: `${gateway.name}: ${testSentence(tested.value)}` });
  },
  'gateway.remove': async ({ name }) => {
    const { gateways } = await ready;
    const gateway = gateways.named(name);
    if (gateway === null) return noGateway(name);
    const removed = await gateways.remove(gateway.id);
    return removed.ok ? removed : refusedGateway(removed.trouble, removalTroubleSentences);
  },
  ...dialectHandlers(ready),
  ...dataHandlers(ready, files),
  'task.watch': async (request) => watchAs(await ready, request),
  'task.list': async () => ok((await ready).view().tasks.map(listedTask)),
  'task.show': async ({ id }) => {
    const task = meant(await ready, id);
    return task.ok ? ok(listedTask(task.value)) : task;
  },
  'task.wait': async ({ ids }, gone) => {
    const app = await ready;
    const wanted: string[] = [];
    for (const id of ids) {
      const task = meant(app, id);
      if (!task.ok) return task;
      wanted.push(task.value.id);
    }
    const ended = await whenEnded(app, wanted, gone);
    if (ended === null) return refused('A task was removed from the list while it was waited for.');
    return ok(ended.map(listedTask));
  },
  'task.check': async ({ id }) => {
    const app = await ready;
    if (id === null) {
      const unfinished = app.view().tasks.filter((task) => !isFinalPhase[task.phase]);
      app.tasks.check(unfinished.map((task) => task.id));
      return ok(null);
    }
    const task = meant(app, id);
    if (!task.ok) return task;
    app.tasks.check([task.value.id]);
    return ok(null);
  },
  'task.remove': async ({ id }) => {
    const app = await ready;
    const task = meant(app, id);
    if (!task.ok) return task;
    app.tasks.remove([task.value.id]);
    return ok(listedTask(task.value));
  },
  'app.pause': async () => {
    (await ready).pause();
    return ok(null);
  },
  'app.resume': async () => {
    (await ready).resume();
    return ok(null);
  },
  'app.quit': async () => {
    (await ready).quit();
    return ok(null);
  },
  'app.version': () => ok({ version }),
  'app.notice': async () => {
    const { storeNotice, storeTrouble } = (await ready).view().status;
    return ok({ text: storeTrouble ?? storeNotice });
  },
  'app.open': async () => {
    (await ready).open();
    return ok(null);
  },
});

/** An ended task of long ago is listed first, so that it can be meant. */
const meant = (app: App, id: string): ReturnType<typeof taskMeant<TaskEntry>> => {
  const task = taskMeant(app.view().tasks, id);
  if (task.ok) return task;
  app.tasks.search(id);
  return taskMeant(app.view().tasks, id);
};
