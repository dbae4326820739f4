import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * Runs one project of build/vitest.config.ts under Electron as Node, the way the app's own code runs.
 * @param {object} options
 * @param {'unit' | 'desktop' | 'installed'} options.project
 * @param {import('./electron-runtime.mjs').ElectronRuntime} options.electron
 * @param {(command: string, args: readonly string[], env: NodeJS.ProcessEnv) => Promise<number>} options.run
 * @param {string} options.reportFolder writable by whom `run` runs
 * @param {readonly string[]} [options.filters] files or folders
 * @returns {Promise<Tally>} never without a failure when vitest says that it failed
 */
export const runTests = async ({ project, electron, run, reportFolder, filters = [] }) => {
  const report = path.join(reportFolder, `taskbell-${project}-tests.json`);
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config=build/vitest.config.ts',
    // The other loader writes beside the modules, which an unprivileged user may not.
    '--configLoader=native',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...filters,
  ];
  const code = await run(electron.executable, args, { ELECTRON_RUN_AS_NODE: '1' });
  const tally = await readTally(report);
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
};

/**
 * @param {string} report
 * @returns {Promise<Tally>}
 */
const readTally = async (report) => {
  const text = await readFile(report, 'utf8').catch(() => null);
  if (text === null) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(text);
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
};
