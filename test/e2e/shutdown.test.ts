import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { until } from '../desktop/until.ts';
import { processTree } from './process-tree.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

let home: TaskbellHome;
let app: RunningApp | null = null;

afterEach(async () => {
  await app?.quit();
  app = null;
  home.remove();
});

const signal = (running: RunningApp, name: NodeJS.Signals): Promise<void> =>
  Promise.resolve(void process.kill(running.processId, name));

const quitCommand = async (): Promise<void> => {
  await home.command(['quit']);
};

const endings: readonly (readonly [string, (running: RunningApp) => Promise<void>])[] = [
  ['"taskbell quit"', quitCommand],
  ['SIGTERM, as a service manager or the end of a session sends it', (running) => signal(running, 'SIGTERM')],
  ['SIGHUP, as the end of a terminal sends it', (running) => signal(running, 'SIGHUP')],
];

describe('after it was ended', () => {
  it.each(endings)(
    'by %s everything is written, no process is left, and a start is possible at once',
    async (_by, end) => {
      home = createTaskbellHome();
      const first = await home.launch();
      await first.window();
      const processes = processTree(first.processId);
      expect(processes.length).toBeGreaterThan(3);
      await end(first);
      await until(
        'all processes to be gone',
        () => !processes.some((id) => existsSync(`/proc/${String(id)}`)),
      );
      const file = join(home.folder, 'taskbell.sqlite');
      expect(existsSync(file)).toBe(true);
      // A write-ahead log that is left behind would mean that the store was not closed.
      expect(existsSync(`${file}-wal`)).toBe(false);
      expect(existsSync(join(home.folder, 'control.sock'))).toBe(false);
      app = await home.launch('--hidden');
      expect(await home.command(['list'])).toMatchObject({ code: 0, stderr: '' });
    },
  );
});

describe('a data folder that is deleted under it', () => {
  it('is made anew, and commands reach it again', async () => {
    home = createTaskbellHome();
    app = await home.launch('--hidden');
    expect(await home.command(['pause'])).toMatchObject({ code: 0 });
    rmSync(home.folder, { recursive: true, maxRetries: 5 });
    await until('the folder to be there again', () => existsSync(join(home.folder, 'control.sock')), 40_000);
    expect(await home.command(['resume'])).toMatchObject({ code: 0 });
    expect(existsSync(join(home.folder, 'taskbell.sqlite'))).toBe(true);
  });
});
