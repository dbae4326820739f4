import keytar from 'keytar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSession, type DesktopSession } from '../desktop/desktop-session.ts';
import { receivedNotifications } from '../desktop/received-notifications.ts';
import { waitForTrayItem } from '../desktop/tray-item.ts';
import { menuText, waitForMenu } from '../desktop/tray-menu.ts';
import { until } from '../desktop/until.ts';
import { createGateway, type TestGateway } from '../gateway/gateway.ts';
import { failed, running, succeeded } from '../gateway/replies.ts';
import { times } from '../gateway/script.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

const key = 'sk-killed-0123456789abcdef';
const prompts = ['Kite over dunes', 'Lantern parade', 'Glass frog', 'Night train'] as const;
const idOf = (index: number): string => `sora-2:task_01k6x15vhrff09dkkqjrzwhn${String(10 + index)}`;

let session: DesktopSession;
let gateway: TestGateway;
let home: TaskbellHome;
let app: RunningApp;

beforeAll(async () => {
  session = openSession();
  gateway = await createGateway({ key });
  home = createTaskbellHome();
  app = await home.launch('--hidden');
});
afterAll(async () => {
  await app.quit();
  await gateway.close();
  home.remove();
  session.close();
});

const told = async (prompt: string): Promise<number> =>
  (await receivedNotifications()).filter(({ body }) => body.includes(prompt)).length;

const listed = async (): Promise<ReadonlyMap<string, string>> => {
  const { stdout } = await home.command(['list', '--json']);
  const tasks = JSON.parse(stdout) as { remoteId: string; phase: string }[];
  return new Map(tasks.map(({ remoteId, phase }) => [remoteId, phase]));
};

/** Other tests leave keys of their own on the same desktop. */
const entriesWithKey = async (): Promise<number> =>
  (await keytar.findCredentials('Taskbell')).filter(({ password }) => password === key).length;

/** The tests of this file are one story. */
describe('Taskbell that is killed with signal 9 in the middle of its work', () => {
  it('has told of one task by then, and watches three', async () => {
    const [kite, lantern, frog, train] = prompts.map((prompt) => ({ prompt, model: 'sora-2' }));
    await home.command(['gateway', 'add', 'Studio', '--url', gateway.url, '--key-stdin'], `${key}\n`);
    gateway.script(idOf(0), [running(0.5, kite), succeeded(kite)]);
    gateway.script(idOf(1), [running(0.4, lantern), times(300, running(0.4, lantern))]);
    gateway.script(idOf(2), [running(0.3, frog), times(300, running(0.3, frog))]);
    gateway.script(idOf(3), [running(0.2, train), times(300, running(0.2, train))]);
    await home.command(['watch', ...prompts.map((_, index) => idOf(index))]);
    await until('a first answer', async () => (await listed()).get(idOf(0)) === 'running');
    await home.command(['check', idOf(0)]);
    await until('the first to be told', async () => (await told(prompts[0])) === 1);
    await app.kill();
    expect(await entriesWithKey()).toBe(1);
  });

  it('has all of them again after a start, with what it knew of each', async () => {
    const [, lantern, frog, train] = prompts.map((prompt) => ({ prompt, model: 'sora-2' }));
    gateway.script(idOf(1), [succeeded(lantern)]);
    gateway.script(idOf(2), [failed('upstream error', frog)]);
    gateway.script(idOf(3), [times(300, running(0.9, train))]);
    app = await home.launch('--hidden');
    await until('what ended meanwhile to be in the list', async () => {
      const phases = await listed();
      return phases.get(idOf(1)) === 'succeeded' && phases.get(idOf(2)) === 'failed';
    });
    expect([...(await listed())].sort()).toEqual([
      [idOf(0), 'succeeded'],
      [idOf(1), 'succeeded'],
      [idOf(2), 'failed'],
      [idOf(3), 'running'],
    ]);
  });

  it('shows them in the tray', async () => {
    const tray = await waitForTrayItem(session, app.processId);
    const menu = await waitForMenu(session, tray, 'the running task', (entries) =>
      entries.some(({ label }) => label.includes('Night train')),
    );
    expect(menuText(menu)).toContain('Glass frog');
  });

  it('tells of what ended meanwhile, once, and of nothing twice', async () => {
    await until('the endings to be told', async () => (await told(prompts[1])) === 1);
    await until('the endings to be told', async () => (await told(prompts[2])) === 1);
    expect(await told(prompts[0])).toBe(1);
    expect(await told(prompts[3])).toBe(0);
  });

  it('has left the keyring as it was', async () => {
    expect(await entriesWithKey()).toBe(1);
    expect(gateway.requestsFor(idOf(3)).at(-1)?.headers['authorization']).toBe(`Bearer ${key}`);
  });
});
