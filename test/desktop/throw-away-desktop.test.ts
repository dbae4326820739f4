import keytar from 'keytar';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { electronHere, openSession, type DesktopSession } from './desktop-session.ts';
import { clickNotification, waitForNotification } from './received-notifications.ts';
import { startDesktopWithout } from './throw-away-desktop.ts';
import { activateTrayItem, readTrayItem, waitForTrayItem, type TrayAddress } from './tray-item.ts';
import { clickMenuEntry, menuText, waitForMenu } from './tray-menu.ts';
import { until } from './until.ts';

const notifications = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications',
} as const;

const notify = (session: DesktopSession, summary: string, body: string): Promise<readonly unknown[]> =>
  session.ask({
    ...notifications,
    member: 'Notify',
    signature: 'susssasa{sv}i',
    body: ['Fixture', 0, '', summary, body, ['default', 'Open'], [], -1],
  });

let session: DesktopSession;

beforeAll(() => {
  session = openSession();
});

afterAll(() => session.close());

describe('the keyring', () => {
  it('keeps a secret, gives it back and forgets it', async () => {
    await keytar.setPassword('Taskbell desktop test', 'account', 'a secret');
    expect(await keytar.getPassword('Taskbell desktop test', 'account')).toBe('a secret');
    expect(await keytar.deletePassword('Taskbell desktop test', 'account')).toBe(true);
    expect(await keytar.getPassword('Taskbell desktop test', 'account')).toBeNull();
  });
});

describe('the notification service', () => {
  it('records what it received, character by character', async () => {
    const body = '<b>5</b> &lt; 6 "quoted" \\ and\na second line, 猫';
    await notify(session, 'Ready: “a fox”', body);
    const received = await waitForNotification(
      'the quoted one',
      ({ summary }) => summary === 'Ready: “a fox”',
    );
    expect(received).toMatchObject({ appName: 'Fixture', body, urgency: 'normal' });
  });

  it('answers a click on one notification of several', async () => {
    const clicked: unknown[] = [];
    const cancel = session.bus.onSignal(
      { ...notifications, sender: notifications.destination, member: 'ActionInvoked' },
      (signal) => clicked.push(signal),
    );
    const ids: unknown[] = [];
    for (const summary of ['first', 'second', 'third']) ids.push((await notify(session, summary, ''))[0]);
    const second = await waitForNotification('the second', ({ id }) => id === ids[1]);
    await waitForNotification('the third', ({ id }) => id === ids[2]);
    await clickNotification(session, second);
    await until('the answer to the click', () => clicked.length > 0);
    expect(clicked).toEqual([[ids[1], 'default']]);
    cancel();
  });
});

describe('the tray', () => {
  let app: ChildProcess;
  let said: Interface;
  let item: TrayAddress;

  beforeAll(async () => {
    const { executable, leading, environment } = electronHere();
    const main = fileURLToPath(new URL('fixtures/tray-app.ts', import.meta.url));
    const child = spawn(executable, [...leading, main], {
      env: environment,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    app = child;
    said = createInterface(child.stdout);
    item = await waitForTrayItem(session, child.pid);
  });

  afterAll(async () => {
    const exit = once(app, 'exit');
    app.kill();
    await exit;
  });

  it('shows the item of an application with its tooltip and picture', async () => {
    await until('the tooltip', async () => (await readTrayItem(session, item)).toolTip !== '');
    const { status, toolTip, iconDigest } = await readTrayItem(session, item);
    expect({ status, toolTip }).toEqual({ status: 'Active', toolTip: 'Fixture, 1 running' });
    expect(iconDigest).toMatch(/^[0-9a-f]{16}$/);
  });

  it('shows the menu', async () => {
    const menu = await waitForMenu(session, item, 'five entries', (entries) => entries.length >= 5);
    expect(menuText(menu)).toBe('fox_and_hound.mp4\n────────\nAsleep  (disabled)\n[x] On\nMore\n    Inner\n');
  });

  it.each([
    ['fox_and_hound.mp4', 'entry'],
    ['Inner', 'inner'],
  ])('passes on a click on %s', async (label, word) => {
    const answer = once(said, 'line');
    await clickMenuEntry(session, item, label);
    expect(await answer).toEqual([word]);
  });

  it('passes on a click on the item itself', async () => {
    const answer = once(said, 'line');
    await activateTrayItem(session, item);
    expect(await answer).toEqual(['tray']);
  });
});

describe('a desktop that lacks services', () => {
  it('has nobody under their names, and nobody who starts them', async () => {
    const bare = await startDesktopWithout('keyring', 'panel', 'notifications');
    const there = openSession(bare.environment);
    const names = [
      'org.freedesktop.secrets',
      'org.kde.StatusNotifierWatcher',
      'org.freedesktop.Notifications',
    ];
    const answers = await Promise.all(
      names.map((name) =>
        there.bus.call(
          { destination: name, path: '/', interface: 'org.freedesktop.DBus.Peer', member: 'Ping' },
          5000,
        ),
      ),
    );
    there.close();
    await bare.end();
    expect(answers).toEqual(names.map(() => ({ ok: false, trouble: 'no-service' })));
  });
});
