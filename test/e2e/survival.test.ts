import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { until } from '../desktop/until.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

let home: TaskbellHome;
let app: RunningApp | null = null;

afterEach(async () => {
  await app?.quit();
  app = null;
  home.remove();
});

describe('a window whose page has crashed', () => {
  it('goes away, and the next one works', async () => {
    home = createTaskbellHome();
    const running = (app = await home.launch());
    await (await running.window()).getByText('Taskbell').first().waitFor();
    await running.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    const windows = (): Promise<number> =>
      running.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    await until('the window to be gone', async () => (await windows()) === 0);
    expect(await home.command(['list'])).toMatchObject({ code: 0 });
    const opened = running.electron.waitForEvent('window');
    await running.electron.evaluate(({ app: electron }) => electron.emit('activate'));
    await (await opened).getByText('Taskbell').first().waitFor();
  });
});

describe('a watchlist that is damaged', () => {
  it('is set aside, and the window and a command say so', async () => {
    home = createTaskbellHome();
    mkdirSync(home.folder, { mode: 0o700, recursive: true });
    writeFileSync(join(home.folder, 'taskbell.sqlite'), 'This is no database. '.repeat(400));
    app = await home.launch();
    const window = await app.window();
    await window
      .getByRole('alert')
      .getByText(/file was damaged/)
      .waitFor();
    const listed = await home.command(['list']);
    expect(listed.code).toBe(0);
    expect(listed.stderr).toContain('was damaged');
    expect(readdirSync(home.folder).some((name) => name.includes('.damaged-'))).toBe(true);
  });
});
