import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createFilledHome } from './filled-home.ts';
import { measureOpening } from './opening.ts';
import { measurePatching } from './patching.ts';
import { measureHeap, measureScrolling, measureSearch } from './using.ts';

/** What the built window costs with 10,000 tasks in the list. Runs on the throw-away desktop, drawn by software. */
interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The value is to be no greater; null where nothing is promised. */
  readonly target: number | null;
}

const tasks = 10_000;
const patchingTurns = 1000;

const percentile = (values: readonly number[], part: number): number =>
  [...values].sort((one, other) => one - other)[Math.floor((values.length - 1) * part)] ?? NaN;

const scriptKilobytes = (): number => {
  const folder = fileURLToPath(new URL('../../../out/renderer/assets/', import.meta.url));
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return scripts.reduce((sum, name) => sum + gzipSync(readFileSync(folder + name)).length, 0) / 1000;
};

const measure = async (): Promise<readonly Row[]> => {
  const home = createFilledHome(tasks);
  const app = await home.launch('--hidden');
  try {
    const opening = await measureOpening(home, app);
    const page = await app.window();
    const heapMb = await measureHeap(page);
    const { frames, emptyFrames } = await measureScrolling(page);
    const keystrokes = await measureSearch(page, 'paper boat 1234');
    const patching = await measurePatching(app, page, patchingTurns);
    const row = (name: string, value: number, unit: string, target: number | null = null): Row => ({
      name,
      value,
      unit,
      target,
    });
    return [
      row('opened for the first time, to painted rows', opening.coldMs, 'ms', 700),
      row('opened again after it was hidden', opening.hiddenMs, 'ms', 300),
      row('opened again after its process was given back', opening.givenBackMs, 'ms', 700),
      row('search: keystroke to painted, p95', percentile(keystrokes, 0.95), 'ms', 32),
      row('… slowest', percentile(keystrokes, 1), 'ms'),
      row(
        `scrolling through all rows: slowest of ${String(frames.length)} frames`,
        percentile(frames, 1),
        'ms',
        50,
      ),
      row('… p95', percentile(frames, 0.95), 'ms'),
      row('… frames without rows', emptyFrames, ''),
      row(`${String(patching.patches)} patches, 500 a second: CPU`, patching.cpuPercent, '% of a core'),
      row('… longest task, 0 when none is over 50 ms', patching.longestTaskMs, 'ms', 50),
      row('… slowest frame', patching.longestFrameMs, 'ms'),
      row('heap', heapMb, 'MB'),
      row('scripts, gzip', scriptKilobytes(), 'kB', 200),
    ];
  } finally {
    await app.quit();
    home.remove();
  }
};

const rows = await measure();
const load = loadavg()[0] ?? 0;
const missed = rows.filter(({ value, target }) => target !== null && !(value <= target));
if (process.argv.includes('--json')) {
  process.stdout.write(
    `${JSON.stringify({ bench: 'window', tasks, load, processors: availableParallelism(), rows })}\n`,
  );
} else {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  say(`The window with ${tasks.toLocaleString('en')} tasks, drawn by software`);
  for (const { name, value, unit, target } of rows) {
    const aim =
      target === null ? '' : `  (at most ${String(target)})${value <= target ? '' : '  NOT REACHED'}`;
    say(`  ${name.padEnd(56)} ${value.toFixed(value < 100 ? 1 : 0).padStart(7)} ${unit}${aim}`);
  }
  say(
    missed.length === 0
      ? 'All targets are reached.'
      : `${String(missed.length)} of the targets were not reached.`,
  );
  say(`Load ${load.toFixed(1)} on ${String(availableParallelism())} processors.`);
}
