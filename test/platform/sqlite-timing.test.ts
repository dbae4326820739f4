import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptPerModel, type TakenTime } from '../../electron/core/learned-times.ts';
import type { StoredPause, TaskStore } from '../../electron/core/store-ports.ts';
import { StoreFailure } from '../../electron/core/store-failure.ts';
import { migrations } from '../../electron/platform/sqlite-schema.ts';
import { createSqliteStore } from '../../electron/platform/sqlite-store.ts';
import { announcementOf, gatewayOf, recordedOf, sampleStart, taskOf } from '../fakes/stored-samples.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taskbell-timing-'));
  file = join(folder, 'taskbell.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

const storeWith = (...ids: string[]): TaskStore => {
  const store = createSqliteStore(file);
  store.saveGateway(gatewayOf());
  store.addTasks(
    ids.map((id, index) => taskOf({ id, remoteId: `remote-${id}`, addedAt: sampleStart + index })),
  );
  return store;
};
const reopened = (store: TaskStore): TaskStore => {
  store.close();
  return createSqliteStore(file);
};

const takenOf = (given: Partial<TakenTime> = {}): TakenTime => ({
  gatewayId: 'gateway-1',
  model: 'sora-2',
  at: sampleStart,
  totalMs: 105_000,
  runningMs: 90_000,
  uncertainMs: 4_000,
  marks: [{ ageMs: 30_000, progress: 0.25 }],
  ...given,
});

describe('the wait that a gateway has named', () => {
  const pause: StoredPause = { until: sampleStart + 0.5, steadyUntil: 1_000.25, steadyAt: 400.125 };

  it('is kept, replaced and ended, and a change of the gateway leaves it alone', () => {
    const store = storeWith();
    expect(store.pauses().size).toBe(0);
    store.savePause('gateway-1', { ...pause, until: 1 });
    store.savePause('gateway-1', pause);
    store.savePause('unknown', pause);
    store.saveGateway(gatewayOf({ name: 'Renamed' }));
    const again = reopened(store);
    expect([...again.pauses()]).toEqual([['gateway-1', pause]]);
    again.savePause('gateway-1', null);
    expect(again.pauses().size).toBe(0);
    again.close();
  });
});

describe('how often a gateway may be asked', () => {
  it('is kept as the user gave it, also below one a second, or as nothing', () => {
    const store = storeWith();
    store.saveGateway(gatewayOf({ requestsPerSecond: 0.25, saving: 'never' }));
    const again = reopened(store);
    expect(again.gateways()[0]).toMatchObject({ requestsPerSecond: 0.25, saving: 'never' });
    again.saveGateway(gatewayOf({ requestsPerSecond: null }));
    expect(again.gateways()[0]?.requestsPerSecond).toBeNull();
    again.close();
  });
});

describe('what a task’s pace shows', () => {
  it('is replaced with each report', () => {
    const store = storeWith('a');
    const pace = {
      began: { after: sampleStart, by: sampleStart + 5 },
      marks: [{ at: sampleStart + 9, progress: 0.5 }],
    };
    store.record(recordedOf({ taskId: 'a', pace }));
    const again = reopened(store);
    expect(again.tasks()).toMatchObject([{ pace }]);
    again.record(recordedOf({ taskId: 'a', pace: null }));
    expect(again.tasks()).toMatchObject([{ pace: null }]);
    again.close();
  });
});

describe('what finished tasks took', () => {
  it('comes back as it was, oldest first, whatever was not known of it', () => {
    const store = storeWith('a');
    const later = takenOf({ at: sampleStart + 9, model: '', runningMs: null, marks: [] });
    for (const taken of [later, takenOf()]) store.record(recordedOf({ taskId: 'a', taken }));
    const again = reopened(store);
    expect(again.takenTimes()).toEqual([takenOf(), later]);
    again.close();
  });

  it('is kept of the newest 400 of each gateway and model', () => {
    file = ':memory:';
    const store = storeWith('a');
    store.saveGateway(gatewayOf({ id: 'gateway-2' }));
    const others = [takenOf({ model: 'other' }), takenOf({ gatewayId: 'gateway-2' })];
    for (const taken of others) store.record(recordedOf({ taskId: 'a', taken }));
    for (let index = 0; index < keptPerModel + 25; index += 1)
      store.record(recordedOf({ taskId: 'a', taken: takenOf({ at: sampleStart + 1 + index }) }));
    const kept = store.takenTimes();
    const own = kept.filter(({ model, gatewayId }) => model === 'sora-2' && gatewayId === 'gateway-1');
    expect(own.map(({ at }) => at - sampleStart)).toEqual(
      Array.from({ length: keptPerModel }, (_, index) => index + 26),
    );
    expect(kept).toEqual(expect.arrayContaining(others));
    store.close();
  });

  it('goes with its gateway, and stays when its task is removed', () => {
    const store = storeWith('a');
    store.record(recordedOf({ taskId: 'a', taken: takenOf() }));
    store.removeTasks(['a'], sampleStart);
    expect(store.takenTimes()).toHaveLength(1);
    store.removeGateway('gateway-1');
    expect(store.takenTimes()).toEqual([]);
    store.close();
  });

  it('is not kept when the report that it came with could not be', () => {
    const store = storeWith('a');
    expect(() =>
      store.record(
        recordedOf({
          taskId: 'unknown',
          taken: takenOf(),
          event: { at: 1, kind: 'phase', phase: 'succeeded', progress: null, note: null },
        }),
      ),
    ).toThrow(StoreFailure);
    expect(store.takenTimes()).toEqual([]);
    store.close();
  });

  it('is recorded in whole ms, because ages may be fractions', () => {
    const store = storeWith('a');
    store.record(
      recordedOf({ taskId: 'a', taken: takenOf({ totalMs: 10.6, runningMs: 9.4, uncertainMs: 0.2 }) }),
    );
    expect(store.takenTimes()).toMatchObject([{ totalMs: 11, runningMs: 9, uncertainMs: 0 }]);
    store.close();
  });
});

describe('what speaks against reminding the user', () => {
  it('is that it was reminded, told or not, and that the video was taken, each with its latest time', () => {
    const store = storeWith('a', 'b', 'c');
    for (const [id, taskId, kind, decidedAt] of [
      ['1', 'a', 'unanswered', 10],
      ['2', 'a', 'unanswered', 20],
      ['3', 'a', 'link-expiring', 15],
      ['4', 'b', 'succeeded', 30],
    ] as const)
      store.announce(announcementOf({ id, taskId, kind, decidedAt }));
    store.markTold(['1', '2'], sampleStart);
    store.noteTaken('c', 40);
    store.noteTaken('c', 50);
    const again = reopened(store);
    const reminders = [...again.reminders(0)].sort((x, y) => x.at - y.at);
    expect(reminders).toEqual([
      { taskId: 'a', kind: 'link-expiring', at: 15 },
      { taskId: 'a', kind: 'unanswered', at: 20 },
      { taskId: 'c', kind: 'taken', at: 50 },
    ]);
    expect(again.untold().map(({ id }) => id)).toEqual(['3', '4']);
    expect(again.history('c').filter(({ kind }) => kind === 'taken')).toHaveLength(2);
    again.close();
  });
});

describe('a task that the user keeps', () => {
  it('is kept from then on, alone, and still is after it was removed and restored', () => {
    const store = storeWith('a', 'b');
    store.keep(['a', 'unknown'], sampleStart + 7);
    store.removeTasks(['a'], sampleStart);
    store.restoreTasks(['a']);
    const again = reopened(store);
    expect(again.tasks()).toMatchObject([{ keptAt: sampleStart + 7 }, { keptAt: null }]);
    again.close();
  });
});

describe('a database of the version before timing', () => {
  it('keeps all that it holds, knows nothing of timing, and takes it from then on', () => {
    const old = new DatabaseSync(file);
    old.exec(`${migrations.slice(0, 2).join('')}
      INSERT INTO gateways VALUES ('gateway-1', 'Studio', 'https://api.example.com', 'relay', 0, 'cdef');
      INSERT INTO tasks (id, gateway_id, remote_id, added_at, added_from, report, reported_at, seen)
        VALUES ('a', 'gateway-1', 'remote-a', ${String(sampleStart)}, 'window', '{"phase":"running"}', 5, 0);
      INSERT INTO events VALUES ('a', 4, 'added', NULL, NULL, 'window');
      INSERT INTO announcements VALUES ('1', 'a', 'succeeded', 6, NULL);
      INSERT INTO settings VALUES ('paused', 'true');
      PRAGMA user_version = 2;`);
    old.close();
    const store = createSqliteStore(file);
    expect(store.gateways()).toEqual([gatewayOf()]);
    expect(store.tasks()).toMatchObject([
      {
        task: { id: 'a' },
        report: { phase: 'running' },
        reportedAt: 5,
        pace: null,
        keptAt: null,
        seen: false,
      },
    ]);
    expect(store.untold()).toHaveLength(1);
    expect(store.history('a')).toHaveLength(1);
    expect(store.setting('paused')).toBe('true');
    expect(store.pauses().size).toBe(0);
    expect(store.takenTimes()).toEqual([]);
    expect(store.reminders(0)).toEqual([]);
    store.savePause('gateway-1', { until: 1, steadyUntil: 2, steadyAt: 3 });
    store.record(recordedOf({ taskId: 'a', taken: takenOf() }));
    store.keep(['a'], 9);
    const again = reopened(store);
    expect(again.pauses().size).toBe(1);
    expect(again.takenTimes()).toEqual([takenOf()]);
    expect(again.tasks()).toMatchObject([{ keptAt: 9 }]);
    again.close();
  });
});
