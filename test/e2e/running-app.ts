import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { electronHere } from '../desktop/desktop-session.ts';
import { until } from '../desktop/until.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The built app, driven as a user drives it. */
export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly processId: number;
  /** The window; waits for it to be there. */
  window(): Promise<Page>;
  /** The user turns to another program: news then comes from the desktop, and not from the window. */
  lookAway(): Promise<void>;
  /** Ends the app as "Quit" does, and waits until its process is gone. */
  quit(): Promise<void>;
  /** Ends its process at once. */
  kill(): Promise<void>;
}

export interface CommandOutcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A data folder of a test's own, and the two ways to Taskbell on it: the app and the command line. */
export interface TaskbellHome {
  readonly folder: string;
  launch(...args: readonly string[]): Promise<RunningApp>;
  command(words: readonly string[], input?: string): Promise<CommandOutcome>;
  remove(): void;
}

export const createTaskbellHome = (environment: NodeJS.ProcessEnv = {}): TaskbellHome => {
  const here = electronHere();
  const folder = join(mkdtempSync(join(tmpdir(), 'taskbell-e2e-')), 'data');
  const env = { ...here.environment, ...environment, TASKBELL_HOME: folder };
  return {
    folder,
    launch: async (...args) => {
      const electron = await _electron.launch({
        executablePath: here.executable,
        args: [...here.leading, root, ...args],
        env: definedIn(env),
        // Playwright turns the sandbox off unless told not to.
        chromiumSandbox: here.leading.length === 0,
      });
      return runningApp(electron);
    },
    command: (words, input = '') =>
      new Promise((resolve, reject) => {
        const child = spawn(here.executable, [join(root, 'out/cli.cjs'), ...words], {
          env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
        });
        let stdout = '';
        let stderr = '';
        child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
        child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
        child.once('error', reject);
        child.once('close', (code) => resolve({ code, stdout, stderr }));
        child.stdin.end(input);
      }),
    remove: () => rmSync(join(folder, '..'), { recursive: true, force: true, maxRetries: 5 }),
  };
};

const runningApp = (electron: ElectronApplication): RunningApp => {
  const child = electron.process();
  const processId = child.pid ?? 0;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    electron,
    processId,
    window: async () => electron.windows()[0] ?? electron.waitForEvent('window'),
    lookAway: async () => {
      await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.blur());
      await until('the window to lose the focus', () =>
        electron.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow() === null),
      );
    },
    quit: async () => {
      await electron.evaluate(({ app }) => app.quit()).catch(() => undefined); // gone already
      await until('the process to be gone', () => !existsSync(`/proc/${String(processId)}`));
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};

const definedIn = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
