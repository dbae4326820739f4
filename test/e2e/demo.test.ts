import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForNotification } from '../desktop/received-notifications.ts';
import { openSession, type DesktopSession } from '../desktop/desktop-session.ts';
import { waitForTrayItem } from '../desktop/tray-item.ts';
import { waitForMenu } from '../desktop/tray-menu.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

let session: DesktopSession;
let home: TaskbellHome;
let app: RunningApp;
let window: Page;

beforeAll(async () => {
  session = openSession();
  home = createTaskbellHome();
  app = await home.launch();
  window = await app.window();
});

afterAll(async () => {
  await app.quit();
  home.remove();
  session.close();
});

const row = (title: string) => window.getByRole('option').filter({ hasText: title });
const button = (name: string) => window.getByRole('button', { name, exact: true });
const demoUrl = async (): Promise<string> => {
  const { stdout } = await home.command(['gateway', 'list', '--json']);
  return (JSON.parse(stdout) as { url: string }[])[0]?.url ?? '';
};

/** Whether anything on this computer takes a connection there. */
const answers = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
  });

/** The tests of this file are one story; each goes on where the one before ended. */
describe('someone who has no gateway yet', () => {
  it('tries the demo with the keyboard alone, and sees its tasks at once', async () => {
    await button('Try the demo').focus();
    await window.keyboard.press('Enter');
    await row('Demo: a long video, which takes five minutes').waitFor();
    await window.getByText('This is the demo: its tasks are made up').waitFor();
    expect(await window.getByRole('option').count()).toBe(4);
    const tray = await waitForTrayItem(session, app.processId);
    await waitForMenu(session, tray, 'a demo task', (entries) =>
      entries.some(({ label }) => label.includes('Demo: ')),
    );
  });

  it('leaves no key anywhere', async () => {
    expect(await home.command(['gateway', 'list'])).toMatchObject({ code: 0 });
    expect((await home.command(['gateway', 'list', '--json'])).stdout).toContain('"keyHint": null');
  });

  it('is told of the one that fails and of the one that is ready', async () => {
    await app.lookAway();
    // Other tests have told of tasks on the same desktop.
    const told = (title: string) => waitForNotification(title, ({ body }) => body.includes(title));
    expect((await told('Demo: a video that the gateway refuses')).summary).toBe('Video failed');
    expect((await told('Demo: a paper boat')).summary).toBe('Video ready');
  });

  it('plays its video in the window, and saves it', async () => {
    await row('Demo: a paper boat').click();
    await button('Play here').click();
    await window.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0);
    const { stdout } = await home.command(['list', '--json']);
    const boat = (JSON.parse(stdout) as { id: string; title: string }[]).find(({ title }) =>
      title.includes('paper boat'),
    );
    const saved = await home.command(['save', boat?.id ?? '']);
    expect(saved).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(saved.stdout.trim())).toBe(true);
    expect(saved.stdout.trim()).toMatch(/\.webm$/);
  });

  it('is asked for a gateway when an id of a real task is pasted', async () => {
    const box = window.getByLabel('Task ids or links to watch');
    await box.fill('sora-2:task_01k6x15vhrff09dkkqjrzwhm60');
    await box.press('Enter');
    await window.getByText('Add a gateway first').waitFor();
    await box.fill('');
  });

  it('finds it as it was after a restart', async () => {
    const before = await demoUrl();
    await app.quit();
    expect(await answers(before)).toBe(false);
    app = await home.launch();
    window = await app.window();
    await row('Demo: a paper boat').getByText('Ready').waitFor();
    expect(await demoUrl()).toBe(before);
    await row('Demo: a paper boat').click();
    await button('Play here').click();
    await window.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0);
  });

  it('removes it with one click, after which nothing answers any more, and starts it again with another', async () => {
    const before = await demoUrl();
    await button('Remove the demo').click();
    await button('Try the demo').waitFor();
    expect(await answers(before)).toBe(false);
    await button('Start it again').click();
    await row('Demo: a long video').waitFor();
  });

  it('removes it on the command line, and begins it there', async () => {
    expect(await home.command(['gateway', 'remove', 'Demo'])).toMatchObject({ code: 0, stderr: '' });
    await button('Try the demo').waitFor();
    const begun = await home.command(['demo']);
    expect(begun).toMatchObject({ code: 0, stderr: '' });
    expect(begun.stdout).toContain('Four demo tasks are being watched.');
    expect((await home.command(['demo'])).stdout).toContain('running already');
    await row('Demo: a long video').waitFor();
  });

  it('cannot change it in the settings, but remove it there', async () => {
    await button('Settings').click();
    const card = window.getByRole('listitem').filter({ hasText: '127.0.0.1' });
    await card.getByRole('button', { name: 'Remove Demo' }).waitFor();
    expect(await card.getByRole('button', { name: 'Edit Demo' }).count()).toBe(0);
  });
});
