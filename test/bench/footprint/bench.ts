import { mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../../electron/platform/sqlite-database.ts';
import { storeOver } from '../../../electron/platform/sqlite-store.ts';
import { createTaskbellHome, type TaskbellHome } from '../../e2e/running-app.ts';
import { fillStore } from '../store/filled-store.ts';
import { busMessages } from './bus-messages.ts';
import { measureClosedWindow } from './closed-window.ts';
import { median, memoryMb, processorPercent } from './process-costs.ts';
import { blankTray, start, taskbell, type TrayProgram } from './started.ts';

/** What the built app costs while nobody looks at it, beside the least that a tray app on this Electron can cost. */
const quick = process.argv.includes('--quick');
const rounds = quick ? 1 : 5;
const settleMs = quick ? 4000 : 8000;
const idleMs = quick ? 10_000 : 60_000;
const tasks = 1000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** A watchlist of tasks that have not ended. Checks are paused, as nothing but their presence is to be measured. */
const filledHome = (): TaskbellHome => {
  const home = createTaskbellHome();
  mkdirSync(home.folder, { recursive: true, mode: 0o700 });
  const file = join(home.folder, 'taskbell.sqlite');
  fillStore(file, 0, tasks);
  const store = storeOver(openDatabase(file));
  store.saveSetting('paused', 'true');
  store.close();
  return home;
};

interface Figures {
  readonly startMs: number;
  readonly workedMs: number;
  readonly memory: number;
}

const measured = async (program: TrayProgram): Promise<Figures> => {
  const started = await start(program);
  await pause(settleMs);
  const memory = memoryMb(started.processId);
  await started.end();
  return { startMs: started.tookMs, workedMs: started.workedMs, memory };
};

const empty = createTaskbellHome();
const full = filledHome();
const programs = {
  blank: blankTray('none'),
  hidden: blankTray('hidden'),
  empty: taskbell('Taskbell, no task', empty.folder),
  full: taskbell(`Taskbell, ${tasks.toLocaleString('en')} tasks`, full.folder),
};
type Name = keyof typeof programs;
const names = Object.keys(programs) as Name[];
const all: Record<Name, Figures[]> = { blank: [], hidden: [], empty: [], full: [] };
const loadBefore = loadavg()[0] ?? 0;
// In turns, so that what else the machine does meets all of them alike. The first round fills the disk's cache.
for (let round = 0; round <= rounds; round += 1) {
  for (const name of names) {
    const figures = await measured(programs[name]);
    if (round > 0) all[name].push(figures);
  }
}
const of = (name: Name, figure: keyof Figures): number => median(all[name].map((one) => one[figure]));

const idle = await start(programs.full);
await pause(settleMs);
const [processor, messages] = await Promise.all([
  processorPercent(idle.processId, idleMs),
  busMessages(idle.processId, idleMs),
]);
await idle.end();

const windows = [];
for (let round = 0; round < (quick ? 1 : 3); round += 1)
  windows.push(await measureClosedWindow(full, settleMs));
const afterWindow = median(windows.map(({ beforeMb, afterMb }) => afterMb - beforeMb));
empty.remove();
full.remove();

say(`In the tray, nobody looking: medians of ${String(rounds)}`);
for (const name of names) {
  const [startMs, workedMs, memory] = [of(name, 'startMs'), of(name, 'workedMs'), of(name, 'memory')];
  say(
    `  ${programs[name].name.padEnd(32)} ${startMs.toFixed(0).padStart(6)} ms to its item, of its own time ${workedMs.toFixed(0).padStart(4)} ms, ${memory.toFixed(1).padStart(7)} MB`,
  );
}
const rows = [
  ['start to the item, times that of a blank tray', of('empty', 'startMs') / of('blank', 'startMs'), 1.25],
  ['memory without a window, times', of('empty', 'memory') / of('blank', 'memory'), 1.15],
  [`memory with ${String(tasks)} tasks, times`, of('full', 'memory') / of('blank', 'memory'), 1.25],
  [
    'memory after the window was closed, times',
    (of('full', 'memory') + afterWindow) / of('blank', 'memory'),
    1.25,
  ],
  ['processor while idle, % of one', processor, 0.3],
  ['messages on the bus a minute', (messages / idleMs) * 60_000, 0],
] as const;
for (const [name, value, target] of rows) {
  const reached = value <= target ? '' : '  NOT REACHED';
  say(`  ${name.padEnd(56)} ${value.toFixed(2).padStart(6)}  (at most ${String(target)})${reached}`);
}
const bundle = readFileSync(new URL('../../../out/main.cjs', import.meta.url)).length;
say(`The main process is one file of ${(bundle / 1e6).toFixed(2)} MB.`);
say(
  `Load ${loadBefore.toFixed(1)} before and ${(loadavg()[0] ?? 0).toFixed(1)} after, on ${String(availableParallelism())} processors.`,
);
