import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSession, type DesktopSession } from '../desktop/desktop-session.ts';
import {
  clickNotification,
  receivedNotifications,
  waitForNotification,
} from '../desktop/received-notifications.ts';
import { readTrayItem, waitForTrayItem, type TrayAddress } from '../desktop/tray-item.ts';
import { clickMenuEntry, menuText, waitForMenu } from '../desktop/tray-menu.ts';
import { until } from '../desktop/until.ts';
import { createGateway, type TestGateway } from '../gateway/gateway.ts';
import { failed, running, succeeded } from '../gateway/replies.ts';
import { times } from '../gateway/script.ts';
import { mainProcess, processesOfProgram, program, taskbell } from './installed-taskbell.ts';

const boat = { prompt: 'A paper boat & a <lighthouse>', model: 'sora-2' };
const crowd = { prompt: 'Crowd scene, stadium, night', model: 'sora-2' };
const boatId = 'sora-2:task_boat';
const crowdId = 'sora-2:task_crowd';

let session: DesktopSession;
let gateway: TestGateway;
let tray: TrayAddress;

beforeAll(async () => {
  session = openSession();
  gateway = await createGateway({ key: 'sk-other-0123456789abcdef' });
});
afterAll(async () => {
  await gateway.close();
  session.close();
});

const listed = async (): Promise<readonly unknown[]> =>
  JSON.parse((await taskbell(['list', '--json'])).stdout) as unknown[];
const hasPage = (): boolean => processesOfProgram().some(({ line }) => line.includes('--type=renderer'));

/** The tests of this file are one story; each goes on where the one before ended. Nobody looks into the app. */
describe('the installed package, after an upgrade', () => {
  it('is the newer version, and is no Node, whatever the environment asks for', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect((await taskbell(['--version'])).stdout).toBe(`taskbell ${version}\n`);
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=/nowhere.js' };
    const asNode = spawnSync(program, ['--ozone-platform=headless', '-p', '6 * 7'], {
      env,
      encoding: 'utf8',
    });
    expect(asNode.stdout).not.toContain('42');
    expect(asNode.status).toBe(2);
  });

  it('says its usage without a display, a bus or an app', async () => {
    const without = ['DISPLAY', 'DBUS_SESSION_BUS_ADDRESS'];
    const usage = await taskbell(['--help'], { without });
    expect(usage).toMatchObject({ code: 0, stderr: '' });
    expect(usage.stdout).toMatch(/^Usage: taskbell COMMAND/);
    expect(mainProcess()).toBeNull();
    expect((await taskbell(['no-such-command'], { without })).code).toBe(2);
  });

  it('has kept what the older version knew, and the key in the keyring', async () => {
    expect(await listed()).toMatchObject([{ title: 'Harbour at dawn', phase: 'succeeded' }]);
    const { stdout } = await taskbell(['gateway', 'list', '--json']);
    expect(JSON.parse(stdout)).toMatchObject([{ name: 'studio', keyHint: 'cdef' }]);
  });

  it('was started in the tray by that command, with Chromium’s sandbox where this system has one', async () => {
    const main = await until('the program', mainProcess);
    tray = await waitForTrayItem(session, main.pid);
    expect((await readTrayItem(session, tray)).id).not.toBe('');
    const noSandbox = process.env['TASKBELL_NO_SANDBOX'] === '1';
    expect(processesOfProgram().some(({ line }) => line.includes('--no-sandbox'))).toBe(noSandbox);
    expect(statSync('/opt/Taskbell/chrome-sandbox').uid).toBe(0);
    expect(hasPage()).toBe(false);
  });

  it('watches a task that the command line hands it, and shows it in the tray', async () => {
    gateway.script(boatId, [times(2, running(0.42, boat)), succeeded(boat)]);
    const added = await taskbell(['gateway', 'add', 'second', '--url', gateway.url, '--key-stdin'], {
      input: gateway.key,
    });
    expect(added).toMatchObject({ code: 0, stderr: '' });
    await taskbell(['watch', boatId, '--gateway', 'second']);
    const menu = await waitForMenu(session, tray, 'the running task', (entries) =>
      entries.some(({ label }) => label.includes('A paper boat & a <light') && label.includes('%')),
    );
    expect(menuText(menu)).toContain('Quit Taskbell');
    await taskbell(['check', boatId]);
    await taskbell(['check', boatId]);
  });

  it('tells of its end once, and opens its window on a click', async () => {
    const ready = await waitForNotification('ready', ({ body }) => body.includes('paper boat'));
    expect(ready).toMatchObject({
      appName: 'Taskbell',
      summary: 'Video ready',
      desktopEntry: 'io.github.taskbell.Taskbell',
    });
    await clickNotification(session, ready);
    await until('the window', hasPage);
  });

  it('waits for a task in a script, and tells a failure with its exit code', async () => {
    gateway.script(crowdId, [failed('The prompt was rejected', crowd)]);
    const waited = await taskbell(['wait', crowdId]).then(async ({ code }) => {
      // A task that nobody watches is not waited for.
      expect(code).not.toBe(0);
      await taskbell(['watch', crowdId, '--gateway', 'second']);
      return taskbell(['wait', crowdId]);
    });
    expect(waited.code).toBe(1);
    expect(await listed()).toHaveLength(3);
  });

  it('has the demo with its video, which the command line begins, waits for, saves and removes', async () => {
    expect(await taskbell(['demo'])).toMatchObject({ code: 0, stderr: '' });
    const [boatOfDemo] = ((await listed()) as { remoteId: string }[]).filter(({ remoteId }) =>
      remoteId.startsWith('demo-ready-'),
    );
    const saved = await taskbell(['wait', boatOfDemo?.remoteId ?? '', '--save', homedir()]);
    expect(saved).toMatchObject({ code: 0, stderr: '' });
    expect(statSync(saved.stdout.trim().split('\n').at(-1) ?? '').size).toBeGreaterThan(10_000);
    expect((await taskbell(['gateway', 'remove', 'Demo'])).code).toBe(0);
    expect(await listed()).toHaveLength(3);
  });

  it('finds everything after a restart, tells nothing twice, and quits from the tray', async () => {
    await clickMenuEntry(session, tray, 'Quit Taskbell');
    await until('the program to be gone', () => mainProcess() === null);
    expect(await listed()).toHaveLength(3);
    const told = (await receivedNotifications()).filter(({ body }) => body.includes('A paper boat'));
    expect(told).toHaveLength(1);
    const again = await until('the program', mainProcess);
    await clickMenuEntry(session, await waitForTrayItem(session, again.pid), 'Quit Taskbell');
    await until('the program to be gone', () => mainProcess() === null);
  });
});
