import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../desktop/until.ts';
import { createGateway, type TestGateway } from '../gateway/gateway.ts';
import {
  aboutAnother,
  badGateway,
  broken,
  htmlPage,
  notExisting,
  rateLimited,
  redirect,
  reset,
  running,
  stall,
  succeeded,
  tooLarge,
  truncated,
} from '../gateway/replies.ts';
import type { Scripted } from '../gateway/script.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

interface Listed {
  readonly remoteId: string;
  readonly phase: string;
  readonly health: string;
  readonly progress: number | null;
}

let gateway: TestGateway;
let bystander: TestGateway;
let limiting: TestGateway;
let home: TaskbellHome;
let app: RunningApp;

beforeAll(async () => {
  [gateway, bystander, limiting] = await Promise.all([createGateway(), createGateway(), createGateway()]);
  home = createTaskbellHome();
  app = await home.launch('--hidden');
});

afterAll(async () => {
  await app.quit();
  await Promise.all([gateway.close(), bystander.close(), limiting.close()]);
  home.remove();
});

const add = async (name: string, url: string, key: string): Promise<void> => {
  expect(await home.command(['gateway', 'add', name, '--url', url, '--key-stdin'], key)).toMatchObject({
    code: 0,
  });
};

const listed = async (): Promise<ReadonlyMap<string, Listed>> => {
  const { stdout } = await home.command(['list', '--json']);
  return new Map((JSON.parse(stdout) as Listed[]).map((task) => [task.remoteId, task]));
};

const gatewayNames = async (): Promise<readonly string[]> => {
  const { stdout } = await home.command(['gateway', 'list', '--json']);
  return (JSON.parse(stdout) as { readonly name: string }[]).map(({ name }) => name);
};

/** A first good answer, so that there is something to lose, and then for ever the bad one. */
const bad: Readonly<Record<string, { readonly answer: Scripted; readonly health: string }>> = {
  task_html_page_1: { answer: htmlPage, health: 'unreadable' },
  task_truncated_1: { answer: truncated, health: 'unreadable' },
  task_too_large_1: { answer: tooLarge, health: 'unreadable' },
  task_redirect_1: { answer: () => redirect(`${bystander.url}/v1/videos/stolen_1`), health: 'unreadable' },
  task_other_body_1: { answer: aboutAnother('task_somebody_else_9'), health: 'unreadable' },
  task_unknown_1: { answer: notExisting, health: 'unreadable' },
  task_broken_500_1: { answer: broken, health: 'offline' },
  task_broken_502_1: { answer: badGateway, health: 'offline' },
  task_reset_1: { answer: reset, health: 'offline' },
  task_stalled_1: { answer: () => stall('nothing'), health: 'offline' },
};

it('bad answers change the health of their task only: no task is lost, nothing else stops, no key goes astray', async () => {
  await add('Odd', gateway.url, gateway.key);
  await add('Good', bystander.url, bystander.key);
  await add('Limiting', limiting.url, limiting.key);
  for (const [id, { answer }] of Object.entries(bad)) gateway.script(id, [running(0.4), answer]);
  bystander.script('task_bystander_1', [running(0.5)]);
  limiting.script('task_limited_1', [running(0.5), () => rateLimited('600')]);
  await home.command(['watch', ...Object.keys(bad), '--gateway', 'Odd']);
  await home.command(['watch', 'task_bystander_1', '--gateway', 'Good']);
  await home.command(['watch', 'task_limited_1', '--gateway', 'Limiting']);

  await until(
    'every task to show its trouble',
    async () => {
      // Someone who cannot wait: the schedule would ask a gateway with so many troubles seldom.
      await home.command(['check']);
      const tasks = await listed();
      return (
        tasks.get('task_limited_1')?.health === 'rate-limited' &&
        Object.entries(bad).every(([id, { health }]) => tasks.get(id)?.health === health)
      );
    },
    100_000,
  );
  const tasks = await listed();
  expect([...tasks.values()].filter(({ phase }) => phase !== 'running')).toEqual([]);
  expect(tasks.get('task_html_page_1')).toMatchObject({ progress: expect.closeTo(0.4) as number });
  expect(tasks.get('task_bystander_1')).toMatchObject({ health: 'fresh' });

  // The redirect led to the other gateway: it must not have been followed, with or without the key.
  expect(bystander.requestsFor('stolen_1')).toEqual([]);
  expect(limiting.requestsFor('task_limited_1')).toHaveLength(2);

  // What is good again is taken as if nothing had been.
  gateway.script('task_html_page_1', [succeeded()]);
  await home.command(['check', 'task_html_page_1']);
  expect(await home.command(['wait', 'task_html_page_1', '--timeout', '60'])).toMatchObject({ code: 0 });
}, 180_000);

it('a gateway that cannot be reached safely or at all is told apart by the sentence of its test', async () => {
  const silent = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  const sentences: readonly (readonly [string, string])[] = [
    [`https://127.0.0.1:${new URL(gateway.url).port}`, 'certificate could not be trusted'],
    ['https://no-such-host.invalid', 'host name is not known'],
    [`http://127.0.0.1:${String(port)}`, 'does not answer'],
    [`${gateway.url}/wrong/path`, 'Check the base URL'],
  ];
  for (const [index, [url, sentence]] of sentences.entries()) {
    const name = `Unreachable ${String(index)}`;
    await add(name, url, gateway.key);
    const tested = await home.command(['gateway', 'test', name]);
    expect(tested.code).toBe(1);
    expect(tested.stdout + tested.stderr).toContain(sentence);
  }
  silent.close();
});

it('what cannot be a gateway is refused with a sentence, and nothing is stored', async () => {
  const before = await gatewayNames();
  const refusals: readonly (readonly [string, string, string])[] = [
    ['not a url', gateway.key, 'This is not a URL'],
    ['ftp://files.example.com', gateway.key, 'Only https'],
    ['http://api.example.com', gateway.key, 'unencrypted'],
    ['https://me:secret@api.example.com', gateway.key, 'user name and password'],
    [gateway.url, '', 'key'],
    [gateway.url, 'two words', 'key cannot hold spaces'],
  ];
  for (const [url, key, sentence] of refusals) {
    const added = await home.command(['gateway', 'add', 'Refused', '--url', url, '--key-stdin'], key);
    expect(added.code).toBe(2);
    expect(added.stderr).toContain(sentence);
  }
  expect(await gatewayNames()).toEqual(before);
});
