import { describe, expect, it } from 'vitest';
import { failed } from '../../electron/shared/result.ts';
import { AddBox } from '../../renderer/add-box.svelte.ts';
import { watchedText } from '../../renderer/understanding.ts';
import { Watchlist } from '../../renderer/watchlist.svelte.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { gatewayEntry, understandingOf, viewOf } from './view-samples.ts';

const studio = gatewayEntry({ id: 'gateway-studio', name: 'studio key' });

const boxWith = async (gateways = [gatewayEntry()]) => {
  const bridge = new FakeBridge(viewOf({ gateways }));
  const watchlist = new Watchlist(bridge);
  watchlist.start();
  await watchlist.read();
  await Promise.resolve();
  return { bridge, box: new AddBox(bridge, watchlist) };
};

describe('the add box', () => {
  it('says what it understood before anything is added', async () => {
    const { box, bridge } = await boxWith();
    await box.write('task_aaaa\ntask_bbbb');
    expect(box.understood).toBe('2 ids for winfull');
    expect(bridge.view.tasks).toEqual([]);
  });

  it('watches and empties itself', async () => {
    const { box, bridge } = await boxWith();
    await box.write('task_aaaa');
    expect((await box.watch())?.added).toHaveLength(1);
    expect(box.text).toBe('');
    expect(bridge.view.tasks).toHaveLength(1);
  });

  it('asks for the gateway when there are several and keeps the text until one is chosen', async () => {
    const { box, bridge } = await boxWith([gatewayEntry(), studio]);
    await box.write('task_aaaa');
    expect(box.asksForGateway).toBe(true);
    expect(box.understood).toBe('1 id, for which gateway?');
    expect(await box.watch()).toBeNull();
    expect(box).toMatchObject({ trouble: 'which-gateway', text: 'task_aaaa' });
    box.choose(studio.id);
    expect(box.trouble).toBeNull();
    await box.watch();
    expect(bridge.view.tasks[0]?.gatewayName).toBe('studio key');
  });

  it('does not ask when the text itself names the gateway', async () => {
    const { box, bridge } = await boxWith([gatewayEntry(), studio]);
    bridge.answers['reference:read'] = () =>
      understandingOf({ remoteIds: ['task_aaaa'], gatewayId: studio.id });
    await box.write('https://studio.example/v1/videos/task_aaaa');
    expect(box.asksForGateway).toBe(false);
    expect(box.understood).toBe('1 id for studio key');
  });

  it('keeps the text when nothing could be watched', async () => {
    const { box, bridge } = await boxWith();
    bridge.answers['tasks:watch'] = () => failed('too-many');
    await box.write('far too much');
    await box.watch();
    expect(box).toMatchObject({ trouble: 'too-many', text: 'far too much', busy: false });
  });

  it('keeps what was typed while the answer was on its way', async () => {
    const { box } = await boxWith();
    await box.write('task_aaaa');
    const watching = box.watch();
    await box.write('task_bbbb');
    await watching;
    expect(box.text).toBe('task_bbbb');
  });
});

describe('a text with the key of a gateway that is stored', () => {
  const command = understandingOf({ remoteIds: ['task_aaaa'], gatewayId: studio.id, keyFound: true });

  it.each([
    ['its ids', command, '1 id for studio key. The key in the text is not used'],
    [
      'no id',
      { ...command, remoteIds: [], note: 'create-request' } as const,
      'The key in the text is not used',
    ],
  ])('is masked, and it is said beside %s that the key is not used', async (_what, understanding, said) => {
    const { box, bridge } = await boxWith([gatewayEntry(), studio]);
    bridge.answers['reference:read'] = () => understanding;
    await box.write('curl with a key');
    expect(box.understood).toContain(said);
    expect(box.holdsKey).toBe(true);
    await box.write('');
    expect(box.holdsKey).toBe(false);
  });
});

describe('a text that speaks of a new gateway', () => {
  const newGateway = { name: 'studio.example', baseUrl: 'https://api.studio.example', dialect: 'relay' };
  const found = understandingOf({
    remoteIds: ['task_aaaa'],
    dialect: 'relay',
    newGateway,
    keyFound: true,
    keyHint: 'abcd',
  });

  const boxOffered = async (understanding = found) => {
    const made = await boxWith();
    made.bridge.answers['reference:read'] = () => understanding;
    await made.box.write('task_aaaa and a key');
    return made;
  };

  it('is told of, with the dialect and how the key ends, before anything is kept', async () => {
    const { box, bridge } = await boxOffered();
    expect(box.understood).toBe(
      '1 id at api.studio.example (OpenAI-style relay), which is no gateway yet. A key ending in abcd was found: keep it with the new gateway?',
    );
    expect(box).toMatchObject({ offersGateway: true, asksForGateway: true, gateway: null });
    expect(box.found.name).toBe('studio.example');
    expect(bridge.view.gateways).toHaveLength(1);
  });

  it('is added with the text itself and gets its tasks', async () => {
    const { box, bridge } = await boxOffered();
    box.found.name = 'Studio';
    const added = await box.addGateway();
    expect(added).toMatchObject({ name: 'Studio', baseUrl: newGateway.baseUrl });
    expect(bridge.asked.at(-1)).toEqual({
      channel: 'gateways:add-found',
      args: ['task_aaaa and a key', 'Studio', 'relay', false],
    });
    await box.watch();
    expect(bridge.asked.at(-1)?.args).toEqual(['task_aaaa and a key', added?.id]);
    expect(box.text).toBe('');
  });

  it('keeps text and name when it could not be added', async () => {
    const { box, bridge } = await boxOffered();
    bridge.answers['gateways:add-found'] = () => failed('keyring-locked');
    expect(await box.addGateway()).toBeNull();
    expect(box.found).toMatchObject({ trouble: 'keyring-locked', name: 'studio.example' });
    expect(box).toMatchObject({ text: 'task_aaaa and a key', busy: false });
  });

  it('is not offered once another gateway is chosen for its ids', async () => {
    const { box } = await boxOffered();
    box.choose('gateway-winfull');
    expect(box.offersGateway).toBe(false);
    expect(box.understood).toMatch(
      /^1 id for winfull \(OpenAI-style relay\)\. The key in the text is not used;/,
    );
  });

  it('is not offered without a key, and never asked at the only gateway there is', async () => {
    const { box } = await boxOffered({ ...found, keyFound: false, keyHint: null });
    expect(box).toMatchObject({ offersGateway: false, asksForGateway: true, gateway: null });
    expect(box.understood).toContain('No key is in the text.');
  });

  it('asks before a key would travel unencrypted', async () => {
    const { box } = await boxOffered({ ...found, newGateway: { ...newGateway, baseUrl: 'http://10.0.0.7' } });
    expect(box.found.asksForPlainHttp).toBe(true);
  });

  it('is all there is in a request that makes a video', async () => {
    const { box } = await boxOffered({ ...found, remoteIds: [], note: 'create-request' });
    expect(box).toMatchObject({ offersGateway: true, hasIds: false });
    expect(box.understood).toContain('holds no id yet');
    await box.addGateway();
    expect(box.text).toBe('');
  });
});

describe('the gateway of ids that name none', () => {
  const kling = gatewayEntry({ id: 'gateway-kling', name: 'kling', dialect: 'kling' });

  it('is the only one that speaks their dialect, and stays the user’s to change', async () => {
    const { box, bridge } = await boxWith([gatewayEntry(), studio, kling]);
    bridge.answers['reference:read'] = () => understandingOf({ remoteIds: ['8001'], dialect: 'kling' });
    await box.write('an answer');
    expect(box).toMatchObject({ asksForGateway: true, gateway: { name: 'kling' } });
    box.choose(studio.id);
    expect(box.gateway?.name).toBe('studio key');
  });

  it('is else the one that was chosen for the text before', async () => {
    const { box } = await boxWith([gatewayEntry(), studio]);
    await box.write('task_aaaa');
    box.choose(studio.id);
    await box.write('task_bbbb');
    expect(box.gateway?.name).toBe('studio key');
  });
});

it('says why a text without ids has none', async () => {
  const { box, bridge } = await boxWith();
  bridge.answers['reference:read'] = () => understandingOf({ note: 'error-answer' });
  bridge.answers['tasks:watch'] = () => failed('nothing-found');
  await box.write('{"error":{}}');
  expect(box.understood).toBe('This is an error of the gateway, not a task. No id is in it.');
  await box.watch();
  expect(box.troubleSentence).toBe(box.understood);
});

it('says what became of the ids', () => {
  expect(watchedText({ added: ['a', 'b'], alreadyWatched: [] })).toBe('Watching 2 tasks');
  expect(watchedText({ added: [], alreadyWatched: ['a'] })).toBe('This task is watched already');
  expect(watchedText({ added: ['a'], alreadyWatched: ['b'] })).toBe('Watching 1 task; 1 was watched already');
});
