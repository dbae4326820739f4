import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { StoredTask, TaskStore } from '../../../electron/core/store-ports.ts';
import { createOlderTasks } from '../../../electron/core/older-tasks.ts';
import { createWatchlist } from '../../../electron/core/watchlist.ts';
import { storeOver } from '../../../electron/platform/sqlite-store.ts';
import { backUp } from '../../../electron/platform/store-backups.ts';
import { openKept } from '../../../electron/platform/store-opening.ts';
import { fillStore } from './filled-store.ts';

/** What a store costs at a size: opening, recording, searching, on the disk. */
interface Measured {
  readonly ended: number;
  readonly running: number;
  readonly fileMb: number;
  readonly openMs: number;
  /** Of the processor alone: on a machine that others use too, this is the part that is ours. */
  readonly openCpuMs: number;
  readonly recordP50Ms: number;
  readonly recordP99Ms: number;
  readonly searchWorstMs: number;
  readonly searchMs: number;
  readonly quickCheckMs: number;
  readonly backupMs: number;
  readonly backupLongestHoldUpMs: number;
}

const sizes = [
  [1_000, 100],
  [10_000, 1_000],
  [100_000, 10_000],
] as const;

const timed = <Value>(run: () => Value): readonly [number, Value] => {
  const begun = performance.now();
  const value = run();
  return [performance.now() - begun, value];
};
const median = (values: readonly number[]): number => percentile(values, 0.5);
const percentile = (values: readonly number[], part: number): number =>
  [...values].sort((one, other) => one - other)[Math.floor((values.length - 1) * part)] ?? NaN;
const times = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** As a start does it: the file, the rows, the watchlist, the count of the others. */
const open = (file: string): { store: TaskStore; listed: readonly StoredTask[]; database: DatabaseSync } => {
  const { database } = openKept(file, 0);
  const store = storeOver(database);
  const listed = store.tasks();
  const clock = { now: () => 0, steady: () => 0, after: () => () => undefined };
  const watchlist = createWatchlist(clock, () => ({ perSecond: 1, atOnce: 1, source: 'assumed' }) as never);
  for (const gateway of store.gateways()) watchlist.putGateway(gateway);
  watchlist.putTasks(listed);
  createOlderTasks(store, watchlist).count();
  store.untold();
  store.takenTimes();
  return { store, listed, database };
};

const recordAll = (store: TaskStore, listed: readonly StoredTask[]): readonly number[] => {
  const awaited = listed.filter(({ finishedAt }) => finishedAt === null);
  return times(3000).map((index) => {
    const stored = awaited[(index * 37) % awaited.length];
    if (stored === undefined || stored.report === null) return 0;
    const { task, report, startedAt, pace } = stored;
    const progress = index / 3000;
    const event = { at: index, kind: 'progress', phase: 'running', progress, note: null } as const;
    const recorded = { taskId: task.id, at: index, report: { ...report, progress }, startedAt, pace, event };
    return timed(() =>
      store.record({ ...recorded, finishedAt: null, seen: true, announcement: null, taken: null }),
    )[0];
  });
};

/** Runs the backup beside a ticking loop, to see how long it holds the loop up. */
const backUpBesideWork = async (database: DatabaseSync, file: string): Promise<readonly [number, number]> => {
  let longest = 0;
  let before = performance.now();
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - before - 1);
    before = performance.now();
  }, 1);
  const begun = performance.now();
  const outcome = await backUp(database, file, Date.UTC(2026, 0, 2));
  clearInterval(ticking);
  if (outcome !== 'done') throw new Error(`The backup came to nothing: ${outcome}`);
  return [performance.now() - begun, longest];
};

const measure = async (ended: number, running: number): Promise<Measured> => {
  const folder = mkdtempSync(join(tmpdir(), 'taskbell-bench-'));
  const file = join(folder, 'taskbell.sqlite');
  try {
    fillStore(file, ended, running);
    const opened = times(9).map(() => {
      const before = process.cpuUsage();
      const [ms, { store }] = timed(() => open(file));
      const { user, system } = process.cpuUsage(before);
      store.close();
      return { ms, cpuMs: (user + system) / 1000 };
    });
    const { store, listed, database } = open(file);
    const recorded = recordAll(store, listed);
    const searched = (query: string): number =>
      median(times(9).map(() => timed(() => store.search(query, 50))[0]));
    const [searchWorstMs, searchMs] = [searched('boat no such word'), searched('paper boat')];
    const [quickCheckMs] = timed(() => database.prepare('PRAGMA quick_check(1)').get());
    const [backupMs, backupLongestHoldUpMs] = await backUpBesideWork(database, file);
    store.close();
    return {
      ended,
      running,
      fileMb: statSync(file).size / 1_000_000,
      openMs: median(opened.map(({ ms }) => ms)),
      openCpuMs: median(opened.map(({ cpuMs }) => cpuMs)),
      recordP50Ms: percentile(recorded, 0.5),
      recordP99Ms: percentile(recorded, 0.99),
      searchWorstMs,
      searchMs,
      quickCheckMs,
      backupMs,
      backupLongestHoldUpMs,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const measured: Measured[] = [];
for (const [ended, running] of sizes) measured.push(await measure(ended, running));

const columns: readonly (readonly [string, (one: Measured) => string])[] = [
  ['ended', ({ ended }) => String(ended)],
  ['running', ({ running }) => String(running)],
  ['file MB', ({ fileMb }) => fileMb.toFixed(1)],
  ['open ms', ({ openMs }) => openMs.toFixed(1)],
  ['open ms of cpu', ({ openCpuMs }) => openCpuMs.toFixed(1)],
  ['record ms p50', ({ recordP50Ms }) => recordP50Ms.toFixed(2)],
  ['record ms p99', ({ recordP99Ms }) => recordP99Ms.toFixed(2)],
  ['search ms', ({ searchMs }) => searchMs.toFixed(1)],
  ['search ms, no hit', ({ searchWorstMs }) => searchWorstMs.toFixed(1)],
  ['quick_check ms', ({ quickCheckMs }) => quickCheckMs.toFixed(0)],
  ['backup ms', ({ backupMs }) => backupMs.toFixed(0)],
  ['longest hold-up', ({ backupLongestHoldUpMs }) => backupLongestHoldUpMs.toFixed(1)],
];

const load = loadavg()[0] ?? 0;
if (process.argv.includes('--json')) {
  process.stdout.write(
    `${JSON.stringify({ bench: 'store', load, processors: availableParallelism(), measured })}\n`,
  );
} else {
  const rows = [columns.map(([name]) => name), ...measured.map((one) => columns.map(([, of]) => of(one)))];
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  for (const row of rows) {
    process.stdout.write(`| ${row.map((cell, at) => cell.padStart(widths[at] ?? 0)).join(' | ')} |\n`);
  }
  process.stdout.write(`Load ${load.toFixed(1)} on ${String(availableParallelism())} processors.\n`);
}
