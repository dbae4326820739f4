import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PushDraft, PushOutcome } from '../../electron/shared/push.ts';
import { newsKinds } from '../../electron/shared/quiet.ts';
import { ok } from '../../electron/shared/result.ts';
import { createMemoryKeyFile } from '../fakes/memory-key-file.ts';
import { createMemoryVault } from '../fakes/memory-vault.ts';
import { createRecordingWebhooks } from '../fakes/recording-webhooks.ts';
import { completed, createScriptedHttp, running } from '../fakes/scripted-http.ts';
import { addGateway, startWholeApp, type WholeApp } from '../fakes/whole-app.ts';

const passphrase = 'correct horse';
const chat: PushDraft = {
  name: 'Chat',
  service: 'discord',
  fields: { address: 'https://chat.example.com/hooks/7f3a9c5e', channel: '', token: '', secret: '' },
  kinds: newsKinds,
  gatewayIds: null,
  allowPlainHttp: false,
};

let folder: string;
let world: Parameters<typeof startWholeApp>[0] & {
  readonly http: ReturnType<typeof createScriptedHttp>;
  readonly webhooks: ReturnType<typeof createRecordingWebhooks>;
  readonly vault: ReturnType<typeof createMemoryVault>;
  readonly keyFile: ReturnType<typeof createMemoryKeyFile>;
};
let life: WholeApp;
let gatewayId: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'taskbell-push-places-'));
  world = {
    http: createScriptedHttp(),
    webhooks: createRecordingWebhooks(),
    vault: createMemoryVault(),
    keyFile: createMemoryKeyFile(),
    file: join(folder, 'taskbell.sqlite'),
  };
  life = startWholeApp(world);
  gatewayId = await addGateway(life);
});
afterEach(() => {
  life.app.stop();
  rmSync(folder, { recursive: true });
});

const addChat = async (): Promise<string> => {
  const saved = await life.app.push.save(null, chat);
  if (!saved.ok) throw new Error(saved.trouble);
  return saved.value.id;
};

/** With nothing entered anew: what is sent comes from where it is kept. */
const testChat = async (): Promise<PushOutcome> => {
  const target = life.app.push.named('Chat');
  if (target === null) throw new Error('There is no Chat.');
  const tested = await life.app.push.test(target.id, { ...target, fields: null });
  if (!tested.ok) throw new Error(tested.trouble);
  return tested.value;
};

it('what a phone or chat needs moves with the keys, there and back, and is left nowhere', async () => {
  const entries = [gatewayId, `push:${await addChat()}`].sort();
  expect(await life.app.keys.move('file', passphrase, false)).toEqual(ok(null));
  expect([...(world.keyFile.content?.keys.keys() ?? [])].sort()).toEqual(entries);
  expect(world.vault.keys.size).toBe(0);
  expect(await testChat()).toMatchObject({ failure: null });
  expect(await life.app.keys.move('keyring', null, false)).toEqual(ok(null));
  expect([...world.vault.keys.keys()].sort()).toEqual(entries);
  expect(world.keyFile.content).toBeNull();
  expect(await testChat()).toMatchObject({ failure: null });
});

it('what is entered while the keys move is where they are afterwards', async () => {
  const [saved] = await Promise.all([
    life.app.push.save(null, chat),
    life.app.keys.move('memory', null, false),
  ]);
  expect(saved.ok).toBe(true);
  expect(world.vault.keys.size).toBe(0);
  expect(await testChat()).toMatchObject({ failure: null });
});

it('news waits while the file is locked, and is told once its passphrase was entered', async () => {
  await addChat();
  await life.app.keys.move('file', passphrase, false);
  world.http.answer('task_1', running('task_1', 0.5));
  life.app.tasks.watch('task_1', null, 'window');
  await life.clock.advance(120_000);
  life.app.stop();
  world.keyFile.lock();
  life = startWholeApp({ ...world, clock: life.clock });
  await life.app.keys.unlock(passphrase);
  // The gateway's key is read with the first check, and what a chat needs not before there is news.
  await life.clock.advance(120_000);
  world.keyFile.lock();
  world.http.answer('task_1', completed('task_1'));
  life.app.tasks.check([life.onlyTask().id]);
  await life.clock.advance(10_000);
  const [held] = life.app.view().status.push;
  expect(held).toMatchObject({ waiting: 1, last: { failure: 'key-file-locked' } });
  expect(world.webhooks.requests).toEqual([]);
  await life.app.keys.unlock(passphrase);
  await life.clock.advance(5_000);
  const [told] = life.app.view().status.push;
  expect(told).toMatchObject({ waiting: 0, last: { failure: null } });
  expect(world.webhooks.bodiesTo('chat.example.com')).toHaveLength(1);
});

it('what was forgotten, or left behind, is in no memory either', async () => {
  const id = await addChat();
  await testChat();
  await life.app.keys.move('memory', null, true);
  expect([...world.vault.keys.keys()]).toContain(`push:${id}`);
  expect(await testChat()).toMatchObject({ failure: 'no-secret' });
  expect(await life.app.keys.forgetAll()).toEqual(ok(null));
  expect(world.vault.keys.size).toBe(0);
});
