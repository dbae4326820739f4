import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import keytar from 'keytar';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../desktop/until.ts';
import { createGateway, type TestGateway } from '../gateway/gateway.ts';
import { failed, forbidden, json, running } from '../gateway/replies.ts';
import { processTree } from './process-tree.ts';
import { recordedIpc, recordIpc } from './ipc-record.ts';
import {
  createTaskbellHome,
  type CommandOutcome,
  type RunningApp,
  type TaskbellHome,
} from './running-app.ts';

const key = 'tb-unmistakable-key-7f3a9c5e1b';
const secondKey = 'tb-second-unmistakable-2d4e6f8a';
const taskId = 'sora-2:task_01k6x15vhrff09dkkqjrzwhm70';
const troubledId = 'sora-2:task_01k6x15vhrff09dkkqjrzwhm71';

let gateway: TestGateway;
let home: TaskbellHome;
let app: RunningApp;

beforeAll(async () => {
  gateway = await createGateway({ key });
  home = createTaskbellHome();
  app = await home.launch('--hidden');
  await recordIpc(app.electron);
});

afterAll(async () => {
  await app.quit();
  await gateway.close();
  home.remove();
});

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);

const holdsKey = (text: string): boolean => text.includes(key) || text.includes(secondKey);

it('a key reaches the keychain and its gateway, and appears nowhere else', async () => {
  const outputs: CommandOutcome[] = [];
  const command = async (words: readonly string[], input?: string): Promise<CommandOutcome> => {
    const outcome = await home.command(words, input);
    outputs.push(outcome);
    return outcome;
  };

  // In through the command line, and another one through the window.
  expect(
    await command(['gateway', 'add', 'Studio', '--url', gateway.url, '--key-stdin'], `${key}\n`),
  ).toMatchObject({ code: 0 });
  await command(['gateway', 'list', '--json']);
  app.electron.evaluate(({ app: electron }) => electron.emit('activate')).catch(() => undefined);
  const window = await app.window();
  await window.getByRole('button', { name: 'Settings' }).click();
  await window.getByRole('button', { name: 'Add a gateway' }).click();
  await window.getByLabel('Name', { exact: true }).fill('Second');
  await window.getByLabel('Base URL').fill(gateway.url);
  await window.getByLabel('Key', { exact: true }).fill(secondKey);
  await window.getByRole('button', { name: 'Test', exact: true }).click();
  await window.getByText('The gateway refused the key').waitFor();
  await window.getByRole('button', { name: 'Save', exact: true }).click();
  await window.getByText('Second', { exact: true }).waitFor();

  // A gateway that repeats the key in what it says, and one that refuses it.
  gateway.script(taskId, [
    running(0.3, { prompt: `echo ${key}` }),
    failed(`upstream refused Bearer ${key} of ${key}`),
  ]);
  gateway.script(troubledId, [forbidden, () => json({ error: { message: `bad key ${key}` } }, 401)]);
  await command(['watch', taskId, '--gateway', 'Studio', '--json']);
  expect(await command(['wait', taskId, '--timeout', '40'])).toMatchObject({ code: 1 });
  await command(['watch', troubledId, '--gateway', 'Second']);
  await until('the second gateway to be refused', async () =>
    (await command(['gateway', 'list', '--json'])).stdout.includes('refused'),
  );
  await command(['show', taskId]);
  await command(['show', taskId, '--json']);
  await command(['gateway', 'test', 'Studio']);
  await window.getByRole('button', { name: 'Edit Second' }).click();

  // Where it should be: the keychain, and the header of requests to its own gateway.
  const kept = await keytar.findCredentials('Taskbell');
  expect(kept.map(({ password }) => password)).toEqual(expect.arrayContaining([key, secondKey]));
  expect(gateway.requestsFor(taskId)[0]?.headers['authorization']).toBe(`Bearer ${key}`);
  expect(gateway.requests.filter(({ path }) => holdsKey(path))).toEqual([]);

  // Where it must not be.
  const inputs = await window
    .locator('input')
    .evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value));
  expect(holdsKey(await window.content()) || holdsKey(inputs.join('\n'))).toBe(false);
  const traffic = await recordedIpc(app.electron);
  const channels = traffic.map((message) => message.slice(0, message.indexOf(' ')));
  expect(channels).toEqual(
    expect.arrayContaining(['watchlist:read', 'watchlist:patched', 'gateways:add', 'gateways:test']),
  );
  expect(traffic.filter(holdsKey)).toEqual([]);
  expect(outputs.filter(({ stdout, stderr }) => holdsKey(stdout) || holdsKey(stderr))).toEqual([]);
  const processes = processTree(app.processId);
  expect(processes.length).toBeGreaterThan(3);
  for (const id of processes) {
    for (const part of ['cmdline', 'environ']) {
      expect(holdsKey(readFileSync(`/proc/${String(id)}/${part}`, 'latin1'))).toBe(false);
    }
  }

  // The files last, once everything is written out.
  await app.quit();
  const files = filesBelow(home.folder);
  expect(files.some((path) => path.endsWith('taskbell.sqlite'))).toBe(true);
  const found = files.filter((path) => {
    const bytes = readFileSync(path);
    return [key, secondKey].some((one) => bytes.includes(one) || bytes.includes(Buffer.from(one, 'utf16le')));
  });
  expect(found).toEqual([]);
  for (const { account, password } of kept) {
    if (holdsKey(password)) await keytar.deletePassword('Taskbell', account);
  }
});
