import type { Page } from 'playwright';
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
import { failed, queued, running, succeeded } from '../gateway/replies.ts';
import { times } from '../gateway/script.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

const boat = { prompt: 'A paper boat & a <lighthouse>', model: 'sora-2' };
const crowd = { prompt: 'Crowd scene, stadium, night', model: 'sora-2' };
const pier = { prompt: 'Fishing pier in fog', model: 'sora-2' };
const boatId = 'sora-2:task_01k6x15vhrff09dkkqjrzwhm60';
const crowdId = 'sora-2:task_01k6x15vhrff09dkkqjrzwhm61';
const pierId = 'sora-2:task_01k6x15vhrff09dkkqjrzwhm62';

let session: DesktopSession;
let gateway: TestGateway;
let home: TaskbellHome;
let app: RunningApp;
let window: Page;
let tray: TrayAddress;

beforeAll(async () => {
  session = openSession();
  gateway = await createGateway();
  home = createTaskbellHome();
  app = await home.launch();
  window = await app.window();
  tray = await waitForTrayItem(session, app.processId);
});

afterAll(async () => {
  await app.quit();
  await gateway.close();
  home.remove();
  session.close();
});

const row = (title: string) => window.getByRole('option').filter({ hasText: title });

/** The tests of this file are one story; each goes on where the one before ended. */
describe('someone who has sent a video job', () => {
  it('adds the gateway in the window, with a test of its key before it is saved', async () => {
    await window.getByRole('button', { name: 'Add a gateway' }).click();
    await window.getByLabel('Name').fill('Studio');
    await window.getByLabel('Base URL').fill(gateway.url);
    await window.getByLabel('Key', { exact: true }).fill('sk-wrong-0123456789abcdef');
    await window.getByRole('button', { name: 'Test' }).click();
    await window.getByText('The gateway refused the key').waitFor();
    await window.getByLabel('Key', { exact: true }).fill(gateway.key);
    await window.getByRole('button', { name: 'Test' }).click();
    await window.getByText(/takes this key/).waitFor();
    await window.getByRole('button', { name: 'Save' }).click();
    await window.getByLabel('Task ids or links to watch').waitFor();
  });

  it('pastes an id and sees the task queued', async () => {
    gateway.script(boatId, [queued(boat), times(2, running(0.42, boat)), succeeded(boat)]);
    const box = window.getByLabel('Task ids or links to watch');
    await box.fill(boatId);
    await box.press('Enter');
    await row(boat.prompt).getByText('Queued').waitFor();
  });

  it('sees it run, in the window and in the tray, under its own title', async () => {
    await app.lookAway();
    await home.command(['check', boatId]);
    await row(boat.prompt).getByText('42%').waitFor();
    const menu = await waitForMenu(session, tray, 'the running task', (entries) =>
      entries.some(({ label }) => label.includes('A paper boat & a <light') && label.includes('%')),
    );
    expect(menuText(menu)).toContain('Quit Taskbell');
    expect((await readTrayItem(session, tray)).toolTip).toContain('1 running');
  });

  it('is told by the desktop when it is ready, with markup in the title made harmless', async () => {
    const ready = await waitForNotification('ready', ({ summary }) => summary === 'Video ready');
    expect(ready).toMatchObject({ appName: 'Taskbell', body: 'A paper boat &amp; a &lt;lighthouse&gt;' });
    await row(boat.prompt).getByText('Ready').waitFor();
  });

  it('comes to the task with a click on the notification, also when the window was closed', async () => {
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    // The first time, closing says that Taskbell goes on in the tray.
    await window.getByRole('button', { name: 'Keep watching' }).click();
    await until('the window to be hidden', () =>
      app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() === false),
    );
    const ready = await waitForNotification('ready', ({ summary }) => summary === 'Video ready');
    await clickNotification(session, ready);
    await window.getByRole('complementary', { name: 'Task details' }).getByText(boat.prompt).waitFor();
    expect(
      await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()),
    ).toBe(true);
  });

  it('is told of a failure, with the reason', async () => {
    await app.lookAway();
    gateway.script(crowdId, [running(0.1, crowd), failed('The prompt was rejected', crowd)]);
    const watched = await home.command(['watch', crowdId, '--gateway', 'studio']);
    expect(watched).toMatchObject({ code: 0, stderr: '' });
    await row(crowd.prompt).getByText('10%').waitFor();
    await home.command(['check', crowdId]);
    const told = await waitForNotification('failed', ({ summary }) => summary === 'Video failed');
    expect(told.body).toContain('Crowd scene, stadium, night');
    await row(crowd.prompt).getByText('Failed', { exact: true }).waitFor();
  });

  it('opens a finished task from the tray menu', async () => {
    await window.keyboard.press('Escape');
    await clickMenuEntry(session, tray, [/Failed · Crowd scene/, 'Show details']);
    await window.getByRole('complementary', { name: 'Task details' }).getByText(crowd.prompt).waitFor();
  });

  it('finds everything after a restart, and is told once of what ended in between', async () => {
    gateway.script(pierId, [times(1, running(0.8, pier)), succeeded(pier)]);
    await home.command(['watch', pierId]);
    await row(pier.prompt).getByText('80%').waitFor();
    await app.quit();
    const told = async (): Promise<number> =>
      (await receivedNotifications()).filter(({ body }) => body === pier.prompt).length;
    expect(await told()).toBe(0);

    app = await home.launch('--hidden');
    await until('the ending to be told', async () => (await told()) === 1);
    const { stdout } = await home.command(['list', '--json']);
    expect(
      (JSON.parse(stdout) as { title: string; phase: string }[]).map(({ title, phase }) => [title, phase]),
    ).toEqual(
      expect.arrayContaining([
        [boat.prompt, 'succeeded'],
        [crowd.prompt, 'failed'],
        [pier.prompt, 'succeeded'],
      ]),
    );
    expect(app.electron.windows()).toEqual([]);
    await app.quit();

    app = await home.launch();
    window = await app.window();
    await row(pier.prompt).getByText('Ready').waitFor();
    expect(await told()).toBe(1);
  });
});
