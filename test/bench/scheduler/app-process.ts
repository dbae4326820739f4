import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks';
import { app as electron } from 'electron';
import { createApp } from '../../../electron/app.ts';
import type { HttpClient } from '../../../electron/core/ports.ts';
import type { TaskStore } from '../../../electron/core/store-ports.ts';
import { describedDialects } from '../../../electron/dialects/custom-described.ts';
import { detectDialect, testOutcome } from '../../../electron/dialects/detect.ts';
import { dialectNamed, knownDialects } from '../../../electron/dialects/registry.ts';
import { createAxiosHttp } from '../../../electron/platform/axios-http.ts';
import { createSessionFetch } from '../../../electron/platform/session-fetch.ts';
import { createSqliteStore } from '../../../electron/platform/sqlite-store.ts';
import { createSystemClock } from '../../../electron/platform/system-clock.ts';
import { createTrayPublisher } from '../../../electron/platform/tray-publisher.ts';
import { createMemoryKeyFile } from '../../fakes/memory-key-file.ts';
import { createManualMachine } from '../../fakes/manual-machine.ts';
import { createMemoryVault } from '../../fakes/memory-vault.ts';
import { createRecordingDesktop } from '../../fakes/recording-desktop.ts';
import { largest, quantile, rounded, shortestSpan } from './figures.ts';
import type { AppFigures, AppOrder, Stalls } from './orders.ts';
import { seed } from './seeded.ts';
import { createSpans, threadCpuMs } from './spans.ts';

/**
 * The app's own main process on a real clock, a real store on disk and the real transport, without window and desktop.
 * What it measured goes to the file that the order names.
 */
const order = JSON.parse(process.env['TASKBELL_BENCH_ORDER'] ?? '') as AppOrder;
electron.setPath('userData', join(order.folder, 'chromium'));
electron.on('window-all-closed', () => undefined);

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

/** Profiles the main thread until the returned function is called. */
const startProfile = async (file: string): Promise<() => Promise<void>> => {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  return async () => {
    const { profile } = await session.post('Profiler.stop');
    writeFileSync(file, JSON.stringify(profile));
  };
};

/** How late the event loop comes, from now until the returned function is called. */
const watchStalls = (): (() => Stalls) => {
  const resolution = 1;
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  let computed = threadCpuMs();
  let mostComputed = 0;
  const looking = setInterval(() => {
    const now = threadCpuMs();
    mostComputed = Math.max(mostComputed, now - computed);
    computed = now;
  }, resolution);
  // The histogram holds the time between two looks, the resolution included.
  const ms = (nanoseconds: number): number => rounded(Math.max(0, nanoseconds / 1e6 - resolution), 1);
  return () => {
    delay.disable();
    clearInterval(looking);
    return {
      p99: ms(delay.percentile(99)),
      p999: ms(delay.percentile(99.9)),
      longest: ms(delay.max),
      computed: rounded(mostComputed, 1),
    };
  };
};

const run = async (): Promise<AppFigures> => {
  await electron.whenReady();
  const clock = createSystemClock();
  const spans = createSpans();
  const store = createSqliteStore(join(order.folder, 'taskbell.sqlite'));
  const vault = createMemoryVault();
  vault.keys.set('gw0', order.key);
  const { url: baseUrl, requestsPerSecond, tasks: taskCount } = order;
  // Young tasks are asked about often: more checks fall due than the budget allows.
  seed(store, [{ id: 'gw0', baseUrl, requestsPerSecond, taskCount }], clock.now(), 20_000);

  const sent: number[] = [];
  const dueAt = new Map<string, number>();
  const late: number[] = [];
  const transport = createAxiosHttp(createSessionFetch());
  const http: HttpClient = {
    get: (request) => {
      const now = performance.now();
      sent.push(now);
      const id = decodeURIComponent(request.url.slice(request.url.lastIndexOf('/') + 1));
      const due = dueAt.get(id);
      if (due !== undefined) late.push(clock.now() - due);
      dueAt.delete(id);
      return spans.timed('request handed over', () => transport.get(request));
    },
  };
  const desktop = createRecordingDesktop();
  const publisher = createTrayPublisher(clock);
  publisher.showOn({
    setIcon: () => undefined,
    setTooltip: () => undefined,
    setMenu: () => undefined,
    setNews: () => undefined,
  });
  const timedStore: TaskStore = {
    ...store,
    record: (recorded) => spans.timed('store: report written', () => store.record(recorded)),
  };
  const app = createApp({
    systemLanguage: 'en',
    clock: {
      ...clock,
      after: (delayMs, then) => clock.after(delayMs, () => spans.timed('timer, with all below', then)),
    },
    random: Math.random,
    makeId: () => crypto.randomUUID(),
    store: timedStore,
    vault,
    keyFile: createMemoryKeyFile(),
    http,
    ...desktop.ports,
    trayHost: {
      ...desktop.ports.trayHost,
      draw: (view) => publisher.draw(() => spans.timed('tray drawn', view)),
    },
    machine: createManualMachine(),
    dialectNamed,
    knownDialects,
    describedDialects,
    dialectAtHost: (url) => detectDialect(url, null),
    testOutcome,
    quit: () => undefined,
  });
  app.subscribe(({ changedTasks }) => {
    for (const { remoteId, nextCheckAt, waitReason } of changedTasks) {
      if (nextCheckAt === null || waitReason !== 'schedule') dueAt.delete(remoteId);
      else dueAt.set(remoteId, nextCheckAt);
    }
  });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) spans.note('garbage collected', duration, 0);
  }).observe({ entryTypes: ['gc'] });

  app.start();
  await pause(order.warmUpMs);
  sent.length = 0;
  late.length = 0;
  spans.clear();
  const endProfile = order.profileFile === null ? null : await startProfile(order.profileFile);
  const endStalls = watchStalls();
  const from = Date.now();
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  await pause(order.measuredMs);
  const tookMs = performance.now() - began;
  const cpu = process.cpuUsage(cpuBefore);
  const stallMs = endStalls();
  await endProfile?.();
  const to = Date.now();
  const [gateway] = app.view().gateways;
  const measured = {
    from,
    to,
    sent: sent.length,
    sentPerSecond: rounded(sent.length / (tookMs / 1000)),
    oneTooManyInMs: rounded(shortestSpan(sent, requestsPerSecond + 1), 1),
    wasBehind: gateway?.waitReason === 'budget',
    cpuPercent: rounded((cpu.user + cpu.system) / 10 / tookMs),
    cpuMsPerCheck: rounded((cpu.user + cpu.system) / 1000 / Math.max(1, sent.length), 3),
    stallMs,
    spans: spans.figures(),
    lateMs: {
      median: rounded(quantile(late, 0.5), 0),
      p95: rounded(quantile(late, 0.95), 0),
      largest: rounded(largest(late), 0),
    },
    rssMb: rounded(process.memoryUsage().rss / 1024 / 1024, 1),
  };
  app.pause();
  await pause(1000);
  const endIdle = watchStalls();
  await pause(order.idleMs);
  const idleStallMs = endIdle();
  app.stop();
  if (gateway?.trouble !== null) throw new Error(`The gateway is in trouble: ${String(gateway?.trouble)}.`);
  return { ...measured, idleStallMs };
};

void run().then(
  (figures) => {
    writeFileSync(order.answerFile, JSON.stringify(figures));
    electron.exit(0);
  },
  (error: unknown) => {
    process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`);
    electron.exit(1);
  },
);
