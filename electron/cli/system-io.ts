import { readFile } from 'node:fs/promises';
import type { Clock } from '../core/ports.ts';
import { words } from '../shared/language/spoken.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import type { AppLaunch } from './app-launch.ts';
import { appEnvironment, startApp } from './app-start.ts';
import type { CommandIo } from './command-io.ts';
import type { ControlAddress } from './control-address.ts';
import { askApp } from './control-client.ts';
import { ensureDataFolder } from './data-folder.ts';
import { readAll, readHidden } from './standard-input.ts';

export interface SystemSetup {
  readonly version: string;
  readonly dataFolder: string;
  readonly address: ControlAddress;
  /** How to start the app; looked up only when it is needed. */
  readonly launch: () => Result<AppLaunch, string>;
}

/** The command line on the real process. */
export const createSystemIo = ({ version, dataFolder, address, launch }: SystemSetup): CommandIo => ({
  version,
  env: process.env,
  clock: processClock,
  columns: process.stdout.isTTY ? process.stdout.columns : null,
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  readFile: (path) => readFile(path, 'utf8').then(ok, () => failed(words().commandLine.fileNotThere)),
  readStdin: () => readAll(process.stdin),
  readSecret: (prompt) =>
    process.stdin.isTTY ? readHidden(process.stdin, process.stderr, prompt) : readAll(process.stdin),
  ask: (command, request, signal) => askApp(address, command, request, signal),
  startApp: async ({ withoutEnv, signal }) => {
    const folder = ensureDataFolder(dataFolder);
    if (!folder.ok) return folder;
    const found = launch();
    if (!found.ok) return failed(found.trouble);
    if (found.value.remark !== null) process.stderr.write(`taskbell: ${found.value.remark}\n`);
    return startApp({
      launch: found.value,
      env: appEnvironment(process.env, dataFolder, withoutEnv),
      clock: processClock,
      answers: async (stop) => (await askApp(address, 'app.version', {}, stop)).ok,
      signal,
    });
  },
});

const processClock: Clock = {
  now: () => Date.now(),
  steady: () => performance.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => {
      clearTimeout(timer);
    };
  },
};
