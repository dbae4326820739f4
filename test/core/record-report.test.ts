import { describe, expect, it } from 'vitest';
import { createLearnedTimes, type TakenTime } from '../../electron/core/learned-times.ts';
import type { RecordedReport } from '../../electron/core/store-ports.ts';
import { createRecordReport } from '../../electron/core/record-report.ts';
import { createWatchlist } from '../../electron/core/watchlist.ts';
import type { Report } from '../../electron/shared/task.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { gatewayOf, reportOf, storedTaskOf, taskOf } from '../fakes/stored-samples.ts';

const minuteMs = 60_000;
const id = 'task-1';

/** A store that refuses to write when the test says so, and a list with one task. */
const startRecord = () => {
  const clock = createManualClock();
  const watchlist = createWatchlist(clock, () => ({ requestsPerSecond: 4, concurrency: 4 }));
  watchlist.putGateway(gatewayOf());
  watchlist.putTasks([storedTaskOf({ task: taskOf({ addedAt: clock.now() }) })]);
  const recorded: RecordedReport[] = [];
  const planned: number[] = [];
  const taken: TakenTime[] = [];
  const told: number[] = [];
  const takenTime: TakenTime = {
    gatewayId: 'gateway-1',
    model: 'sora-2',
    at: 0,
    totalMs: 1,
    runningMs: 1,
    uncertainMs: 0,
    marks: [],
  };
  const record = createRecordReport({
    clock,
    random: () => 0.5,
    makeId: () => `announcement-${String(recorded.length)}`,
    store: {
      record: (one) => void recorded.push(one),
    },
    watchlist,
    learnedOf: (gatewayId, model) => createLearnedTimes().of(gatewayId, model),
    termsOf: () => ({ promptness: 'balanced', shortestDelayMs: null, slowed: false }),
    takenBy: () => takenTime,
    startedAt: clock.now(),
    plan: (_state, delayMs) => void planned.push(delayMs),
    onTaken: (one) => void taken.push(one),
    onAnnounced: () => void told.push(clock.now()),
  });
  const report = (given: Partial<Report>): void => {
    const state = watchlist.task(id);
    if (state !== null) record(state, reportOf(given));
  };
  const state = () => watchlist.task(id);
  return { clock, watchlist, recorded, planned, taken, told, report, state };
};

describe('a report', () => {
  it('of an unfinished task plans the next check; of an ended one it plans none and ends the estimate', () => {
    const { watchlist, planned, report, state } = startRecord();
    report({ phase: 'running' });
    expect(planned).toHaveLength(1);
    watchlist.updateTask(id, {
      estimate: { endsAt: 1, longFrom: 2, usualMs: 3, stalledSince: null },
    });
    report({ phase: 'failed' });
    expect(planned).toHaveLength(1);
    expect(state()?.estimate).toBeNull();
  });

  it('of an ending is told once, whatever is reported of it after that', () => {
    const { told, report } = startRecord();
    report({ phase: 'running' });
    report({ phase: 'succeeded' });
    report({ phase: 'succeeded', title: 'Another title' });
    report({ phase: 'failed' });
    expect(told).toHaveLength(1);
  });

  it('of a success without its link is asked about for a day, less and less often, and then no more', async () => {
    const { clock, planned, report } = startRecord();
    report({ phase: 'running' });
    planned.length = 0;
    for (let count = 0; count < 8; count += 1) report({ phase: 'succeeded', linksPending: true });
    expect(planned).toHaveLength(8);
    expect(planned).toEqual([...planned].sort((a, b) => a - b));
    await clock.advance(24 * 60 * minuteMs);
    report({ phase: 'succeeded', linksPending: true });
    expect(planned).toHaveLength(8);
  });

  it('ends what a silence, a trouble and answers of not-found have left behind', () => {
    const { watchlist, report, state } = startRecord();
    watchlist.updateTask(id, {
      trouble: 'not-found',
      notFound: { count: 2, since: 0 },
      failures: 4,
      silentSince: 1,
    });
    report({ phase: 'running' });
    expect(state()).toMatchObject({ trouble: null, notFound: null, failures: 0, silentSince: null });
  });

  it('at first sight is no news of a task that was just added, and is of one that was waited for', async () => {
    const fresh = startRecord();
    await fresh.clock.advance(minuteMs - 1);
    fresh.report({ phase: 'succeeded' });
    expect(fresh.told).toEqual([]);
    expect(fresh.state()?.seen).toBe(true);
    const awaited = startRecord();
    await awaited.clock.advance(minuteMs);
    awaited.report({ phase: 'succeeded' });
    expect(awaited.told).toHaveLength(1);
  });
});
