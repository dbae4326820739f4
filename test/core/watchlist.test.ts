import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetOf } from '../../electron/core/budget.ts';
import { entryOf } from '../../electron/core/task-entry.ts';
import { createWatchlist, type Watchlist } from '../../electron/core/watchlist.ts';
import { applyPatch, type WatchlistPatch, type WatchlistView } from '../../electron/shared/watchlist-view.ts';
import { createManualClock, type ManualClock } from '../fakes/manual-clock.ts';
import { gatewayOf, reportOf, storedTaskOf, taskOf } from '../fakes/stored-samples.ts';

const watchlistOn = (clock: ManualClock): Watchlist =>
  createWatchlist(clock, (gateway) => budgetOf(gateway, null));

/** Readers sort for themselves, so the order of the entries is no part of a view. */
const inOneOrder = (view: WatchlistView) => ({
  ...view,
  tasks: [...view.tasks].sort((a, b) => a.id.localeCompare(b.id)),
  gateways: [...view.gateways].sort((a, b) => a.id.localeCompare(b.id)),
});

/** A reader as the window is one: a whole view at some time, then nothing but patches. */
const startReading = (watchlist: Watchlist) => {
  const patches: WatchlistPatch[] = [];
  let view: WatchlistView | null = null;
  watchlist.subscribe((patch) => {
    patches.push(patch);
    if (view === null) return;
    const patched = applyPatch(view, patch);
    if (!patched.ok) throw new Error(`There is a gap before revision ${String(patch.to)}.`);
    view = patched.value;
  });
  return { patches, begin: () => (view = watchlist.view()), view: () => view };
};

type Step = (watchlist: Watchlist, clock: ManualClock) => Promise<void> | void;

const gatewayIds = ['gateway-1', 'gateway-2'];
const taskIds = ['task-1', 'task-2', 'task-3'];

const step: fc.Arbitrary<Step> = fc
  .record({
    what: fc.constantFrom(
      'put-task',
      'update-task',
      'plan-task',
      'drop-task',
      'put-gateway',
      'update-gateway',
      'request',
      'drop-gateway',
      'status',
      'view',
      'pass',
      'pass',
      'pass',
    ),
    taskId: fc.constantFrom(...taskIds),
    gatewayId: fc.constantFrom(...gatewayIds),
    number: fc.integer({ min: 0, max: 90_000 }),
  })
  .map(({ what, taskId, gatewayId, number }): Step => (watchlist, clock) => {
    switch (what) {
      case 'put-task':
        return watchlist.putTasks([storedTaskOf({ task: taskOf({ id: taskId, gatewayId }) })]);
      case 'update-task':
        return watchlist.updateTask(taskId, { report: reportOf({ progress: number / 90_000 }) });
      case 'plan-task':
        return watchlist.updateTask(taskId, { dueAt: number % 2 === 0 ? null : clock.now() + number });
      case 'drop-task':
        return watchlist.dropTasks([taskId]);
      case 'put-gateway':
        return watchlist.putGateway(gatewayOf({ id: gatewayId, name: `Studio ${String(number % 3)}` }));
      case 'update-gateway':
        return watchlist.updateGateway(gatewayId, {
          trouble: number % 2 === 0 ? null : 'refused',
          waitingUntil: number,
          waitReason: number % 3 === 0 ? null : 'gateway-asked',
        });
      case 'request':
        return watchlist.noteRequest(gatewayId);
      case 'drop-gateway':
        return watchlist.dropGateway(gatewayId);
      case 'status':
        return watchlist.updateStatus({ paused: number % 2 === 0 });
      case 'view':
        return void watchlist.view();
      case 'pass':
        return clock.advance(number % 3 === 0 ? number : number % 250);
    }
  });

/** Everything in the view is as it would be if nothing of it had been drawn before. */
const expectDrawnAnew = (watchlist: Watchlist, { tasks, gateways, status }: WatchlistView): void => {
  const gatewayNamed = new Map(gateways.map((gateway) => [gateway.id, gateway]));
  for (const task of tasks) {
    const state = watchlist.task(task.id);
    const gateway = gatewayNamed.get(task.gatewayId) ?? null;
    if (state === null) throw new Error(`${task.id} is not on the list.`);
    expect(task).toEqual(entryOf(state, gateway === null ? null : { ...gateway, gateway }));
  }
  const next = tasks.flatMap(({ nextCheckAt }) => nextCheckAt ?? []);
  expect(status.nextCheckAt).toBe(next.length === 0 ? null : Math.min(...next));
};

describe('patches', () => {
  it('make of an earlier view exactly the whole view, whatever happens in between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 12 }),
        fc.array(step, { maxLength: 30 }),
        async (before, after) => {
          const clock = createManualClock();
          const watchlist = watchlistOn(clock);
          const reader = startReading(watchlist);
          for (const one of before) await one(watchlist, clock);
          reader.begin();
          for (const one of after) {
            await one(watchlist, clock);
            // The whole view sends out what is pending, so both are at one revision.
            const whole = watchlist.view();
            const patched = reader.view();
            if (patched === null) throw new Error('The reader has no view.');
            expect(inOneOrder(patched)).toEqual(inOneOrder(whole));
            expectDrawnAnew(watchlist, whole);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('have no gap between them when nobody reads the whole view', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const clock = createManualClock();
        const watchlist = watchlistOn(clock);
        const reader = startReading(watchlist);
        const begun = reader.begin();
        for (const one of steps) await one(watchlist, clock);
        await clock.advance(100);
        expect(reader.patches.map(({ from }) => from)).toEqual(
          reader.patches.map((_, index) => begun.revision + index),
        );
        expect(reader.patches.map(({ to }) => to)).toEqual(
          reader.patches.map((_, index) => begun.revision + index + 1),
        );
        const last = reader.view();
        expect(last === null ? null : inOneOrder(last)).toEqual(inOneOrder(watchlist.view()));
      }),
      { numRuns: 150 },
    );
  });

  it('gather a burst of changes in one, and send nothing while nothing changes', async () => {
    const clock = createManualClock();
    const watchlist = watchlistOn(clock);
    const reader = startReading(watchlist);
    watchlist.putGateway(gatewayOf());
    watchlist.putTasks(taskIds.map((id) => storedTaskOf({ task: taskOf({ id }) })));
    for (const id of taskIds) watchlist.updateTask(id, { report: reportOf() });
    expect(reader.patches).toEqual([]);
    await clock.advance(100);
    expect(reader.patches).toMatchObject([{ changedTasks: taskIds.map((id) => ({ id, progress: 0.5 })) }]);
    await clock.advance(86_400_000);
    expect(reader.patches).toHaveLength(1);
  });

  it('carry what changed and no other task', async () => {
    const clock = createManualClock();
    const watchlist = watchlistOn(clock);
    watchlist.putTasks(taskIds.map((id) => storedTaskOf({ task: taskOf({ id }) })));
    const reader = startReading(watchlist);
    reader.begin();
    reader.patches.length = 0;
    watchlist.updateTask('task-2', { report: reportOf() });
    watchlist.dropTasks(['task-3']);
    await clock.advance(100);
    expect(reader.patches).toMatchObject([{ changedTasks: [{ id: 'task-2' }], removedTasks: ['task-3'] }]);
  });

  it('stop when the reader has ended its subscription', async () => {
    const clock = createManualClock();
    const watchlist = watchlistOn(clock);
    let heard = 0;
    const cancel = watchlist.subscribe(() => (heard += 1));
    watchlist.updateStatus({ paused: true });
    await clock.advance(100);
    cancel();
    watchlist.updateStatus({ paused: false });
    await clock.advance(100);
    expect(heard).toBe(1);
  });
});

describe('the requests of the last minute', () => {
  it('go down by themselves, and readers hear of it', async () => {
    const clock = createManualClock();
    const watchlist = watchlistOn(clock);
    watchlist.putGateway(gatewayOf());
    const reader = startReading(watchlist);
    reader.begin();
    expect(watchlist.view()).toMatchObject({ gateways: [{ asked: false }] });
    watchlist.noteRequest('gateway-1');
    expect(watchlist.view()).toMatchObject({ gateways: [{ asked: true }] });
    await clock.advance(30_000);
    watchlist.noteRequest('gateway-1');
    await clock.advance(200);
    expect(reader.view()).toMatchObject({
      status: { requestsLastMinute: 2 },
      gateways: [{ requestsLastMinute: 2 }],
    });
    await clock.advance(30_000);
    expect(reader.view()).toMatchObject({
      status: { requestsLastMinute: 1 },
      gateways: [{ requestsLastMinute: 1 }],
    });
    await clock.advance(30_000);
    expect(reader.view()).toMatchObject({
      status: { requestsLastMinute: 0 },
      gateways: [{ requestsLastMinute: 0 }],
    });
  });
});

describe('the status', () => {
  it('names the next check of all tasks', () => {
    const clock = createManualClock();
    const watchlist = watchlistOn(clock);
    watchlist.putTasks(taskIds.map((id) => storedTaskOf({ task: taskOf({ id }) })));
    expect(watchlist.view().status.nextCheckAt).toBeNull();
    watchlist.updateTask('task-1', { dueAt: 9_000 });
    watchlist.updateTask('task-2', { dueAt: 4_000 });
    expect(watchlist.view().status.nextCheckAt).toBe(4_000);
    watchlist.dropTasks(['task-2']);
    expect(watchlist.view().status.nextCheckAt).toBe(9_000);
  });
});
