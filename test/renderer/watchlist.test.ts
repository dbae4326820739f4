import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Phase } from '../../electron/shared/task.ts';
import type { WatchlistPatch, WatchlistView } from '../../electron/shared/watchlist-view.ts';
import { Watchlist } from '../../renderer/watchlist.svelte.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { appStatus, gatewayEntry, taskEntry, viewOf } from './view-samples.ts';

/** Lets the answers of the fake, which are promises, arrive. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

const started = async (bridge: FakeBridge): Promise<Watchlist> => {
  const watchlist = new Watchlist(bridge);
  watchlist.start();
  await settled();
  return watchlist;
};

const readsOf = (bridge: FakeBridge): number =>
  bridge.asked.filter(({ channel }) => channel === 'watchlist:read').length;

describe('the window’s copy of the watchlist', () => {
  it('holds nothing until the first read is answered, then the whole view', async () => {
    const bridge = new FakeBridge(viewOf({ tasks: [taskEntry()] }));
    const watchlist = new Watchlist(bridge);
    watchlist.start();
    expect(watchlist.view).toBeNull();
    await settled();
    expect(watchlist.view).toEqual(bridge.view);
  });

  it('applies the patch that follows', async () => {
    const bridge = new FakeBridge();
    const watchlist = await started(bridge);
    bridge.push({ changedTasks: [taskEntry({ progress: 0.7 })] });
    expect(watchlist.task('task-1')?.progress).toBe(0.7);
    expect(readsOf(bridge)).toBe(1);
  });

  it('reads again when a patch was lost', async () => {
    const bridge = new FakeBridge();
    const watchlist = await started(bridge);
    bridge.change({ changedTasks: [taskEntry()] });
    bridge.push({ status: appStatus({ paused: true }) });
    await settled();
    expect(watchlist.view).toEqual(bridge.view);
    expect(readsOf(bridge)).toBe(2);
  });

  it('keeps patches that arrive during a read and applies those that the answer does not hold', async () => {
    const bridge = new FakeBridge();
    let answer: (view: WatchlistView) => void = () => undefined;
    const slow = new Promise<WatchlistView>((resolve) => (answer = resolve));
    const first = bridge.view;
    bridge.request = (() => slow) as unknown as typeof bridge.request;
    const watchlist = new Watchlist(bridge);
    watchlist.start();
    bridge.push({ changedTasks: [taskEntry()] });
    bridge.push({ changedTasks: [taskEntry({ id: 'task-2' })] });
    answer({ ...first, revision: 2, tasks: [taskEntry()] });
    await settled();
    expect(watchlist.view?.revision).toBe(3);
    expect(watchlist.view?.tasks.map(({ id }) => id)).toEqual(['task-1', 'task-2']);
  });

  it('ignores a patch that is older than what it holds', async () => {
    const bridge = new FakeBridge();
    const old = bridge.change({ changedTasks: [taskEntry()] });
    bridge.change({ removedTasks: ['task-1'] });
    const watchlist = await started(bridge);
    bridge.send('watchlist:patched', old);
    await settled();
    expect(watchlist.view?.tasks).toEqual([]);
    expect(readsOf(bridge)).toBe(1);
  });

  it('says that it is broken when a read fails, and recovers with the next', async () => {
    const bridge = new FakeBridge();
    const read = bridge.request.bind(bridge);
    bridge.request = () => Promise.reject(new Error('gone'));
    const watchlist = await started(bridge);
    expect(watchlist.broken).toBe(true);
    bridge.request = read;
    await watchlist.read();
    expect(watchlist.broken).toBe(false);
    expect(watchlist.view).toEqual(bridge.view);
  });

  it('stops listening when told to', async () => {
    const bridge = new FakeBridge();
    const watchlist = new Watchlist(bridge);
    const stop = watchlist.start();
    await settled();
    stop();
    bridge.push({ changedTasks: [taskEntry()] });
    expect(watchlist.view?.tasks).toEqual([]);
  });

  it('equals the whole view after any run of changes, with patches lost or sent twice', async () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd');
    const phases = fc.constantFrom<Phase>('queued', 'running', 'succeeded', 'failed', 'cancelled', 'lost');
    const changes = fc.record({
      changedTasks: fc.array(
        fc.tuple(ids, phases).map(([id, phase]) => taskEntry({ id, phase })),
        { maxLength: 3 },
      ),
      removedTasks: fc.array(ids, { maxLength: 2 }),
      changedGateways: fc.array(
        ids.map((id) => gatewayEntry({ id })),
        { maxLength: 1 },
      ),
      removedGateways: fc.array(ids, { maxLength: 1 }),
      status: fc.option(fc.boolean().map((paused) => appStatus({ paused }))),
      delivery: fc.constantFrom('sent', 'lost', 'sent twice'),
      settles: fc.boolean(),
    });
    const byId = (view: WatchlistView | null) =>
      view && {
        ...view,
        tasks: view.tasks.toSorted((one, other) => one.id.localeCompare(other.id)),
        gateways: view.gateways.toSorted((one, other) => one.id.localeCompare(other.id)),
      };
    await fc.assert(
      fc.asyncProperty(fc.array(changes, { maxLength: 12 }), async (steps) => {
        const bridge = new FakeBridge();
        const watchlist = new Watchlist(bridge);
        watchlist.start();
        for (const { delivery, settles, ...change } of steps) {
          const patch: WatchlistPatch = bridge.change(change);
          if (delivery !== 'lost') bridge.send('watchlist:patched', patch);
          if (delivery === 'sent twice') bridge.send('watchlist:patched', patch);
          if (settles) await settled();
        }
        bridge.push({ status: appStatus({ online: false }) });
        await settled();
        expect(byId(watchlist.view)).toEqual(byId(bridge.view));
      }),
    );
  });
});
