import type { App } from '../app.ts';
import type { Gateway, GatewayTestOutcome, GatewayTrouble } from '../shared/gateway.ts';
import { checkTroubleSentences, gatewayTroubleSentences, watchTroubleSentences } from '../shared/messages.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { healthAfter, isFinalPhase } from '../shared/task.ts';
import type { TaskEntry } from '../shared/watchlist-view.ts';
import type { ControlTrouble, ListedGateway, ListedTask } from './control-contract.ts';
import type { ControlHandlers } from './control-server.ts';
import { dialectHandlers, noDialect } from './dialect-handlers.ts';
import { taskMeant } from './task-lookup.ts';
import { whenEnded } from './when-ended.ts';

/** What the app does for the command line. Commands that arrive while it starts wait until it has. */
export const createControlHandlers = (ready: Promise<App>, version: string): ControlHandlers => ({
  'gateway.add': async ({ name, url, dialect, key, allowPlainHttp }) => {
    const app = await ready;
    const added = await app.gateways.add({ name, baseUrl: url, dialect, key, allowPlainHttp });
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
    return ok({ reached: tested.value.reached, message: testSentence(gateway, tested.value) });
  },
  'gateway.remove': async ({ name }) => {
    const { gateways } = await ready;
    const gateway = gateways.named(name);
    if (gateway === null) return noGateway(name);
    const removed = await gateways.remove(gateway.id);
    return removed.ok ? removed : refusedGateway(removed.trouble);
  },
  ...dialectHandlers(ready),
  'task.watch': async ({ refs, gateway }) => {
    const app = await ready;
    const wanted = gateway === null ? null : app.gateways.named(gateway);
    if (gateway !== null && wanted === null) return noGateway(gateway);
    const watched = app.tasks.watch(refs.join('\n'), wanted?.id ?? null, 'command-line');
    if (!watched.ok) return misused(watchTroubleSentences[watched.trouble]);
    const entries = new Map(app.view().tasks.map((task) => [task.id, task]));
    const listed = (ids: readonly string[]): ListedTask[] =>
      ids.flatMap((id) => {
        const entry = entries.get(id);
        return entry === undefined ? [] : [listedTask(entry)];
      });
    return ok({ added: listed(watched.value.added), alreadyWatched: listed(watched.value.alreadyWatched) });
  },
  'task.list': async () => ok((await ready).view().tasks.map(listedTask)),
  'task.show': async ({ id }) => {
    const task = taskMeant((await ready).view().tasks, id);
    return task.ok ? ok(listedTask(task.value)) : task;
  },
  'task.wait': async ({ ids }, gone) => {
    const app = await ready;
    const wanted: string[] = [];
    for (const id of ids) {
      const task = taskMeant(app.view().tasks, id);
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
    const task = taskMeant(app.view().tasks, id);
    if (!task.ok) return task;
    app.tasks.check([task.value.id]);
    return ok(null);
  },
  'task.remove': async ({ id }) => {
    const app = await ready;
    const task = taskMeant(app.view().tasks, id);
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
  'app.open': async () => {
    (await ready).open();
    return ok(null);
  },
});

const listedTask = (entry: TaskEntry): ListedTask => {
  const { id, gatewayName, remoteId, title, phase, progress, health, links, failure } = entry;
  const { addedAt, finishedAt, nextCheckAt } = entry;
  return {
    id,
    gateway: gatewayName,
    remoteId,
    title,
    phase,
    progress,
    health,
    links,
    failure,
    addedAt,
    finishedAt,
    nextCheckAt,
  };
};

const listedGateway = (
  gateway: Gateway,
  drawn: readonly { readonly id: string; readonly trouble: keyof typeof healthAfter | null }[],
): ListedGateway => {
  const trouble = drawn.find(({ id }) => id === gateway.id)?.trouble ?? null;
  const { id, name, baseUrl, dialect, keyHint } = gateway;
  return {
    id,
    name,
    url: baseUrl,
    dialect,
    keyHint,
    health: trouble === null ? 'fresh' : healthAfter[trouble],
  };
};

const testSentence = (gateway: Gateway, outcome: GatewayTestOutcome): string =>
  outcome.reached
    ? `${gateway.name} answers and takes the key.`
    : `${gateway.name}: ${checkTroubleSentences[outcome.trouble]}`;

const refused = (message: string): Result<never, ControlTrouble> => failed({ kind: 'failed', message });

const misused = (message: string): Result<never, ControlTrouble> => failed({ kind: 'usage', message });

/** A keyring that does not work is nobody's mistake; everything else can be put right in the command. */
const refusedGateway = (trouble: GatewayTrouble): Result<never, ControlTrouble> =>
  (trouble.startsWith('keyring-') ? refused : misused)(gatewayTroubleSentences[trouble]);

const noGateway = (name: string): Result<never, ControlTrouble> =>
  misused(`There is no gateway named "${name}". "taskbell gateway list" shows them.`);
