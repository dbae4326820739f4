import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { electronHere } from '../desktop/desktop-session.ts';
import { until } from '../desktop/until.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

let home: TaskbellHome;
let app: RunningApp | null = null;

afterEach(async () => {
  await app?.quit();
  app = null;
  home.remove();
});

/** Starts the app on the same data folder beside Playwright, to its exit code. */
const startAgain = async (...args: readonly string[]): Promise<number | null> => {
  const { executable, leading, environment } = electronHere();
  const child = spawn(executable, [...leading, root, ...args], {
    env: { ...environment, TASKBELL_HOME: home.folder },
    stdio: 'ignore',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
};

describe('a second start on the same data folder', () => {
  it('shows the window of the first and ends', async () => {
    home = createTaskbellHome();
    app = await home.launch('--hidden');
    expect(app.electron.windows()).toEqual([]);
    expect(await startAgain('--hidden')).toBe(0);
    expect(app.electron.windows()).toEqual([]);
    expect(await startAgain()).toBe(0);
    const window = await app.window();
    await window.getByText('Taskbell').first().waitFor();
  });

  it('takes over after the first was killed', async () => {
    home = createTaskbellHome();
    const first = await home.launch('--hidden');
    await first.kill();
    app = await home.launch('--hidden');
    expect(await home.command(['list'])).toMatchObject({ code: 0 });
  });
});

describe('the command line', () => {
  it('starts the app hidden when it is not running, in a folder and on a socket closed to others', async () => {
    home = createTaskbellHome();
    expect(await home.command(['list', '--json'])).toMatchObject({ code: 0, stdout: '[]\n' });
    const modeOf = (path: string): number => statSync(path).mode & 0o777;
    expect(modeOf(home.folder)).toBe(0o700);
    const socket = join(home.folder, 'control.sock');
    expect(modeOf(socket)).toBe(0o600);
    expect(modeOf(join(home.folder, 'taskbell.sqlite'))).toBe(0o600);
    expect(await home.command(['quit'])).toMatchObject({ code: 0 });
    await until('the socket to be gone', () => !existsSync(socket));
  });
});
