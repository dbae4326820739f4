import { spawn } from 'node:child_process';
import { once as onceEmitted } from 'node:events';
import { get, type IncomingHttpHeaders } from 'node:http';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reading } from '../../electron/core/dialect.ts';
import { relay } from '../../electron/dialects/relay.ts';
import { asked } from '../dialects/relay-answers.ts';
import { demoTasks } from './demo.ts';
import { createGateway, type TestGateway } from './gateway.ts';
import * as replies from './replies.ts';
import { createPlayer, during, once, times } from './script.ts';

const id = 'sora-2:task_1';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let gateway: TestGateway;
let time = 0;

beforeEach(async () => {
  time = 1_767_323_045_000;
  gateway = await createGateway({ now: () => time });
});
afterEach(() => gateway.close());

const ask = (remoteId = id, key = gateway.key): Promise<Answer> => {
  const { url, headers } = relay.request({ baseUrl: gateway.url, remoteId, key });
  return new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('error', reject).on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    }).on('error', reject);
  });
};

/** The relay needs one answer only, so that a further question would be a mistake. */
const endOf = (reading: Reading): string => {
  if (reading.kind === 'ask-more') return reading.kind;
  return reading.kind === 'report' ? reading.report.phase : reading.trouble;
};

const phaseOf = async (remoteId = id): Promise<string> => {
  const { status, body } = await ask(remoteId);
  return endOf(relay.read(asked(remoteId), { status, headers: {}, body }, time));
};

describe('the test gateway', () => {
  it('plays a task step by step, request by request', async () => {
    gateway.script(id, [replies.queued(), times(2, replies.running(0.5)), replies.succeeded()]);
    const phases = [await phaseOf(), await phaseOf(), await phaseOf(), await phaseOf(), await phaseOf()];
    expect(phases).toEqual(['queued', 'running', 'running', 'succeeded', 'succeeded']);
  });

  it('plays a task by the clock, from the first request on', async () => {
    gateway.script(id, [
      during(1000, replies.queued()),
      during(4000, replies.running()),
      replies.failed('no'),
    ]);
    time += 60_000;
    expect(await phaseOf()).toBe('queued');
    time += 2000;
    expect(JSON.parse((await ask()).body)).toMatchObject({
      detail: { pending_info: { progress_pct: 0.25 } },
    });
    time += 3000;
    expect(await phaseOf()).toBe('failed');
  });

  it('answers every kind of trouble as a real server would', async () => {
    gateway.script(id, [
      replies.notFound,
      replies.htmlPage,
      replies.truncated,
      replies.aboutAnother('sora-2:task_2'),
      replies.broken,
      replies.badGateway,
      () => replies.rateLimited('7'),
      replies.forbidden,
      () => replies.redirect('http://127.0.0.1:1/'),
      replies.mislabelled,
    ]);
    const seen: string[] = [];
    for (let index = 0; index < 10; index += 1) seen.push(await phaseOf());
    expect(seen).toEqual([
      'not-found',
      'not-json',
      'not-json',
      'other-task',
      'server-error',
      'server-error',
      'rate-limited',
      'refused',
      'redirected',
      'running',
    ]);
  });

  it('takes the key it was told and no other', async () => {
    gateway.script(id, [replies.running(0.1)]);
    expect((await ask(id, 'wrong')).status).toBe(401);
    expect((await ask()).status).toBe(200);
    gateway.accept('another');
    expect((await ask()).status).toBe(401);
    expect((await ask(id, 'another')).status).toBe(200);
  });

  it('does not know tasks without a script', async () => {
    expect(await phaseOf('sora-2:task_9')).toBe('not-found');
    expect(
      relay.readProbe(
        asked('taskbell-connection-test'),
        await ask('taskbell-connection-test').then(withoutHeaders),
        time,
      ),
    ).toEqual({
      reached: true,
    });
  });

  it('remembers what it was asked', async () => {
    await ask('a/b_1');
    expect(gateway.requestsFor('a/b_1')).toMatchObject([
      {
        method: 'GET',
        path: '/v1/videos/a%2Fb_1',
        headers: { authorization: `Bearer ${gateway.key}` },
        at: time,
      },
    ]);
  });

  it('resets connections', async () => {
    gateway.script(id, [replies.reset]);
    await expect(ask()).rejects.toThrow('ECONNRESET');
  });

  it('ends stalled requests when it closes', async () => {
    gateway.script(id, [() => replies.stall('headers')]);
    const stalled = ask();
    const ended = expect(stalled).rejects.toThrow('aborted');
    while (gateway.requests.length === 0) await new Promise(setImmediate);
    await gateway.close();
    await ended;
    gateway = await createGateway();
  });

  it('can take its time over a body', async () => {
    gateway.script(id, [replies.slow(replies.running(0.4), 5)]);
    const { status, body } = await ask(id);
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ status: 'pending' });
  });

  it('sends more than Taskbell reads', async () => {
    gateway.script(id, [once(replies.tooLarge)]);
    expect((await ask()).body.length).toBeGreaterThan(2 * 1024 * 1024);
  });
});

const withoutHeaders = ({ status, body }: Answer) => ({ status, headers: {}, body });

describe('the demo tasks', () => {
  it('all reach an end that their gateway told or forgot', () => {
    const ends = demoTasks.map((task) => {
      const play = createPlayer(task.steps);
      play(task.id, 0);
      const reply = play(task.id, 10 * 60 * 1000);
      const body = reply.kind === 'answer' ? reply.body : '';
      const reading = relay.read(
        asked(task.id),
        { status: reply.kind === 'answer' ? reply.status : 0, headers: {}, body },
        0,
      );
      return endOf(reading);
    });
    expect(new Set(ends)).toEqual(new Set(['succeeded', 'failed', 'cancelled', 'not-found']));
  });

  it('are served by the command, which ends with its parent', async () => {
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL('main.ts', import.meta.url)), '--demo', '--with-parent'],
      {
        env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    const [line] = (await onceEmitted(createInterface(child.stdout), 'line')) as [string];
    const said = JSON.parse(line) as { url: string; key: string; tasks: { id: string }[] };
    expect(said.tasks.map((task) => task.id)).toEqual(demoTasks.map((task) => task.id));
    const { url, headers } = relay.request({
      baseUrl: said.url,
      remoteId: demoTasks[0]?.id ?? '',
      key: said.key,
    });
    expect((await fetch(url, { headers })).status).toBe(200);
    child.stdin.end();
    expect(await onceEmitted(child, 'exit')).toEqual([0, null]);
  });
});
