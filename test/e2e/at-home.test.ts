import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bridge } from '../../electron/shared/bridge.ts';
import { electronHere, openSession, type DesktopSession } from '../desktop/desktop-session.ts';
import { processOwning } from '../desktop/name-owners.ts';
import { startDesktopWithout, type ThrowAwayDesktop } from '../desktop/throw-away-desktop.ts';
import { activateTrayItem, waitForTrayItem } from '../desktop/tray-item.ts';
import { clickMenuEntry, flattened, readMenu } from '../desktop/tray-menu.ts';
import { until } from '../desktop/until.ts';
import { createGateway, type TestGateway } from '../gateway/gateway.ts';
import { running } from '../gateway/replies.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

let desktop: ThrowAwayDesktop;
let session: DesktopSession;
let gateway: TestGateway;
let home: TaskbellHome;
let app: RunningApp;

beforeAll(async () => {
  desktop = await startDesktopWithout();
  session = openSession(desktop.environment);
  gateway = await createGateway();
  home = createTaskbellHome(desktop.environment);
  app = await home.launch('--hidden');
  await home.command(['gateway', 'add', 'Studio', '--url', gateway.url, '--key-stdin'], gateway.key);
});

afterAll(async () => {
  await app.quit();
  await gateway.close();
  home.remove();
  session.close();
  await desktop.end();
});

/** Starts the app beside Playwright on the same data folder, as the desktop does; to its exit code. */
const startAgain = async (...args: readonly string[]): Promise<number | null> => {
  const { executable, leading, environment } = electronHere();
  const child = spawn(executable, [...leading, root, ...args], {
    env: { ...environment, ...desktop.environment, TASKBELL_HOME: home.folder },
    stdio: 'ignore',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
};

describe('xfce4-panel', () => {
  it('shows the item again after it was restarted, and passes clicks on', async () => {
    const panel = 'org.kde.StatusNotifierWatcher';
    await waitForTrayItem(session, app.processId);
    const before = await processOwning(session, panel);
    process.kill(before, 'SIGKILL');
    // The panel starts its part for tray items again by itself.
    await until('another host', async () => {
      const now = await processOwning(session, panel).catch(() => before);
      return now !== before;
    });
    const tray = await waitForTrayItem(session, app.processId);
    const labels = flattened(await readMenu(session, tray)).map(({ label }) => label);
    expect(labels).toContain('Pause checking');
    expect(labels).toContain('Until tomorrow morning');
    await activateTrayItem(session, tray);
    await (await app.window()).getByText('Taskbell').first().waitFor();
    await clickMenuEntry(session, tray, ['Pause checking', 'Until I resume']);
    await until('the pause', async () =>
      (await home.command(['doctor'])).stdout.includes('Checks         paused;'),
    );
    expect(await home.command(['resume'])).toMatchObject({ code: 0 });
  });
});

describe('a taskbell: link', () => {
  it('is shown by the app that runs, and nothing is watched before the user agrees', async () => {
    gateway.script('task_linked', [running(0.3, { prompt: 'From a link' })]);
    expect(await startAgain('taskbell://watch?ref=task_linked&gateway=Studio')).toBe(0);
    const window = await app.window();
    const dialog = window.getByRole('dialog', { name: 'A link asks to watch a task' });
    await dialog.getByText('task_linked').waitFor();
    expect(await window.evaluate(() => document.activeElement?.textContent)).toBe('Not now');
    expect((await home.command(['list', '--json'])).stdout).toBe('[]\n');
    await dialog.getByRole('button', { name: 'Watch' }).click();
    await window.getByRole('option').filter({ hasText: 'From a link' }).waitFor();
  });

  it('that is hostile is refused with a sentence', async () => {
    expect(await startAgain('taskbell://quit?ref=x')).toBe(0);
    const window = await app.window();
    await window
      .getByRole('dialog')
      .getByText(/asks for something other than to watch/)
      .waitFor();
    await window.getByRole('button', { name: 'Close' }).click();
    expect((await home.command(['version'])).code).toBe(0);
  });
});

describe('starting at log-in', () => {
  const file = (): string =>
    join(desktop.environment['XDG_CONFIG_HOME'] ?? '', 'autostart/io.github.taskbell.Taskbell.desktop');

  it('is a file in the autostart folder, which a desktop can read and run', async () => {
    expect((await home.command(['startup'])).stdout).toMatch(/^off/);
    expect((await home.command(['startup', 'on'])).stdout).toMatch(/^on/);
    const entry = readFileSync(file(), 'utf8');
    const exec = /^Exec=(.*)$/m.exec(entry)?.[1] ?? '';
    expect(exec).toContain('--hidden');
    expect(exec).toContain(home.folder);
    // It runs into the app that is there already: it ends well and shows nothing.
    const windows = await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    await promisify(execFile)('sh', ['-c', exec], {
      env: Object.fromEntries(
        Object.entries(desktop.environment).filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE'),
      ),
    });
    expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(
      windows,
    );
    expect((await home.command(['startup', 'off'])).stdout).toMatch(/^off/);
    expect(() => readFileSync(file())).toThrow();
  });
});

describe('the keys of the whole desktop', () => {
  it('are refused when another program has them, and the ones before go on', async () => {
    const elsewhere = createTaskbellHome(desktop.environment);
    const other = await elsewhere.launch();
    const set = async (of: RunningApp, keys: string): Promise<unknown> =>
      (await of.window()).evaluate(
        (wanted) =>
          (globalThis as unknown as { taskbell: Bridge }).taskbell.request(
            'preferences:set-shortcut',
            'window',
            wanted,
          ),
        keys,
      );
    expect(await set(app, 'Control+Alt+T')).toMatchObject({ ok: true });
    expect(await set(other, 'Control+Alt+U')).toMatchObject({ ok: true });
    expect(await set(other, 'Control+Alt+T')).toEqual({ ok: false, trouble: 'taken' });
    expect(
      await (
        await other.window()
      ).evaluate(() => (globalThis as unknown as { taskbell: Bridge }).taskbell.request('preferences:read')),
    ).toMatchObject({ shortcuts: { window: { keys: 'Control+Alt+U', works: true } } });
    await other.quit();
    elsewhere.remove();
  });
});

describe('Settings › Diagnostics', () => {
  it('tests each part, and copies all without the address, the key and the home', async () => {
    const window = await app.window();
    await window.getByRole('button', { name: 'Settings' }).click();
    for (const part of ['Keyring', 'Tray', 'Network', 'Power', 'Storage'])
      await window.getByRole('button', { name: `Test: ${part}` }).click();
    await window.getByText(/A probe was kept, read and removed/).waitFor();
    await window.getByText('The panel’s list has Taskbell’s item.').waitFor();
    await window.getByText('A file was written, read and removed.').waitFor();
    await window.getByText(/Studio: host found/).waitFor();
    await window.getByRole('button', { name: 'Copy diagnostics' }).click();
    const copied = await until('the copy', async () => {
      const text = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
      return text.includes('Keyring') && text;
    });
    expect(copied).toMatch(/Notifications .*dunst/);
    for (const secret of [gateway.url, gateway.key, 'task_linked', 'From a link'])
      expect(copied).not.toContain(secret);
  });
});
