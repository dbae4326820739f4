import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSession, type DesktopSession } from '../desktop/desktop-session.ts';
import {
  pressNotificationButton,
  receivedNotifications,
  type ReceivedNotification,
  setDoNotDisturb,
  shownNotifications,
  waitForNotification,
} from '../desktop/received-notifications.ts';
import { startDesktopWithout, type ThrowAwayDesktop } from '../desktop/throw-away-desktop.ts';
import { until } from '../desktop/until.ts';
import { createGateway, type TestGateway } from '../gateway/gateway.ts';
import { failed, running, succeeded } from '../gateway/replies.ts';
import type { Scripted } from '../gateway/script.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

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
  const added = await home.command(
    ['gateway', 'add', 'Studio', '--url', gateway.url, '--key-stdin'],
    gateway.key,
  );
  expect(added).toMatchObject({ code: 0 });
});

afterAll(async () => {
  await app.quit();
  await gateway.close();
  home.remove();
  session.close();
  await desktop.end();
});

const received = (): Promise<readonly ReceivedNotification[]> => receivedNotifications(desktop.environment);

const notified = (
  what: string,
  isWanted: (notification: ReceivedNotification) => boolean,
): Promise<ReceivedNotification> => waitForNotification(what, isWanted, desktop.environment);

const press = (text: string): Promise<void> => pressNotificationButton(session, text, desktop.environment);

/** For looking at; only when a folder for pictures is named. */
const takePicture = async (name: string): Promise<void> => {
  const folder = process.env['TASKBELL_PICTURES'];
  if (folder === undefined) return;
  // The service draws what it has just been told a moment later.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const png = await app.electron.evaluate(async ({ desktopCapturer, screen }) => {
    const { size } = screen.getPrimaryDisplay();
    const [source] = await desktopCapturer.getSources({ types: ['screen'], thumbnailSize: size });
    return source?.thumbnail.toPNG().toString('base64') ?? '';
  });
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, `${name}.png`), Buffer.from(png, 'base64'));
};

interface Listed {
  readonly remoteId: string;
  readonly phase: string;
}

/** Watches tasks until they run, and then lets each end as its script says. */
const runThenEnd = async (scripts: Readonly<Record<string, readonly Scripted[]>>): Promise<void> => {
  const ids = Object.keys(scripts);
  for (const id of ids) gateway.script(id, [running(0.5)]);
  expect(await home.command(['watch', ...ids])).toMatchObject({ code: 0 });
  await until('all to run', async () => {
    const listed = JSON.parse((await home.command(['list', '--json'])).stdout) as readonly Listed[];
    return ids.every((id) => listed.find(({ remoteId }) => remoteId === id)?.phase === 'running');
  });
  for (const id of ids) gateway.script(id, scripts[id] ?? []);
  await home.command(['check']);
};

const summaries = async (): Promise<readonly string[]> =>
  (await received()).filter(({ appName }) => appName === 'Taskbell').map(({ summary }) => summary);

it('a button of a real notification copies the link', async () => {
  await runThenEnd({ task_boat_1: [succeeded({ prompt: 'Paper boat & a <lighthouse>' })] });
  await notified('ready', ({ summary }) => summary === 'Video ready');
  await takePicture('ready');
  await press('Copy link');
  await until('the link on the clipboard', async () =>
    (await app.electron.evaluate(({ clipboard }) => clipboard.readText())).startsWith('http'),
  );
});

it('a failure offers to check again, and what comes of that takes its place', async () => {
  await runThenEnd({
    task_pier_1: [
      failed('upstream error', { prompt: 'Fishing pier' }),
      succeeded({ prompt: 'Fishing pier' }),
    ],
  });
  await notified('failed', ({ summary }) => summary === 'Video failed');
  await takePicture('failed');
  await press('Check again');
  await notified(
    'ready after all',
    ({ summary, body }) => summary === 'Video ready' && body === 'Fishing pier',
  );
  // Beside the one of the boat.
  expect(await shownNotifications(session)).toBe(2);
});

it('a crowd of endings is one notification on the screen, that counts them all', async () => {
  // What was told right before would be part of it.
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  const before = (await summaries()).length;
  const prompts = ['Snow leopard', 'Neon koi', 'Crowd scene', 'Paper lanterns', 'Train over the sea'];
  await runThenEnd(
    Object.fromEntries(
      prompts.map((prompt, at) => [
        `task_crowd_${String(at)}`,
        [at === 2 ? failed('Rejected', { prompt }) : succeeded({ prompt })],
      ]),
    ),
  );
  const told = await notified('a digest', ({ summary }) => summary.startsWith('5 videos ended'));
  expect(told.summary).toBe('5 videos ended: 4 ready, 1 failed');
  for (const prompt of prompts) expect(told.body).toContain(prompt);
  await takePicture('digest');
  // Beside those of the boat and the pier.
  expect(await shownNotifications(session)).toBe(3);
  expect((await summaries()).length - before).toBeLessThanOrEqual(5);
});

it('the do-not-disturb of the desktop holds news back, and it comes afterwards', async () => {
  await setDoNotDisturb(session, true);
  await until('quiet', async () => (await home.command(['quiet'])).stdout.includes('do-not-disturb is on'));
  await runThenEnd({ task_night_1: [succeeded({ prompt: 'Night train' })] });
  expect(await home.command(['wait', 'task_night_1', '--timeout', '30'])).toMatchObject({ code: 0 });
  const told = async (): Promise<boolean> =>
    (await received()).some(({ body }) => body.includes('Night train'));
  expect(await told()).toBe(false);
  await setDoNotDisturb(session, false);
  await until('the news', told);
});

it('quiet that was asked for holds news back until it is ended, over a restart', async () => {
  expect((await home.command(['quiet', '2-hours'])).stdout).toMatch(/^Quiet until .*\d\d:\d\d\.\n$/);
  await runThenEnd({
    task_held_1: [succeeded({ prompt: 'Held 1' })],
    task_held_2: [succeeded({ prompt: 'Held 2' })],
  });
  expect(await home.command(['wait', 'task_held_1', 'task_held_2', '--timeout', '30'])).toMatchObject({
    code: 0,
  });
  await app.quit();
  app = await home.launch('--hidden');
  expect((await home.command(['quiet'])).stdout).toMatch(/^Quiet until/);
  const told = async () => (await received()).find(({ body }) => body.includes('Held 1')) ?? null;
  expect(await told()).toBeNull();
  expect((await home.command(['quiet', 'off'])).stdout).toBe('Notifications come as usual.\n');
  expect((await until('the digest', told)).summary).toBe('While it was quiet: 2 ready');
  await takePicture('quiet-digest');
});

it('a muted task is not told of', async () => {
  gateway.script('task_muted_1', [running(0.5)]);
  expect(await home.command(['watch', 'task_muted_1'])).toMatchObject({ code: 0 });
  expect((await home.command(['mute', 'task_muted_1'])).stdout).toMatch(/^No notifications of/);
  await runThenEnd({ task_muted_1: [succeeded({ prompt: 'Muted' })] });
  expect(await home.command(['wait', 'task_muted_1', '--timeout', '40'])).toMatchObject({ code: 0 });
  expect((await received()).some(({ body }) => body.includes('Muted'))).toBe(false);
});
