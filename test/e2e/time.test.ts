import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DoctorGateway, DoctorReport, ListedTask } from '../../electron/cli/control-contract.ts';
import { receivedNotifications, type ReceivedNotification } from '../desktop/received-notifications.ts';
import { until } from '../desktop/until.ts';
import { createGateway, type TestGateway } from '../gateway/gateway.ts';
import { queued, rateLimited, running, succeeded } from '../gateway/replies.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

const secondMs = 1000;
const slowly = 4 * 60 * secondMs;

let gateway: TestGateway;
let home: TaskbellHome;
let app: RunningApp;

beforeEach(async () => {
  gateway = await createGateway();
  home = createTaskbellHome();
  app = await home.launch('--hidden');
  const added = await home.command(
    ['gateway', 'add', 'Studio', '--url', gateway.url, '--key-stdin', '--rate', '10'],
    gateway.key,
  );
  expect(added).toMatchObject({ code: 0, stderr: '' });
}, slowly);

afterEach(async () => {
  await app.quit();
  await gateway.close();
  home.remove();
}, slowly);

const listed = async (): Promise<readonly ListedTask[]> => {
  const { code, stdout, stderr } = await home.command(['list', '--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as readonly ListedTask[];
};

const report = async (): Promise<DoctorReport> => {
  const { code, stdout, stderr } = await home.command(['doctor', '--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as DoctorReport;
};

const studio = async (): Promise<DoctorGateway> => {
  const found = (await report()).gateways.find(({ name }) => name === 'Studio');
  if (found === undefined) throw new Error('The gateway is gone.');
  return found;
};

/** Tasks whose ids and titles no other test uses. */
const tasksOf = (name: string, count: number) =>
  Array.from({ length: count }, (_, place) => ({
    id: `sora-2:task_${name}${String(place)}`,
    about: { prompt: `${name} ${String(place)}`, model: 'sora-2' },
  }));

/** Watches them and waits until each is known to run. */
const watchRunning = async (tasks: ReturnType<typeof tasksOf>): Promise<void> => {
  for (const { id, about } of tasks) gateway.script(id, [running(0.2, about)]);
  expect(await home.command(['watch', ...tasks.map(({ id }) => id)])).toMatchObject({ code: 0 });
  await until(
    'all tasks to run',
    async () => (await listed()).filter(({ progress }) => progress === 0.2).length === tasks.length,
    60 * secondMs,
  );
};

/** What the desktop was told of tasks with this name. */
const toldOf = async (name: string): Promise<readonly ReceivedNotification[]> =>
  (await receivedNotifications()).filter(({ body }) => body.includes(`${name} `));

/** The one digest; a second notice has some seconds to come, and must not. */
const expectOneDigest = async (name: string, ready: number): Promise<void> => {
  await until('a notice', async () => (await toldOf(name)).length > 0, 120 * secondMs);
  await until(
    'all endings to be known',
    async () => (await listed()).filter(({ phase }) => phase === 'succeeded').length === ready,
    60 * secondMs,
  );
  await pause(10 * secondMs);
  const told = await toldOf(name);
  expect(told.map(({ summary }) => summary)).toEqual([`While you were away: ${String(ready)} ready`]);
};

describe('a gateway that is cut off and comes back', () => {
  it(
    'is said not to answer and is asked little, the last state stays, and what ended meanwhile is told at once',
    async () => {
      const tasks = tasksOf('Outage', 4);
      await watchRunning(tasks);
      const { port } = new URL(gateway.url);
      const before = gateway;
      await gateway.close();

      await until(
        'the gateway to be in trouble',
        async () => (await studio()).trouble !== null,
        90 * secondMs,
      );
      expect((await studio()).trouble).toBe('unreachable');
      // Someone who is impatient makes it no worse.
      expect(await home.command(['check'])).toMatchObject({ code: 0 });
      await pause(10 * secondMs);
      expect((await listed()).map(({ phase, progress }) => [phase, progress])).toEqual(
        tasks.map(() => ['running', 0.2]),
      );
      const askedInVain =
        (await report()).requestsLastMinute -
        before.requests.filter(({ at }) => at > Date.now() - 60 * secondMs).length;
      expect(askedInVain).toBeLessThanOrEqual(10);

      gateway = await createGateway({ port: Number(port) });
      const [last, ...ended] = tasks;
      for (const { id, about } of ended) gateway.script(id, [succeeded(about)]);
      if (last !== undefined) gateway.script(last.id, [running(0.9, last.about)]);
      await expectOneDigest('Outage', 3);
      expect((await studio()).trouble).toBeNull();
      expect((await listed()).find(({ phase }) => phase === 'running')).toMatchObject({ progress: 0.9 });
    },
    slowly,
  );
});

describe('a machine that sleeps', () => {
  it(
    'is noticed when the process goes on: everything is checked soon, and one digest tells of it',
    async () => {
      const tasks = tasksOf('Slept', 3);
      await watchRunning(tasks);
      process.kill(app.processId, 'SIGSTOP');
      try {
        for (const { id, about } of tasks) gateway.script(id, [succeeded(about)]);
        await pause(25 * secondMs);
      } finally {
        process.kill(app.processId, 'SIGCONT');
      }
      const goesOnAt = Date.now();
      const isChecked = ({ id }: { readonly id: string }): boolean =>
        gateway.requestsFor(id).some(({ at }) => at >= goesOnAt);
      await until('all to be checked', () => tasks.every(isChecked), 30 * secondMs);
      await expectOneDigest('Slept', 3);
    },
    slowly,
  );
});

describe('a gateway that asks to wait', () => {
  it(
    'is left alone for so long, also after "check" and over a restart, and it is said when it goes on',
    async () => {
      const waitMs = 60 * secondMs;
      const [first, second] = tasksOf('Waits', 2);
      if (first === undefined || second === undefined) throw new Error('There are two tasks.');
      await watchRunning([first, second]);
      for (const { id } of [first, second])
        gateway.script(id, [() => rateLimited(String(waitMs / secondMs))]);
      await home.command(['check']);
      await until('the wait', async () => (await studio()).waitingUntil !== null, 60 * secondMs);
      const known = gateway.requests.length;
      const askedAt = gateway.requests.at(-1)?.at ?? 0;
      for (const { id, about } of [first, second]) gateway.script(id, [queued(about)]);

      const expectWaiting = async (): Promise<void> => {
        const { trouble, waitReason, waitingUntil } = await studio();
        expect({ trouble, waitReason }).toEqual({ trouble: 'rate-limited', waitReason: 'gateway-asked' });
        expect(Math.abs((waitingUntil ?? 0) - askedAt - waitMs)).toBeLessThan(10 * secondMs);
        expect((await home.command(['show', first.id])).stdout).toMatch(
          /Next check +waiting for the gateway/,
        );
      };
      await expectWaiting();
      await home.command(['check']);
      await home.command(['check', first.id]);
      await app.quit();
      app = await home.launch('--hidden');
      await home.command(['check']);
      // On a very slow machine the wait may be over by now; then there is nothing left to see of it.
      if (Date.now() < askedAt + waitMs - 10 * secondMs) await expectWaiting();

      await until('another request', () => gateway.requests.length > known, waitMs + 60 * secondMs);
      const [next] = gateway.requests.slice(known);
      expect((next?.at ?? 0) - askedAt).toBeGreaterThanOrEqual(waitMs - secondMs);
      await until('the wait to be over', async () => (await studio()).trouble === null, 30 * secondMs);
    },
    slowly,
  );
});
