import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { resolveElectron } from './electron-runtime.mjs';
import { buildApp } from './fresh-build.mjs';
import { runTests } from './run-tests.mjs';
import { show } from './setup/run.mjs';
import { Obstacle, runScript, sayOnStdout as say, seconds } from './setup/script.mjs';
import { crashTest } from './test-crash.mjs';
import { withDesktop } from './throw-away-desktop.mjs';

/** @typedef {import('./run-tests.mjs').Tally} Tally */

/** `npm run test:crash -- 3000` does more. */
const crashRounds = 300;

const passed = { passed: 1, failed: 0, skipped: 0 };
const failed = { passed: 0, failed: 1, skipped: 0 };

/**
 * A check that is one command of a package.
 * @param {string} script below node_modules
 * @param {...string} args
 * @returns {() => Promise<Tally>}
 */
const tool =
  (script, ...args) =>
  async () =>
    (await show(process.execPath, [`node_modules/${script}`, ...args])) === 0 ? passed : failed;

/**
 * @param {string} heading
 * @param {() => Promise<Tally>} check
 */
const step = async (heading, check) => {
  say(`\n== ${heading}`);
  const started = performance.now();
  const tally = await check().catch((error) => {
    say(error instanceof Obstacle ? error.message : String(error instanceof Error ? error.stack : error));
    return failed;
  });
  const verdict = tally.failed === 0 ? 'passed' : 'FAILED';
  say(`== ${heading}: ${verdict} in ${seconds(performance.now() - started)}`);
  return tally;
};

/**
 * @param {import('./electron-runtime.mjs').ElectronRuntime} electron
 * @param {string} reportFolder
 */
const verify = async (electron, reportFolder) => {
  const tallies = [
    await step('types', tool('typescript/bin/tsc', '-b')),
    await step(
      'types of the window',
      tool('svelte-check/bin/svelte-check', '--tsconfig', 'renderer/tsconfig.json', '--fail-on-warnings'),
    ),
    await step('lint', tool('eslint/bin/eslint.js', '-c', 'build/eslint.config.js', '--max-warnings=0', '.')),
    await step('format', tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')),
  ];
  const built = await step('build', async () => ((await buildApp()) ? passed : failed));
  tallies.push(built);
  tallies.push(
    await step('unit and property tests', () =>
      runTests({
        project: 'unit',
        electron,
        reportFolder,
        run: (command, args, env) => show(command, args, { env: { ...process.env, ...env } }),
      }),
    ),
  );
  tallies.push(
    await step('crash test: kills and power cuts', () => crashTest({ electron, rounds: crashRounds, say })),
  );
  tallies.push(await step('desktop and end-to-end tests', () => desktopTests(electron, built.failed === 0)));
  tallies.push(await step('the demo of the README', () => demo(built.failed === 0)));
  return tallies;
};

/**
 * @param {import('./electron-runtime.mjs').ElectronRuntime} electron
 * @param {boolean} built
 * @returns {Promise<Tally>}
 */
const desktopTests = async (electron, built) => {
  if (process.platform !== 'linux') return notHere();
  if (!built) throw new Obstacle('There is no build to test.');
  return withDesktop({ electron, say }, ({ run, folder }) =>
    runTests({ project: 'desktop', electron, run, reportFolder: folder }),
  );
};

/**
 * Without a display, whatever there is here: that one ends by itself, and says whether all came as it should.
 * @param {boolean} built
 * @returns {Promise<Tally>}
 */
const demo = async (built) => {
  if (process.platform !== 'linux') return notHere();
  if (!built) throw new Obstacle('There is no build to show.');
  const env = { ...process.env, CI: 'true' };
  return (await show(process.execPath, ['build/demo.mjs'], { env })) === 0 ? passed : failed;
};

/** @returns {Tally} */
const notHere = () => {
  say('Skipped: the throw-away desktop runs on Linux only.');
  return { passed: 0, failed: 0, skipped: 1 };
};

/** @param {readonly Tally[]} tallies */
const lastLine = (tallies) => {
  const sum = (/** @type {keyof Tally} */ key) => tallies.reduce((total, tally) => total + tally[key], 0);
  const skipped = sum('skipped') === 0 ? '' : `, ${sum('skipped')} skipped`;
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped}`;
};

await runScript(async () => {
  const electron = await resolveElectron({ say, mayFetch: false });
  const reportFolder = await mkdtemp(path.join(os.tmpdir(), 'taskbell-verify-'));
  try {
    const tallies = await verify(electron, reportFolder);
    say(`\n${lastLine(tallies)}`);
    return tallies.some((tally) => tally.failed > 0) ? 1 : 0;
  } finally {
    await rm(reportFolder, { recursive: true, force: true });
  }
});
