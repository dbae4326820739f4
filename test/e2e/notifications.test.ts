import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSession, type DesktopSession } from '../desktop/desktop-session.ts';
import {
  pressNotificationButton,
  receivedNotifications,
  setDoNotDisturb,
  shownNotifications,
  waitForNotification,
} from '../desktop/received-notifications.ts';
import { until } from '../desktop/until.ts';
import { createGateway, type TestGateway } from '../gateway/gateway.ts';
import { failed, running, succeeded } from '../gateway/replies.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

let session: DesktopSession;
let gateway: TestGateway;
let home: TaskbellHome;
let app: RunningApp;

beforeAll(async () => {
  session = openSession();
  gateway = await createGateway();
  home = createTaskbellHome();
  app = await home.launch('--hidden');
  const added = await home.command(['gateway', 'add', 'Studio', '--url', gateway.url, '--key-stdin'], gateway.key);
  expect(added).toMatchObject({ code: 0 });
});

afterAll(async () => {
  await app.quit();
  await gateway.close();
  home.remove();
  session.close();
});

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

const summaries = async (): Promise<readonly string[]> =>
  (await receivedNotifications())
    .filter(({ appName }) => appName === 'Taskbell')
    .map(({ summary }) => summary);

it('a button of a real notification copies the link', async () => {
  gateway.script('task_boat_1', [running(0.5), succeeded({ prompt: 'Paper boat & a <lighthouse>' })]);
  expect(await home.command(['watch', 'task_boat_1'])).toMatchObject({ code: 0 });
  await waitForNotification('ready', ({ summary }) => summary === 'Video ready');
  await takePicture('ready');
  await pressNotificationButton(session, 'Copy link');
  await until('the link on the clipboard', async () =>
    (await app.electron.evaluate(({ clipboard }) => clipboard.readText())).startsWith('http'),
  );
  await until('the notification to go', async () => (await shownNotifications(session)) === 0);
});

it('a failure offers to check again, and what comes of that takes its place', async () => {
  gateway.script('task_pier_1', [
    running(0.5),
    failed('upstream error', { prompt: 'Fishing pier' }),
    succeeded({ prompt: 'Fishing pier' }),
  ]);
  expect(await home.command(['watch', 'task_pier_1'])).toMatchObject({ code: 0 });
  await waitForNotification('failed', ({ summary }) => summary === 'Video failed');
  await takePicture('failed');
  await pressNotificationButton(session, 'Check again');
  await waitForNotification(
    'ready after all',
    ({ summary, body }) => summary === 'Video ready' && body === 'Fishing pier',
  );
  expect(await shownNotifications(session)).toBe(1);
});

it('a crowd of endings is one notification on the screen, that counts them all', async () => {
  const before = (await summaries()).length;
  const prompts = ['Snow leopard', 'Neon koi', 'Crowd scene', 'Paper lanterns', '雪山上的列车'];
  prompts.forEach((prompt, at) => gateway.script(`task_crowd_${String(at)}`, [running(0.9, { prompt })]));
  expect(
    await home.command(['watch', ...prompts.map((_prompt, at) => `task_crowd_${String(at)}`)]),
  ).toMatchObject({ code: 0 });
  await until('all to run', async () => {
    const { stdout } = await home.command(['list', '--json']);
    return (
      (JSON.parse(stdout) as { phase: string }[]).filter(({ phase }) => phase === 'running').length === 5
    );
  });
  prompts.forEach((prompt, at) =>
    gateway.script(`task_crowd_${String(at)}`, [
      at === 2 ? failed('Rejected', { prompt }) : succeeded({ prompt }),
    ]),
  );
  await home.command(['check']);
  const told = await waitForNotification('a digest', ({ summary }) => summary.startsWith('5 videos ended'));
  expect(told.summary).toBe('5 videos ended: 4 ready, 1 failed');
  for (const prompt of prompts) expect(told.body).toContain(prompt);
  await takePicture('digest');
  // The one of the pier is still there.
  expect(await shownNotifications(session)).toBe(2);
  expect((await summaries()).length - before).toBeLessThanOrEqual(5);
});

it('the do-not-disturb of the desktop holds news back, and it comes afterwards', async () => {
  await setDoNotDisturb(session, true);
  await until('quiet', async () => (await home.command(['quiet'])).stdout.includes('do-not-disturb is on'));
  gateway.script('task_night_1', [running(0.5), succeeded({ prompt: 'Night train' })]);
  expect(await home.command(['watch', 'task_night_1'])).toMatchObject({ code: 0 });
  expect(await home.command(['wait', 'task_night_1', '--timeout', '30'])).toMatchObject({ code: 0 });
  const told = async (): Promise<boolean> =>
    (await receivedNotifications()).some(({ body }) => body.includes('Night train'));
  expect(await told()).toBe(false);
  await setDoNotDisturb(session, false);
  await until('the news', told);
});

it('quiet that was asked for holds news back until it is ended, over a restart', async () => {
  expect((await home.command(['quiet', '2-hours'])).stdout).toMatch(/^Quiet until \d\d:\d\d/);
  for (const name of ['1', '2'])
    gateway.script(`task_held_${name}`, [running(0.5), succeeded({ prompt: `Held ${name}` })]);
  expect(await home.command(['watch', 'task_held_1', 'task_held_2'])).toMatchObject({ code: 0 });
  expect(await home.command(['wait', 'task_held_1', 'task_held_2', '--timeout', '30'])).toMatchObject({
    code: 0,
  });
  await app.quit();
  app = await home.launch('--hidden');
  expect((await home.command(['quiet'])).stdout).toMatch(/^Quiet until/);
  const told = async () =>
    (await receivedNotifications()).find(({ body }) => body.includes('Held 1')) ?? null;
  expect(await told()).toBeNull();
  expect((await home.command(['quiet', 'off'])).stdout).toBe('Notifications come as usual.\n');
  expect((await until('the digest', told)).summary).toBe('While it was quiet: 2 ready');
  await takePicture('quiet-digest');
});

it('a muted task is not told of', async () => {
  gateway.script('task_muted_1', [running(0.5), running(0.6), succeeded({ prompt: 'Muted' })]);
  expect(await home.command(['watch', 'task_muted_1'])).toMatchObject({ code: 0 });
  expect((await home.command(['mute', 'task_muted_1'])).stdout).toMatch(/^No notifications of/);
  expect(await home.command(['wait', 'task_muted_1', '--timeout', '40'])).toMatchObject({ code: 0 });
  expect((await receivedNotifications()).some(({ body }) => body.includes('Muted'))).toBe(false);
});
