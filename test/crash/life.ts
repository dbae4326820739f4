import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { createApp } from '../../electron/app.ts';
import type { Announcement } from '../../electron/core/announcement.ts';
import type { Clock } from '../../electron/core/ports.ts';
import type { TaskStore } from '../../electron/core/store-ports.ts';
import { describedDialects } from '../../electron/dialects/custom-described.ts';
import { dialectNamed, knownDialects } from '../../electron/dialects/registry.ts';
import { openKeptStore } from '../../electron/platform/store-kept.ts';
import { ok } from '../../electron/shared/result.ts';
import { isFinalPhase } from '../../electron/shared/task.ts';
import { createMemoryKeyFile } from '../fakes/memory-key-file.ts';
import { createManualMachine } from '../fakes/manual-machine.ts';
import { createRecordingDesktop } from '../fakes/recording-desktop.ts';
import { createScriptedGateway, idOf } from './scripted-gateway.ts';

/**
 * One life of Taskbell between two kills: the real app on the real store, against a gateway that follows a script.
 * Whatever it has committed or shown it acknowledges on standard output before it goes on.
 */
const [file = '', begin = '', speed = '', first = '', count = '', last = ''] = process.argv.slice(2);

/** Writes to a pipe return when the parent can read them, so nothing that was said is lost with this process. */
const say = (...words: readonly (string | number)[]): void => void writeSync(1, `${words.join(' ')}\n`);

const timesFaster = Number(speed);
const clock: Clock = {
  now: () => Number(begin) + (Date.now() - Number(begin)) * timesFaster,
  steady: () => performance.now() * timesFaster,
  after: (delayMs, run) => {
    const timer = setTimeout(run, Math.min(2 ** 31 - 1, delayMs / timesFaster));
    return () => clearTimeout(timer);
  },
};

const kept = openKeptStore({ file, clock, log: () => undefined, onFolderMadeAnew: () => undefined });
if (kept.notice !== null) say('notice', JSON.stringify(kept.notice));

const remoteIds = new Map<string, string>();
let untold: readonly Announcement[] = [];
const shownAt = new Map<string, number>();

/** As docs/decisions/0006-first-sight.md says. */
const noNewsWithinMs = 60_000;
/** When those were added in this life about which nothing is known yet. */
const addedNow = new Map<string, number>();

const acknowledging = (real: TaskStore): TaskStore => ({
  ...real,
  addTasks: (tasks) => {
    real.addTasks(tasks);
    for (const { id, addedAt } of tasks) addedNow.set(id, addedAt);
  },
  record: (recorded) => {
    real.record(recorded);
    const { announcement, taskId, report, at } = recorded;
    const remoteId = remoteIds.get(taskId) ?? '';
    if (announcement !== null) say('ended', remoteId, announcement.id);
    // On a busy machine a task may have ended by the first look at it, soon after it was added: that is no news.
    const addedAt = addedNow.get(taskId) ?? -Infinity;
    const isNoNews = announcement === null && at - addedAt < noNewsWithinMs;
    if (isFinalPhase[report.phase] && isNoNews) say('ended-before', remoteId);
    addedNow.delete(taskId);
  },
  untold: () => (untold = real.untold()),
  markTold: (ids, at) => {
    real.markTold(ids, at);
    for (const id of ids) {
      const since = shownAt.get(id);
      say('marked', id, since === undefined ? 0 : Math.round((performance.now() - since) * 1000));
    }
  },
});

const app = createApp({
  systemLanguage: 'en',
  clock,
  random: Math.random,
  makeId: randomUUID,
  store: acknowledging(kept.store),
  storeNotice: kept.notice,
  vault: {
    keep: () => Promise.resolve(ok(null)),
    read: () => Promise.resolve(ok('sk-test-0123456789abcdef')),
    forget: () => Promise.resolve(ok(null)),
  },
  keyFile: createMemoryKeyFile(),
  http: createScriptedGateway(() => clock.now()),
  ...createRecordingDesktop().ports,
  notifier: {
    show: ({ route }) => {
      const shown = untold.filter(({ taskId }) => route.to !== 'task' || route.taskId === taskId);
      for (const { id, taskId } of shown) {
        shownAt.set(id, performance.now());
        say('shown', id, remoteIds.get(taskId) ?? '');
      }
      return Promise.resolve(ok(null));
    },
    onActivate: () => () => undefined,
  },
  machine: createManualMachine(),
  dialectNamed,
  knownDialects,
  describedDialects,
  dialectAtHost: () => null,
  testOutcome: () => ({ reached: true, dialect: null }),
  quit: () => undefined,
});

for (const { task } of kept.store.tasks()) remoteIds.set(task.id, task.remoteId);
app.start();
for (const { remoteId, phase } of app.view().tasks) say('has', remoteId, phase);
say('ready');

if (app.view().gateways.length === 0) {
  await app.gateways.add({
    name: 'Studio',
    baseUrl: 'https://api.example.com',
    dialect: 'relay',
    allowPlainHttp: false,
    requestsPerSecond: null,
    saving: 'as-set',
    key: 'sk-test-0123456789abcdef',
  });
}

const watchOne = (number: number): void => {
  const now = clock.now();
  const endsAt = now + 60_000 + Math.random() * 240_000;
  const end = Math.random() < 0.7 ? 'completed' : 'failed';
  const remoteId = idOf(number, { startsAt: now + 20_000, endsAt, end });
  say('adding', remoteId);
  const watched = app.tasks.watch(remoteId, null, 'command-line');
  if (!watched.ok) throw new Error(`Not watched: ${watched.trouble}`);
  for (const id of watched.value.added) remoteIds.set(id, remoteId);
  say('added', remoteId);
};

for (let number = Number(first); number < Number(first) + Number(count); number += 1) {
  watchOne(number);
  await new Promise((resolve) => setTimeout(resolve, 2));
}

if (last === 'last') {
  // Until every task has ended and everything is told.
  const settled = (): boolean =>
    app.view().tasks.every(({ phase }) => isFinalPhase[phase]) && kept.store.untold().length === 0;
  while (!settled()) await new Promise((resolve) => setTimeout(resolve, 5));
  for (const { remoteId, phase } of app.view().tasks) say('finally', remoteId, phase);
  app.stop();
  say('end');
  process.exit(0);
}
