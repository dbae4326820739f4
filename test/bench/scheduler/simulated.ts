import { createApp } from '../../../electron/app.ts';
import type { HttpClient } from '../../../electron/core/ports.ts';
import { describedDialects } from '../../../electron/dialects/custom-described.ts';
import { detectDialect, testOutcome } from '../../../electron/dialects/detect.ts';
import { dialectNamed, knownDialects } from '../../../electron/dialects/registry.ts';
import { createTrayPublisher } from '../../../electron/platform/tray-publisher.ts';
import { createSqliteStore } from '../../../electron/platform/sqlite-store.ts';
import { createMemoryKeyFile } from '../../fakes/memory-key-file.ts';
import { createManualMachine } from '../../fakes/manual-machine.ts';
import { createMemoryVault } from '../../fakes/memory-vault.ts';
import { createRecordingDesktop } from '../../fakes/recording-desktop.ts';
import { json } from '../../fakes/scripted-http.ts';
import { key } from '../../fakes/whole-app.ts';
import { collectGarbage } from './collect-garbage.ts';
import { largest, megabytes, mostInOneSecond, quantile, rounded } from './figures.ts';
import { seed } from './seeded.ts';
import { createTurnClock } from './turn-clock.ts';

export interface SimulatedOptions {
  readonly gateways: number;
  readonly tasks: number;
  /** Of each gateway; null for the usual budget. */
  readonly requestsPerSecond: number | null;
  readonly minutes: number;
  /** How long an answer takes, half as long and half as long again at most. */
  readonly latencyMs: number;
}

const secondMs = 1000;
const minuteMs = 60 * secondMs;

/** A seeded random, so that two runs see the same (mulberry32). */
const createRandom = (seedNumber: number): (() => number) => {
  let state = seedNumber;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** A run of the whole app on simulated time: what its decisions cost, and whether they come when they should. */
export const simulate = async (options: SimulatedOptions) => {
  const clock = createTurnClock();
  const random = createRandom(4);
  const store = createSqliteStore(':memory:');
  const vault = createMemoryVault();
  const seeded = Array.from({ length: options.gateways }, (_, place) => ({
    id: `gw${String(place)}`,
    baseUrl: `https://gw${String(place)}.example.com`,
    requestsPerSecond: options.requestsPerSecond,
    taskCount: options.tasks / options.gateways,
  }));
  seed(store, seeded, clock.now(), 10 * minuteMs);
  for (const { id } of seeded) vault.keys.set(id, key);

  const sentTo = new Map<string, number[]>();
  /** When the task's check is due by what the watchlist says, steady ms; only while nothing holds it back. */
  const dueAt = new Map<string, number>();
  const late: number[] = [];
  let requests = 0;
  let limitedHost: string | null = null;

  const http: HttpClient = {
    get: ({ url }) =>
      new Promise((resolve) => {
        requests += 1;
        const { hostname, pathname } = new URL(url);
        const gatewayId = hostname.slice(0, hostname.indexOf('.'));
        const moments = sentTo.get(gatewayId) ?? [];
        sentTo.set(gatewayId, moments);
        moments.push(clock.steady());
        const id = decodeURIComponent(pathname.slice(pathname.lastIndexOf('/') + 1));
        const due = dueAt.get(id);
        if (due !== undefined) late.push(clock.steady() - due);
        dueAt.delete(id);
        const answer =
          hostname === limitedHost
            ? json({ message: 'too many requests' }, 429, { 'retry-after': '60' })
            : json(statusOf(id, clock.now()));
        clock.after(options.latencyMs * (0.5 + random()), () => resolve(answer));
      }),
  };
  const desktop = createRecordingDesktop();
  const publisher = createTrayPublisher(clock);
  publisher.showOn({
    setIcon: () => undefined,
    setTooltip: () => undefined,
    setMenu: () => undefined,
    setNews: () => undefined,
  });
  const machine = createManualMachine();
  let nextId = 0;
  const app = createApp({
    systemLanguage: 'en',
    clock,
    random,
    makeId: () => String((nextId += 1)),
    store,
    vault,
    keyFile: createMemoryKeyFile(),
    http,
    ...desktop.ports,
    trayHost: { ...desktop.ports.trayHost, draw: (view) => publisher.draw(view) },
    machine,
    dialectNamed,
    knownDialects,
    describedDialects,
    dialectAtHost: (baseUrl) => detectDialect(baseUrl, null),
    testOutcome,
    quit: () => undefined,
  });
  const stopFollowing = app.subscribe(({ changedTasks }) => {
    for (const { remoteId, nextCheckAt, waitReason } of changedTasks) {
      if (nextCheckAt === null || waitReason !== 'schedule') dueAt.delete(remoteId);
      else dueAt.set(remoteId, nextCheckAt - clock.now() + clock.steady());
    }
  });

  const turnsDuring = async (run: () => Promise<void> | void): Promise<number> => {
    clock.turns.length = 0;
    await run();
    return rounded(largest(clock.turns), 1);
  };

  const startMs = await turnsDuring(async () => {
    clock.timed(() => app.start());
    await clock.advance(30 * secondMs);
  });
  // The first minutes fall together by the seed; what counts is how it goes on.
  await clock.advance(2 * minuteMs);
  late.length = 0;
  requests = 0;
  for (const moments of sentTo.values()) moments.length = 0;
  collectGarbage();
  const heapEarly = process.memoryUsage().heapUsed;

  clock.turns.length = 0;
  const cpuBefore = process.cpuUsage();
  await clock.advance(options.minutes * minuteMs);
  const cpu = process.cpuUsage(cpuBefore);
  const checked = requests;
  const turnMs = { p99: rounded(quantile(clock.turns, 0.99), 2), longest: rounded(largest(clock.turns), 1) };
  const lateMs = {
    median: rounded(quantile(late, 0.5), 1),
    p95: rounded(quantile(late, 0.95), 1),
    largest: rounded(largest(late), 1),
  };
  const most = largest([...sentTo.values()].map((moments) => mostInOneSecond(moments)));
  // What the bench has noted is not the app's.
  for (const noted of [clock.turns, late, ...sentTo.values()]) noted.length = 0;
  collectGarbage();
  const heapAfter = process.memoryUsage().heapUsed;
  const rss = process.memoryUsage().rss;

  const limitedMs = await turnsDuring(async () => {
    limitedHost = 'gw0.example.com';
    await clock.advance(5 * secondMs);
    limitedHost = null;
    await clock.advance(2 * minuteMs);
  });
  const wakeMs = await turnsDuring(async () => {
    clock.sleep(60 * minuteMs);
    clock.timed(() => machine.wake());
    await clock.advance(2 * minuteMs);
  });
  const clockSetMs = await turnsDuring(async () => {
    clock.setWall(60 * minuteMs);
    await clock.advance(minuteMs);
  });
  const checkAllMs = await turnsDuring(async () => {
    const all = app.view().tasks.map(({ id }) => id);
    clock.timed(() => app.tasks.check(all));
    await clock.advance(minuteMs);
  });
  stopFollowing();
  app.stop();

  const budget = options.requestsPerSecond ?? 4;
  return {
    options,
    checks: checked,
    checksPerSecond: rounded(checked / options.minutes / 60, 1),
    budgetPerSecond: budget * options.gateways,
    mostToOneGatewayInASecond: most,
    budgetOfOneGateway: budget,
    budgetKept: most <= budget,
    cpuMsPerCheck: rounded((cpu.user + cpu.system) / 1000 / checked, 3),
    cpuSharePercent: rounded((cpu.user + cpu.system) / 10 / (options.minutes * minuteMs), 2),
    lateMs,
    memoryMb: {
      heapGrowth: megabytes(heapAfter - heapEarly),
      heapUsed: megabytes(heapAfter),
      rss: megabytes(rss),
    },
    turnMs: {
      ...turnMs,
      longestAtStart: startMs,
      longestWhenAGatewayAsksToWait: limitedMs,
      longestAfterASleep: wakeMs,
      longestWhenTheClockIsSet: clockSetMs,
      longestWhenAllAreChecked: checkAllMs,
    },
  };
};

const begin = Date.UTC(2026, 0, 2, 3, 4, 5);

/** A task that runs and runs; every other one tells a progress, which moves by a hundredth each half minute. */
const statusOf = (id: string, now: number): unknown => {
  const tells = Number(id.slice(-1)) % 2 === 0;
  const progress = Math.min(95, 10 + Math.floor((now - begin) / (minuteMs / 2)));
  return {
    id,
    status: 'processing',
    created_at: Math.floor(begin / 1000) - 300,
    detail: {
      status: 'processing',
      input: { prompt: 'A paper boat drifts down a rainy street at dusk', model: 'sora-2' },
      ...(tells ? { pending_info: { progress_pct: progress / 100 } } : {}),
    },
  };
};
