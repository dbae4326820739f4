import { afterEach, describe, expect, it } from 'vitest';
import { lockKeyring, unlockKeyring } from '../desktop/locked-keyring.ts';
import { hangKeyring } from '../desktop/name-owners.ts';
import { startDesktopWithout, type ThrowAwayDesktop } from '../desktop/throw-away-desktop.ts';
import { createGateway } from '../gateway/gateway.ts';
import { running, succeeded } from '../gateway/replies.ts';
import { until } from '../desktop/until.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

let desktop: ThrowAwayDesktop;
let home: TaskbellHome;
let app: RunningApp;

afterEach(async () => {
  await app.quit();
  home.remove();
  await desktop.end();
});

const isVisible = (): Promise<boolean | undefined> =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());

describe('a desktop without tray host and notification service', () => {
  it('is said so in the window, which is not hidden when it is closed, and endings show there', async () => {
    desktop = await startDesktopWithout('panel', 'notifications');
    home = createTaskbellHome(desktop.environment);
    app = await home.launch();
    const window = await app.window();
    const gateway = await createGateway();
    gateway.script('task_alone_1', [running(0.5, { prompt: 'Alone' }), succeeded({ prompt: 'Alone' })]);
    await home.command(['gateway', 'add', 'Studio', '--url', gateway.url, '--key-stdin'], gateway.key);
    await app.lookAway();
    await home.command(['watch', 'task_alone_1']);
    const alone = window.getByRole('option').filter({ hasText: 'Alone' });
    await alone.getByText('50%').waitFor();
    await home.command(['check', 'task_alone_1']);
    await alone.getByText('Ready').waitFor();
    await window.getByText(/No panel of this desktop shows.*Add the item “Status Tray Plugin”/).waitFor();
    await window.getByText(/takes no notifications/).waitFor();

    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await window.getByRole('button', { name: 'Keep watching' }).click();
    await window.getByRole('dialog').waitFor({ state: 'hidden' });
    // Minimised, where a window manager does that. What counts is that it is not out of reach.
    expect(await isVisible()).toBe(true);
    await gateway.close();
  });
});

describe('a desktop without keyring', () => {
  it('does not take a key, says why, and stores nothing in clear', async () => {
    desktop = await startDesktopWithout('keyring');
    home = createTaskbellHome(desktop.environment);
    app = await home.launch('--hidden');
    const added = await home.command(
      ['gateway', 'add', 'Studio', '--url', 'https://api.example.com', '--key-stdin'],
      'sk-nowhere-to-go-0123456789',
    );
    expect(added).toMatchObject({ code: 1 });
    expect(added.stderr).toContain('No keyring is running');
    expect((await home.command(['gateway', 'list', '--json'])).stdout.trim()).toBe('[]');
  });
});

describe('a keyring that does not answer', () => {
  it('does not hang the app: the command ends with a sentence, other work goes on, and so does quitting', async () => {
    desktop = await startDesktopWithout();
    home = createTaskbellHome(desktop.environment);
    app = await home.launch('--hidden');
    const keyring = await hangKeyring(desktop.environment);
    const adding = home.command(
      ['gateway', 'add', 'Studio', '--url', 'https://api.example.com', '--key-stdin'],
      'sk-locked-out-0123456789',
    );
    expect(await home.command(['list'])).toMatchObject({ code: 0 });
    const added = await adding;
    expect(added).toMatchObject({ code: 1 });
    expect(added.stderr).toContain('The keyring did not answer in time');
    expect((await home.command(['gateway', 'list', '--json'])).stdout.trim()).toBe('[]');
    await app.quit();
    process.kill(keyring, 'SIGCONT');
  });
});

describe('a locked keyring', () => {
  it('does not hang the app: a sentence within some seconds, other work goes on, and quitting ends the process', async () => {
    desktop = await startDesktopWithout();
    home = createTaskbellHome(desktop.environment);
    app = await home.launch('--hidden');
    await lockKeyring(desktop.environment);
    const adding = home.command(
      ['gateway', 'add', 'Studio', '--url', 'https://api.example.com', '--key-stdin'],
      'sk-locked-out-0123456789',
    );
    expect(await home.command(['list'])).toMatchObject({ code: 0 });
    const added = await adding;
    expect(added).toMatchObject({ code: 1 });
    expect(added.stderr).toMatch(/keyring/i);
    expect((await home.command(['gateway', 'list', '--json'])).stdout.trim()).toBe('[]');
  });

  it('at a start is told as locked, not as a missing key, and checks go on by themselves after unlocking', async () => {
    desktop = await startDesktopWithout();
    home = createTaskbellHome(desktop.environment);
    const gateway = await createGateway();
    gateway.script('task_locked_1', [running(0.5, { prompt: 'Locked' }), succeeded({ prompt: 'Locked' })]);
    app = await home.launch('--hidden');
    await home.command(['gateway', 'add', 'Studio', '--url', gateway.url, '--key-stdin'], gateway.key);
    await home.command(['watch', 'task_locked_1']);
    await until('a first answer', async () => (await home.command(['list'])).stdout.includes('50%'));
    await app.quit();
    await lockKeyring(desktop.environment);

    app = await home.launch('--hidden');
    const trouble = async (): Promise<unknown> => {
      const listed = await home.command(['list', '--json']);
      return (JSON.parse(listed.stdout) as { readonly trouble: unknown }[])[0]?.trouble;
    };
    expect(await until('a trouble', async () => (await trouble()) as string | null, 30_000)).toBe(
      'keyring-locked',
    );
    await unlockKeyring(desktop.environment);
    await until('the result', async () => (await home.command(['wait', 'task_locked_1'])).code === 0, 90_000);
    await gateway.close();
  }, 180_000);
});
