import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DoctorReport } from '../../electron/cli/control-contract.ts';
import { listenOnBus, openSession, type DesktopSession } from '../desktop/desktop-session.ts';
import { measureLoopDelay, type LoopDelay } from '../desktop/loop-delay.ts';
import { startScriptedTrayHost, type ScriptedTrayHost } from '../desktop/scripted-tray-host.ts';
import { startDesktopWithout, type ThrowAwayDesktop } from '../desktop/throw-away-desktop.ts';
import { readTrayItem, waitForTrayItem, type TrayAddress } from '../desktop/tray-item.ts';
import {
  clickMenuEntry,
  entryAt,
  menuText,
  readMenu,
  waitForMenu,
  type MenuEntry,
} from '../desktop/tray-menu.ts';
import { countTraySignals } from '../desktop/tray-signals.ts';
import { until } from '../desktop/until.ts';
import { createGateway, type TestGateway } from '../gateway/gateway.ts';
import { failed, queued, running, succeeded } from '../gateway/replies.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

let desktop: ThrowAwayDesktop;
let session: DesktopSession;
let gateway: TestGateway;
let home: TaskbellHome;
let app: RunningApp;
let loopDelay: () => Promise<LoopDelay>;
let host: ScriptedTrayHost;
let tray: TrayAddress;

const busAddress = (): string => desktop.environment['DBUS_SESSION_BUS_ADDRESS'] ?? '';

const report = async (): Promise<DoctorReport> =>
  JSON.parse((await home.command(['doctor', '--json'])).stdout) as DoctorReport;

const trayIs = (pattern: RegExp): Promise<true> =>
  until(`the tray to be ${String(pattern)}`, async () => pattern.test((await report()).tray));

/** The menu once it is as told; the gateway is asked meanwhile, whenever that would have been its turn. */
const menuAs = async (
  what: string,
  isAsWanted: (labels: readonly string[]) => boolean,
): Promise<readonly MenuEntry[]> =>
  until(
    `the tray menu: ${what}`,
    async () => {
      const menu = await readMenu(session, tray);
      if (isAsWanted(menu.map(({ label }) => label))) return menu;
      await home.command(['check']);
      return null;
    },
    30_000,
  );

beforeAll(async () => {
  desktop = await startDesktopWithout('panel');
  session = openSession(desktop.environment);
  gateway = await createGateway();
  home = createTaskbellHome(desktop.environment);
  app = await home.launch('--hidden');
  loopDelay = await measureLoopDelay(app.electron);
  const adding = ['gateway', 'add', 'Studio', '--url', gateway.url, '--key-stdin'];
  expect(await home.command(adding, gateway.key)).toMatchObject({ code: 0, stderr: '' });
});

/** How long the main process stood still at most during each test, by its name. */
const delays = new Map<string, LoopDelay>();

afterEach(async ({ task }) => {
  delays.set(task.name, await loopDelay());
});

afterAll(async () => {
  await app.quit();
  await gateway.close();
  home.remove();
  session.close();
  host.die();
  await desktop.end();
});

describe('a desktop whose tray host comes late, resolves items by unique name, and restarts', () => {
  it('has none at first, which doctor says with what to do', async () => {
    expect((await report()).tray).toMatch(/^No desktop panel shows tray items\. Add the item “Status Tray/);
  });

  it('shows the item when the host comes, with picture, tooltip and menu', async () => {
    host = await startScriptedTrayHost(busAddress());
    tray = await waitForTrayItem(session);
    expect(tray.destination).toMatch(/^:/);
    await until('the tooltip', async () => (await readTrayItem(session, tray)).toolTip !== '');
    const { status, toolTip, iconDigest } = await readTrayItem(session, tray);
    expect({ status, toolTip }).toEqual({ status: 'Active', toolTip: 'Taskbell: nothing running' });
    expect(iconDigest).not.toBe('');
    const menu = await waitForMenu(session, tray, 'whole', (entries) =>
      entries.some(({ label }) => label === 'Quit Taskbell'),
    );
    expect(menuText(menu)).toBe(
      'Open Taskbell\n────────\nWatch what is on the clipboard\nPause checking\n    For 30 minutes\n' +
        '    For 2 hours\n    Until tomorrow morning\n    Until I resume\nBe quiet\n    For 30 minutes\n' +
        '    For 2 hours\n    Until tomorrow morning\n────────\nSettings…\nQuit Taskbell\n',
    );
    await trayIs(/^A desktop panel shows the tray item/);
  });

  it('pauses for half an hour from the submenu, says until when, and resumes', async () => {
    const before = Date.now();
    await clickMenuEntry(session, tray, ['Pause checking', 'For 30 minutes']);
    await waitForMenu(session, tray, 'paused', (entries) =>
      entries.some(({ label, enabled }) => /^Paused until .*\d\d:\d\d$/.test(label) && !enabled),
    );
    const { paused, pausedUntil } = await report();
    expect(paused).toBe(true);
    expect(Math.abs((pausedUntil ?? 0) - before - 30 * 60_000)).toBeLessThan(10_000);
    await clickMenuEntry(session, tray, 'Resume checking');
    await until('the checks to go on', async () => !(await report()).paused);
  });

  it('is quiet for two hours from the submenu, says until when, and notifies again', async () => {
    await clickMenuEntry(session, tray, ['Be quiet', 'For 2 hours']);
    await waitForMenu(session, tray, 'quiet', (entries) =>
      entries.some(({ label, enabled }) => /^Quiet until .*\d\d:\d\d$/.test(label) && !enabled),
    );
    await clickMenuEntry(session, tray, 'Notify again');
    await waitForMenu(session, tray, 'not quiet', (entries) =>
      entries.some(({ label }) => label === 'Be quiet'),
    );
  });

  it('shows what runs, fails and is ready, and does in the submenus what they say', async () => {
    gateway.script('task_run', [running(0.52, { prompt: 'Cats & dogs_2, שלום' })]);
    gateway.script('task_bad', [running(0.1), failed('Out of <memory> & time', { prompt: 'Crowd' })]);
    gateway.script('task_good', [running(0.1), succeeded({ prompt: 'Pier' })]);
    expect(await home.command(['watch', 'task_run', 'task_bad', 'task_good'])).toMatchObject({ code: 0 });
    const menu = await menuAs(
      'the three',
      (labels) =>
        labels.includes('Ready · Pier') &&
        labels.includes('Failed · Crowd') &&
        labels.some((label) => label.startsWith('50%')),
    );
    expect(menuText(menu)).toContain('50% · ');
    expect(menuText(menu)).toContain('\u2068Cats & dogs_2, שלום\u2069');
    expect(menuText(menu)).toContain(
      'Failed · Crowd\n    Out of <memory> & time  (disabled)\n    Check again\n    Show details\n    Remove from this menu\n',
    );
    expect(entryAt(menu, [/Ready · Pier/, 'Open video'])?.enabled).toBe(true);

    await clickMenuEntry(session, tray, [/Ready · Pier/, 'Copy link']);
    const link = await until('the link on the clipboard', async () => {
      const text = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
      return text.startsWith('http') && text;
    });
    expect(link).toMatch(/^https:/);

    gateway.script('task_bad', [running(0.6, { prompt: 'Crowd' })]);
    await clickMenuEntry(session, tray, [/Failed · Crowd/, 'Check again']);
    await menuAs('the crowd again', (labels) => labels.some((label) => label.startsWith('60%')));

    await clickMenuEntry(session, tray, [/Ready · Pier/, 'Remove from this menu']);
    await waitForMenu(session, tray, 'no pier', (entries) =>
      entries.every(({ label }) => !label.includes('Pier')),
    );
    expect((await home.command(['list'])).stdout).toContain('Pier');
  });

  it('counts unseen endings on a dock', async () => {
    const counts: unknown[] = [];
    const listener = await listenOnBus(busAddress(), (of, body) => {
      if (of === 'com.canonical.Unity.LauncherEntry') counts.push(JSON.stringify(body));
    });
    gateway.script('task_dock', [running(0.9), succeeded({ prompt: 'Dock' })]);
    await home.command(['watch', 'task_dock']);
    await menuAs('the dock', (labels) => labels.includes('Ready · Dock'));
    await until('a count', () => counts.length > 0);
    expect(counts.at(-1)).toMatch(
      /^\["application:\/\/io\.github\.taskbell\.Taskbell\.desktop",.*"count-visible".*true/,
    );
    listener.end();
  });

  it('goes on with the item when the host has crashed and another one comes', async () => {
    host.die();
    await trayIs(/^No desktop panel/);
    host = await startScriptedTrayHost(busAddress());
    tray = await waitForTrayItem(session);
    expect(host.items()).toHaveLength(1);
    await trayIs(/^A desktop panel shows/);
    await clickMenuEntry(session, tray, [/Ready · Dock/, 'Show details']);
    const window = await app.window();
    await window.getByRole('complementary', { name: 'Task details' }).getByText('Dock').first().waitFor();
    await clickMenuEntry(session, tray, 'Settings…');
    await window.getByRole('heading', { name: 'Diagnostics' }).waitFor();
  });

  it('tells the host nothing for a minute in which nothing visible changes, though gateways are asked', async () => {
    for (const id of ['task_run', 'task_bad']) await home.command(['remove', id]);
    gateway.script('task_wait', [queued()]);
    await home.command(['watch', 'task_wait']);
    await waitForMenu(session, tray, 'a queued task', (entries) =>
      entries.some(({ label }) => label.startsWith('Queued')),
    );
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const stop = await countTraySignals(session, tray);
    const askedBefore = gateway.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 60_000));
    expect(stop()).toEqual({});
    expect(gateway.requests.length).toBeGreaterThan(askedBefore);
  }, 120_000);

  it('never stood still for more than 50 ms while hosts came, went and were clicked on', () => {
    for (const [name, { longestMs, longestOwnMs }] of delays)
      process.stdout.write(`${longestMs.toFixed(0)} ms (own ${longestOwnMs.toFixed(0)} ms): ${name}\n`);
    // What checks write to the disk is another matter: it takes as long as the disk does.
    const ofHosts = [...delays].filter(([name]) => /host|pauses/.test(name) && !name.startsWith('tells'));
    expect(ofHosts).toHaveLength(3);
    expect(Math.max(...ofHosts.map(([, { longestOwnMs }]) => longestOwnMs))).toBeLessThanOrEqual(50);
  });
});
