import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PushDraft, PushFields, PushTargetEntry } from '../electron/shared/push.ts';
import { defaultNotificationSettings, newsKinds } from '../electron/shared/quiet.ts';
import { StoreFailure } from '../electron/core/store-failure.ts';
import { createManualClock } from './fakes/manual-clock.ts';
import { createMemoryVault } from './fakes/memory-vault.ts';
import { createRecordingWebhooks, notReached, refusedToken, taken } from './fakes/recording-webhooks.ts';
import { completed, createScriptedHttp, failedTask, json, running } from './fakes/scripted-http.ts';
import { addGateway, startWholeApp, type WholeApp } from './fakes/whole-app.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const address = 'https://chat.example.com/hooks/unmistakable-hook-7f3a9c5e';

const at = (url: string): PushFields => ({ address: url, channel: '', token: '', secret: '' });

const draftOf = (given: Partial<PushDraft> = {}): PushDraft => ({
  name: 'Chat',
  service: 'discord',
  fields: at(address),
  kinds: newsKinds,
  gatewayIds: null,
  allowPlainHttp: false,
  ...given,
});

let folder: string;
let world: Parameters<typeof startWholeApp>[0] & {
  http: ReturnType<typeof createScriptedHttp>;
  webhooks: ReturnType<typeof createRecordingWebhooks>;
  vault: ReturnType<typeof createMemoryVault>;
  file: string;
};
let life: WholeApp;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'taskbell-push-'));
  world = {
    clock: createManualClock(new Date(2026, 0, 5, 15, 0).getTime()),
    http: createScriptedHttp(),
    vault: createMemoryVault(),
    webhooks: createRecordingWebhooks(),
    file: join(folder, 'taskbell.sqlite'),
  };
  life = startWholeApp(world);
  await addGateway(life);
});
afterEach(() => {
  life.app.stop();
  rmSync(folder, { recursive: true });
});

const restart = (): void => {
  life.app.stop();
  life = startWholeApp(world);
};

const addTarget = async (given: Partial<PushDraft> = {}): Promise<string> => {
  const saved = await life.app.push.save(null, draftOf(given));
  if (!saved.ok) throw new Error(saved.trouble);
  return saved.value.id;
};

const targetNamed = (name = 'Chat'): PushTargetEntry => {
  const target = life.app.view().status.push.find((one) => one.name === name);
  if (target === undefined) throw new Error(`There is no ${name}.`);
  return target;
};

const watchRunning = async (...ids: readonly string[]): Promise<void> => {
  for (const id of ids) world.http.answer(id, running(id, 0.5));
  life.app.tasks.watch(ids.join('\n'), null, 'window');
  await life.clock.advance(2 * minuteMs);
};

const end = async (answer: typeof completed, ...ids: readonly string[]): Promise<void> => {
  for (const id of ids) world.http.answer(id, answer(id));
  const tasks = life.app.view().tasks.filter(({ remoteId }) => ids.includes(remoteId));
  life.app.tasks.check(tasks.map(({ id }) => id));
  await life.clock.advance(10_000);
};

const contents = (): readonly unknown[] =>
  world.webhooks.bodiesTo('chat.example.com').map(({ content }) => content);

describe('an ending', () => {
  it('is told to every target that wants it, and the desktop as before', async () => {
    await addTarget();
    await addTarget({
      name: 'Second',
      fields: at('https://two.example.com/x'),
    });
    await watchRunning('task_1');
    expect(world.webhooks.requests).toEqual([]);
    await end(completed, 'task_1');
    expect(contents()).toEqual(['Video ready\nA paper boat']);
    expect(world.webhooks.bodiesTo('two.example.com')).toHaveLength(1);
    expect(life.desktop.notices).toHaveLength(1);
    expect(targetNamed()).toMatchObject({ waiting: 0, undelivered: 0, last: { failure: null } });
    await life.clock.advance(hourMs);
    expect(world.webhooks.requests).toHaveLength(2);
  });

  it('of a kind or a gateway that a target did not choose is not told to it', async () => {
    const other = await addGateway(life, 'Other', 'https://other.example.com');
    await addTarget({ kinds: ['failed'] });
    await addTarget({
      name: 'Second',
      gatewayIds: [other],
      fields: at('https://two.example.com/x'),
    });
    for (const id of ['task_1', 'task_2']) world.http.answer(id, running(id, 0.5));
    const [studio] = life.app.view().gateways;
    life.app.tasks.watch('task_1\ntask_2', studio?.id ?? null, 'window');
    await life.clock.advance(2 * minuteMs);
    await end(completed, 'task_1');
    expect(world.webhooks.requests).toEqual([]);
    await end(failedTask, 'task_2');
    expect(contents()).toEqual(['Video failed\ntask\\_2\nThe service behind the gateway had an error']);
    expect(world.webhooks.bodiesTo('two.example.com')).toEqual([]);
  });

  it('by being cancelled and by being lost are told to those who chose the one or the other', async () => {
    await addTarget({ kinds: ['cancelled'] });
    await addTarget({ name: 'Second', kinds: ['lost'], fields: at('https://two.example.com/x') });
    await watchRunning('task_1', 'task_2');
    await end((id) => json({ id, status: 'cancelled' }), 'task_1');
    await end(() => json({ code: 'task_not_exist' }, 400), 'task_2');
    await life.clock.advance(hourMs);
    expect(contents()).toEqual([expect.stringContaining('task\\_1')]);
    expect(world.webhooks.bodiesTo('two.example.com')).toMatchObject([
      { content: expect.stringContaining('task\\_2') as string },
    ]);
  });

  it('of a muted task is told to nobody', async () => {
    await addTarget();
    await watchRunning('task_1');
    life.app.setMuted([life.onlyTask().id], true);
    await end(completed, 'task_1');
    expect(world.webhooks.requests).toEqual([]);
    expect(targetNamed().waiting).toBe(0);
  });

  it('that comes with many others is one message', async () => {
    await addTarget();
    const ids = ['task_1', 'task_2', 'task_3', 'task_4', 'task_5'];
    await watchRunning(...ids);
    await end(completed, ...ids);
    expect(contents()).toEqual([expect.stringMatching(/^5 videos ended: 5 ready\n/)]);
  });
});

describe('quiet', () => {
  it('holds messages back and tells them as one when it ends', async () => {
    await addTarget();
    await watchRunning('task_1', 'task_2');
    life.app.quietFor('30-minutes');
    await end(completed, 'task_1');
    await end(failedTask, 'task_2');
    expect(world.webhooks.requests).toEqual([]);
    expect(targetNamed().waiting).toBe(2);
    await life.clock.advance(30 * minuteMs);
    expect(contents()).toEqual([expect.stringMatching(/^While it was quiet: 1 ready, 1 failed\n/)]);
  });

  it('lets failures through when the user wants that, and does not ask the desktop’s kinds', async () => {
    const kinds = { ...defaultNotificationSettings.kinds, failed: false };
    life.app.configureNotifications({ ...defaultNotificationSettings, kinds, failuresBreakThrough: true });
    await addTarget();
    await watchRunning('task_1');
    life.app.quietFor('30-minutes');
    await end(failedTask, 'task_1');
    expect(contents()).toHaveLength(1);
    expect(life.desktop.notices).toEqual([]);
  });
});

describe('a message that is not taken', () => {
  it('is shown as not delivered, tried again with growing waits, and told once when that works', async () => {
    await addTarget();
    await watchRunning('task_1');
    world.webhooks.answer = notReached;
    await end(completed, 'task_1');
    expect(targetNamed()).toMatchObject({ waiting: 1, last: { failure: 'unreachable' } });
    await life.clock.advance(hourMs);
    const tries = world.webhooks.requests.length;
    expect(tries).toBeGreaterThan(4);
    expect(tries).toBeLessThan(12);
    world.webhooks.answer = taken;
    await life.clock.advance(2 * hourMs);
    expect(world.webhooks.requests).toHaveLength(tries + 1);
    expect(targetNamed()).toMatchObject({ waiting: 0, last: { failure: null } });
  });

  it('waits as long as the service asks', async () => {
    await addTarget();
    await watchRunning('task_1');
    world.webhooks.answer = {
      ok: true,
      value: {
        status: 429,
        headers: {},
        body: '{"message":"You are being rate limited.","retry_after":900}',
      },
    };
    await end(completed, 'task_1');
    await life.clock.advance(14 * minuteMs);
    expect(world.webhooks.requests).toHaveLength(1);
    world.webhooks.answer = taken;
    await life.clock.advance(3 * minuteMs);
    expect(world.webhooks.requests).toHaveLength(2);
    expect(targetNamed().waiting).toBe(0);
  });

  it('goes on after a restart, and is not told again once it was taken', async () => {
    await addTarget();
    await watchRunning('task_1');
    world.webhooks.answer = notReached;
    await end(completed, 'task_1');
    restart();
    expect(targetNamed()).toMatchObject({ waiting: 1, last: { failure: 'unreachable' } });
    world.webhooks.answer = taken;
    world.webhooks.requests.length = 0;
    await life.clock.advance(minuteMs);
    expect(contents()).toEqual([expect.stringContaining('A paper boat')]);
    restart();
    await life.clock.advance(hourMs);
    expect(world.webhooks.requests).toHaveLength(1);
  });

  it('is sent at once when the user puts the target right', async () => {
    const id = await addTarget();
    await watchRunning('task_1');
    world.webhooks.answer = refusedToken;
    await end(completed, 'task_1');
    await life.clock.advance(3 * hourMs);
    expect(targetNamed().last).toMatchObject({ failure: 'refused', said: 'Invalid Webhook Token' });
    world.webhooks.answer = taken;
    await life.app.push.save(id, draftOf({ fields: at(`${address}1`) }));
    await life.clock.advance(5_000);
    expect(world.webhooks.requests.at(-1)?.url).toBe(`${address}1`);
    expect(targetNamed().waiting).toBe(0);
  });

  it('is given up after a day of refusals, and that is shown for a week', async () => {
    await addTarget();
    await watchRunning('task_1');
    world.webhooks.answer = refusedToken;
    await end(completed, 'task_1');
    await life.clock.advance(27 * hourMs);
    expect(targetNamed()).toMatchObject({ waiting: 0, undelivered: 1, last: { failure: 'refused' } });
    const tries = world.webhooks.requests.length;
    await life.clock.advance(48 * hourMs);
    expect(world.webhooks.requests).toHaveLength(tries);
  });

  it('is dropped once the user has looked at the task', async () => {
    await addTarget();
    await watchRunning('task_1');
    world.webhooks.answer = notReached;
    await end(completed, 'task_1');
    life.app.tasks.markSeen([life.onlyTask().id]);
    world.webhooks.answer = taken;
    world.webhooks.requests.length = 0;
    await life.clock.advance(2 * hourMs);
    expect(world.webhooks.requests).toEqual([]);
  });

  it('holds up no other target', async () => {
    await addTarget();
    await addTarget({
      name: 'Second',
      fields: at('https://two.example.com/x'),
    });
    const { webhooks } = world;
    life.app.stop();
    life = startWholeApp({
      ...world,
      webhooks: {
        ...webhooks,
        send: (request) => (request.url === address ? Promise.resolve(notReached) : webhooks.send(request)),
      },
    });
    await watchRunning('task_1');
    await end(completed, 'task_1');
    expect(world.webhooks.bodiesTo('two.example.com')).toHaveLength(1);
    expect(targetNamed()).toMatchObject({ waiting: 1 });
    expect(targetNamed('Second')).toMatchObject({ waiting: 0 });
  });
});

it('a message is told once although its mark cannot be written at first', async () => {
  life.app.stop();
  let broken = false;
  life = startWholeApp({
    ...world,
    store: (real) => ({
      ...real,
      notePush: (noted) => {
        if (broken) throw new StoreFailure('The disk is full.');
        real.notePush(noted);
      },
    }),
  });
  await addTarget();
  await watchRunning('task_1');
  broken = true;
  await end(completed, 'task_1');
  await life.clock.advance(5 * minuteMs);
  expect(world.webhooks.requests).toHaveLength(1);
  broken = false;
  await life.clock.advance(2 * minuteMs);
  expect(world.webhooks.requests).toHaveLength(1);
  restart();
  await life.clock.advance(5 * minuteMs);
  expect(world.webhooks.requests).toHaveLength(1);
});

describe('what the user enters', () => {
  it('is in the keychain alone, and is sent to its own address alone', async () => {
    const id = await addTarget({
      service: 'ntfy',
      fields: {
        address: 'https://ntfy.example.com',
        channel: 'unmistakable-topic-1a2b',
        token: 'tk_unmistakable-3c4d',
        secret: '',
      },
    });
    expect([...world.vault.keys.keys()]).toContain(`push:${id}`);
    await watchRunning('task_1');
    world.webhooks.answer = {
      ok: true,
      value: {
        status: 403,
        headers: {},
        body: '{"error":"no tk_unmistakable-3c4d for unmistakable-topic-1a2b"}',
      },
    };
    await end(completed, 'task_1');
    expect(world.webhooks.requests[0]).toMatchObject({
      url: 'https://ntfy.example.com/',
      headers: { Authorization: 'Bearer tk_unmistakable-3c4d' },
    });
    expect(targetNamed()).toMatchObject({ hint: '1a2b', origin: 'https://ntfy.example.com' });
    expect(targetNamed().last?.said).toBe('no ••• for •••');
    let exported = '';
    const exporting = (async () => {
      for await (const piece of life.app.data.exported('json')) exported += piece;
    })();
    await life.clock.advance(minuteMs);
    await exporting;
    expect(exported).toContain('task_1');
    life.app.stop();
    const seen = [JSON.stringify(life.app.view()), exported, readFileSync(world.file, 'latin1')].join('');
    expect(seen).not.toContain('unmistakable');
    life = startWholeApp(world);
  });

  it('is not stored at all without a keyring', async () => {
    world.vault.trouble = 'keyring-absent';
    expect(await life.app.push.save(null, draftOf())).toEqual({ ok: false, trouble: 'keyring-absent' });
    expect(life.app.view().status.push).toEqual([]);
  });

  it('leaves the keychain with its target', async () => {
    const id = await addTarget();
    await life.app.push.remove(id);
    expect([...world.vault.keys.keys()].filter((account) => account.startsWith('push:'))).toEqual([]);
    expect(life.app.view().status.push).toEqual([]);
  });

  it('is tested with one message, whatever the hour, and the answer is told', async () => {
    life.app.quietFor('2-hours');
    world.webhooks.answer = refusedToken;
    expect(await life.app.push.test(null, draftOf())).toMatchObject({
      ok: true,
      value: { failure: 'refused', said: 'Invalid Webhook Token' },
    });
    expect(life.app.view().status.push).toEqual([]);
    expect(world.webhooks.requests).toHaveLength(1);
  });

  it.each([
    ['no name', { name: ' ' }, 'name-missing'],
    ['a name that is taken', { name: 'chat' }, 'name-taken'],
    ['a missing field', { service: 'telegram' }, 'field-missing'],
    ['no URL', { fields: { address: 'chat', channel: '', token: '', secret: '' } }, 'not-a-url'],
    [
      'another scheme',
      { fields: { address: 'ftp://a.example/x', channel: '', token: '', secret: '' } },
      'not-http',
    ],
    [
      'a password',
      { fields: { address: 'https://a:b@c.example', channel: '', token: '', secret: '' } },
      'url-holds-password',
    ],
    [
      'plain http',
      { fields: { address: 'http://a.example/x', channel: '', token: '', secret: '' } },
      'plain-http',
    ],
    ['nothing entered', { fields: null }, 'field-missing'],
  ] as const)('is refused with %s', async (_what, given, trouble) => {
    await addTarget();
    expect(await life.app.push.save(null, draftOf({ name: 'Another', ...given }))).toEqual({
      ok: false,
      trouble,
    });
  });

  it('stays as it is when only the choices change, and never serves another service', async () => {
    const id = await addTarget();
    expect(await life.app.push.save(id, draftOf({ name: 'Renamed', fields: null }))).toMatchObject({
      ok: true,
      value: { name: 'Renamed', hint: '9c5e' },
    });
    expect(await life.app.push.save(id, draftOf({ service: 'slack', fields: null }))).toEqual({
      ok: false,
      trouble: 'field-missing',
    });
  });
});
