import { describe, expect, it } from 'vitest';
import type { RecordedReport, TaskStore } from '../../electron/core/store-ports.ts';
import { createPatientStore } from '../../electron/core/patient-store.ts';
import { StoreFailure } from '../../electron/core/store-failure.ts';
import { createSqliteStore } from '../../electron/platform/sqlite-store.ts';
import type { TaskEvent } from '../../electron/shared/task.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { announcementOf, gatewayOf, recordedOf, reportOf, taskOf } from '../fakes/stored-samples.ts';

const setUp = () => {
  const disk = { full: false };
  const written: RecordedReport[] = [];
  const real: TaskStore = createSqliteStore(':memory:');
  real.saveGateway(gatewayOf());
  real.addTasks([taskOf({ id: 'a', remoteId: 'a' }), taskOf({ id: 'b', remoteId: 'b' })]);
  const watched = new Set(['a', 'b']);
  const clock = createManualClock();
  let caughtUp = 0;
  const store = createPatientStore({
    clock,
    store: {
      ...real,
      record: (recorded) => {
        if (disk.full) throw new StoreFailure('The watchlist could not be saved: disk full.');
        real.record(recorded);
        written.push(recorded);
      },
    },
    isWatched: (id) => watched.has(id),
    onCaughtUp: () => (caughtUp += 1),
  });
  return { disk, written, store, watched, clock, caughtUp: () => caughtUp };
};

const progress = (taskId: string, value: number): RecordedReport => {
  const event: TaskEvent = { at: 1, kind: 'progress', phase: 'running', progress: value, note: null };
  return recordedOf({ taskId, report: reportOf({ progress: value }), event });
};
const ended = (taskId: string): RecordedReport =>
  recordedOf({
    taskId,
    report: reportOf({ phase: 'succeeded' }),
    seen: false,
    event: { at: 2, kind: 'phase', phase: 'succeeded', progress: 1, note: null },
    announcement: announcementOf({ id: `told-${taskId}`, taskId }),
  });

describe('a report that cannot be written', () => {
  it('waits, is not in the ledger until it is written, and then there is something to tell', async () => {
    const { disk, store, clock, caughtUp } = setUp();
    disk.full = true;
    store.record(ended('a'));
    await clock.advance(60_000);
    expect(store.untold()).toEqual([]);
    disk.full = false;
    await clock.advance(20_000);
    expect(store.untold()).toMatchObject([{ taskId: 'a' }]);
    expect(caughtUp()).toBe(1);
    expect(clock.pending()).toBe(0);
  });

  it('is written before what comes later, in the order of their coming', () => {
    const { disk, store, written } = setUp();
    disk.full = true;
    store.record(progress('a', 0.1));
    store.record(ended('b'));
    disk.full = false;
    store.record(ended('a'));
    expect(written.map(({ taskId, report }) => `${taskId} ${report.phase}`)).toEqual([
      'a running',
      'b succeeded',
      'a succeeded',
    ]);
  });

  it('makes room for a newer one of the same task, unless it changes the phase: days of a full disk fit', () => {
    const { disk, store, written } = setUp();
    disk.full = true;
    for (let index = 0; index < 5000; index += 1) store.record(progress('a', index / 5000));
    store.record(ended('a'));
    store.record(progress('b', 0.5));
    disk.full = false;
    store.close();
    expect(written.map(({ taskId }) => taskId)).toEqual(['a', 'a', 'b']);
  });

  it('of a task that is not watched any more does not stand in the way of the others', async () => {
    const { disk, store, watched, clock, written } = setUp();
    disk.full = true;
    store.record(ended('a'));
    store.record(ended('b'));
    watched.delete('a');
    disk.full = false;
    await clock.advance(20_000);
    expect(written.map(({ taskId }) => taskId)).toEqual(['b']);
  });

  it('gets a last chance when Taskbell ends', () => {
    const { disk, store, written } = setUp();
    disk.full = true;
    store.record(ended('a'));
    disk.full = false;
    store.close();
    expect(written).toHaveLength(1);
  });
});
