// npm run test:crash [-- ROUNDS]: kills Taskbell's store and ledger at random instants and looks what is left.
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { livesOfOneFolder } from './crash/rounds.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { cacheFolder, isEntry, repository, runScript, sayOnStdout, seconds } from './setup/script.mjs';

const atOnce = 2;
const killsPerFolder = 10;
/** Of so many folders one has its power cut instead of its process killed. */
const powerCutEvery = 4;

/**
 * @param {object} options
 * @param {import('./electron-runtime.mjs').ElectronRuntime} options.electron
 * @param {number} options.rounds kills in all
 * @param {import('./setup/script.mjs').Say} options.say
 * @returns {Promise<import('./run-tests.mjs').Tally>}
 */
export const crashTest = async ({ electron, rounds, say }) => {
  const started = performance.now();
  const folder = path.join(cacheFolder, 'crash');
  await mkdir(folder, { recursive: true });
  const life = await buildLife(folder);
  const faults = await buildFaults(folder);
  if (faults === null) say('No C compiler that makes a library here: power cuts are left out.');
  const folders = Math.ceil(rounds / killsPerFolder);
  /** @type {Awaited<ReturnType<typeof livesOfOneFolder>>[]} */
  const tallies = [];
  let next = 0;
  const work = async () => {
    while (next < folders) {
      next += 1;
      const powerCuts = faults !== null && next % powerCutEvery === 0;
      const kills = Math.min(killsPerFolder, rounds - (next - 1) * killsPerFolder);
      tallies.push(
        await livesOfOneFolder({ executable: electron.executable, life, faults }, { kills, powerCuts }),
      );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return report(tallies, {
    say,
    started,
    powerCuts: faults === null ? 0 : Math.floor(folders / powerCutEvery),
  });
};

/**
 * @param {Awaited<ReturnType<typeof livesOfOneFolder>>[]} tallies
 * @param {{ say: import('./setup/script.mjs').Say, started: number, powerCuts: number }} options
 */
const report = (tallies, { say, started, powerCuts }) => {
  const sum = (
    /** @type {'tasks' | 'endings' | 'endedBefore' | 'kills' | 'killsInWindow' | 'doubled'} */ name,
  ) => tallies.reduce((total, tally) => total + tally.counts()[name], 0);
  const faults = tallies.flatMap((tally) => tally.faults);
  const windows = tallies.flatMap((tally) => tally.windowsUs).sort((one, other) => one - other);
  const at = (/** @type {number} */ part) =>
    ((windows[Math.min(windows.length - 1, Math.floor(windows.length * part))] ?? 0) / 1000).toFixed(2);
  for (const fault of faults.slice(0, 20)) say(fault);
  const starting = (/** @type {string} */ words) => faults.filter((fault) => fault.startsWith(words)).length;
  say(
    `${sum('kills')} kills in ${seconds(performance.now() - started)} over ${tallies.length} data folders, ` +
      `${powerCuts} of them by cutting the power: ${sum('tasks')} tasks, ${sum('endings')} endings, ` +
      `${sum('endedBefore')} more before the first look, which are no news.`,
  );
  say(
    `Lost tasks: ${starting('lost')}. Lost ends: ${starting('its end')}. Endings never told: ${starting('never')}. ` +
      `Told twice outside the window: ${starting('told twice')}. Other faults: ${faults.filter((fault) => !/^(lost|its end|never|told twice)/.test(fault)).length}.`,
  );
  say(
    `Told twice in the window: ${sum('doubled')}, after ${sum('killsInWindow')} kills that fell into it. ` +
      `The window lasts ${at(0.5)} ms (half), ${at(0.99)} ms (99 of 100), ${at(1)} ms at most.`,
  );
  return { passed: sum('kills'), failed: faults.length, skipped: 0 };
};

/** One file, so that a life starts fast. @param {string} folder */
const buildLife = async (folder) => {
  await build({
    root: repository,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: path.join(repository, 'test/crash/life.ts'),
        external: [/^node:/],
        output: { format: 'es', entryFileNames: 'life.mjs', codeSplitting: false },
      },
    },
  });
  return path.join(folder, 'life.mjs');
};

/** @param {string} folder @returns {Promise<string | null>} */
export const buildFaults = async (folder) => {
  if (process.platform !== 'linux') return null;
  const source = fileURLToPath(new URL('crash/faults.c', import.meta.url));
  const library = path.join(folder, 'faults.so');
  await mkdir(folder, { recursive: true });
  const made = promisify(execFile)('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl']);
  return made.then(
    () => library,
    () => null,
  );
};

if (isEntry(import.meta.url)) {
  await runScript(async () => {
    const electron = await resolveElectron({ say: sayOnStdout, mayFetch: false });
    const rounds = Number(process.argv[2] ?? 300);
    const { failed } = await crashTest({ electron, rounds, say: sayOnStdout });
    return failed === 0 ? 0 : 1;
  });
}
