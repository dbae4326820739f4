import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../desktop/until.ts';
import { createGateway, type TestGateway } from '../gateway/gateway.ts';
import { failed, running, succeeded, type Replier } from '../gateway/replies.ts';
import { createPushServices, type PushServices } from '../push-services/push-services.ts';
import { tokens } from '../push-services/spoken-services.ts';
import { recordedIpc, recordIpc } from './ipc-record.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

let gateway: TestGateway;
let services: PushServices;
let home: TaskbellHome;
let app: RunningApp;

beforeAll(async () => {
  gateway = await createGateway();
  services = await createPushServices();
  home = createTaskbellHome();
  app = await home.launch();
  await recordIpc(app.electron);
  await home.command(['gateway', 'add', 'Studio', '--url', gateway.url, '--key-stdin'], gateway.key);
});

afterAll(async () => {
  await app.quit();
  await gateway.close();
  await services.close();
  home.remove();
});

/** Watches a task that runs, and then ends as told. */
const endWith = async (remoteId: string, ending: Replier): Promise<void> => {
  gateway.script(remoteId, [running(0.5)]);
  await home.command(['watch', remoteId]);
  const listed = async (): Promise<{ readonly id: string; readonly phase: string } | null> => {
    const { stdout } = await home.command(['list', '--json']);
    const tasks = JSON.parse(stdout) as readonly { id: string; remoteId: string; phase: string }[];
    return tasks.find((task) => task.remoteId === remoteId) ?? null;
  };
  await until(`${remoteId} to run`, async () => (await listed())?.phase === 'running');
  gateway.script(remoteId, [ending]);
  await home.command(['check', (await listed())?.id ?? '']);
};

it('a target added by keyboard hears of an ending, and its token stays in the keychain', async () => {
  const window = await app.window();
  const { keyboard } = window;
  await window.getByRole('button', { name: 'Settings' }).focus();
  await keyboard.press('Enter');
  await window.getByRole('button', { name: 'Add a phone or chat' }).focus();
  await keyboard.press('Enter');
  await keyboard.type('Team chat');
  await keyboard.press('Tab');
  // Typing the beginning of an option chooses it.
  await keyboard.type('Telegram');
  const fields = services.fields('telegram');
  await window.getByLabel('Server').fill(fields.address);
  await window.getByLabel('Bot token').focus();
  await keyboard.type(fields.token);
  await keyboard.press('Tab');
  await keyboard.type(fields.channel);
  await keyboard.press('Enter');
  await window.getByText('Nothing has been sent yet.').waitFor();
  expect(await window.evaluate(() => document.activeElement?.textContent.trim())).toBe('Add a phone or chat');

  const test = window.getByRole('button', { name: 'Test Team chat' });
  await test.focus();
  await keyboard.press('Enter');
  await window.getByText('The message was taken.').waitFor();
  expect(services.taken.map(({ text }) => text)).toEqual([expect.stringMatching(/^Taskbell can/)]);

  await endWith('task_push', succeeded({ prompt: 'A "paper" boat' }));
  await until('the message', () => services.taken.length > 1);
  expect(services.taken[1]?.text).toBe('Video ready\nA "paper" boat');
  await window.getByText(/^Last message delivered /).waitFor();

  services.limit('telegram', true);
  await endWith('task_late', failed('out of credit'));
  await window.getByText(/^Last message not delivered: .*1 message still to be delivered\.$/).waitFor();
  expect((await home.command(['push', 'list'])).stdout).toContain('takes no more messages for now');
  services.limit('telegram', false);
  await until('the message that was late', () => services.taken.length > 2);
  expect(services.taken[2]?.text).toMatch(/^Video failed\n/);
  expect(services.complaints).toEqual([]);

  // The token went in, and came out to its own address alone.
  const traffic = await recordedIpc(app.electron);
  expect(traffic.some((message) => message.startsWith('push:save '))).toBe(true);
  expect(traffic.filter((message) => message.includes(tokens.telegram))).toEqual([]);
  expect(await window.content()).not.toContain(tokens.telegram);
  const files = readdirSync(home.folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(home.folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
  expect(files.filter((path) => readFileSync(path).includes(tokens.telegram))).toEqual([]);
  expect(await home.command(['push', 'remove', 'Team chat'])).toMatchObject({ code: 0 });
  await window.getByText('Team chat').waitFor({ state: 'detached' });
});

it('the command line adds, tests and lists a target', async () => {
  const { address } = services.fields('slack');
  const added = await home.command(
    ['push', 'add', 'Slack', '--service', 'slack', '--token-stdin'],
    `${address}\n`,
  );
  expect(added).toMatchObject({ code: 0, stdout: 'Added Slack\n' });
  expect((await home.command(['push', 'test', 'Slack'])).stdout).toContain('The message was taken.');
  const listed = await home.command(['push', 'list', '--json']);
  expect(listed.stdout).toContain('"name": "Slack"');
  expect(listed.stdout).not.toContain(tokens.slack);
});
