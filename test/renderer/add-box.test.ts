import { describe, expect, it } from 'vitest';
import { failed } from '../../electron/shared/result.ts';
import { AddBox } from '../../renderer/add-box.svelte.ts';
import { watchedText } from '../../renderer/understanding.ts';
import { Watchlist } from '../../renderer/watchlist.svelte.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { gatewayEntry, viewOf } from './view-samples.ts';

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
    bridge.answers['reference:read'] = () => ({ remoteIds: ['task_aaaa'], gatewayId: studio.id });
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

it('says what became of the ids', () => {
  expect(watchedText({ added: ['a', 'b'], alreadyWatched: [] })).toBe('Watching 2 tasks');
  expect(watchedText({ added: [], alreadyWatched: ['a'] })).toBe('This task is watched already');
  expect(watchedText({ added: ['a'], alreadyWatched: ['b'] })).toBe('Watching 1 task; 1 was watched already');
});
