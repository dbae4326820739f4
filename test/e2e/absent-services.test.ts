import { afterEach, describe, expect, it } from 'vitest';
import { openSession } from '../desktop/desktop-session.ts';
import { hangKeyring } from '../desktop/name-owners.ts';
import { startDesktopWithout, type ThrowAwayDesktop } from '../desktop/throw-away-desktop.ts';
import { createGateway } from '../gateway/gateway.ts';
import { running, succeeded } from '../gateway/replies.ts';
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
    const session = openSession(desktop.environment);
    await session.ask({
      destination: 'org.freedesktop.secrets',
      path: '/org/freedesktop/secrets',
      interface: 'org.freedesktop.Secret.Service',
      member: 'Lock',
      signature: 'ao',
      body: [['/org/freedesktop/secrets/collection/login']],
    });
    session.close();
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
});
