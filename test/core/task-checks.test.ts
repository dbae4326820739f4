import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answered } from '../../electron/core/checker.ts';
import { StoreFailure } from '../../electron/core/store-failure.ts';
import { createTaskChecks } from '../../electron/core/task-checks.ts';
import { createWatchlist } from '../../electron/core/watchlist.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { createMemoryVault } from '../fakes/memory-vault.ts';
import { completed, createScriptedHttp, json, running, troubled } from '../fakes/scripted-http.ts';
import { gatewayOf, reportOf, storedTaskOf, taskOf } from '../fakes/stored-samples.ts';
import { addGateway, startWholeApp } from '../fakes/whole-app.ts';

const minuteMs = 60_000;

const startLost = async () => {
  const whole = startWholeApp();
  await addGateway(whole);
  whole.http.answer('task_1', json({ code: 'task_not_exist' }, 400));
  whole.app.tasks.watch('task_1', null, 'window');
  await whole.clock.advance(5 * minuteMs);
  expect(whole.onlyTask()).toMatchObject({ phase: 'lost', nextCheckAt: null });
  expect(whole.desktop.notices).toHaveLength(1);
  return whole;
};

describe('a lost task that the user asks about again', () => {
  it('goes on like any other when the gateway has found it, and its end is told', async () => {
    const whole = await startLost();
    whole.http.answer('task_1', running('task_1', 0.5));
    whole.app.tasks.check([whole.onlyTask().id]);
    await whole.clock.advance(minuteMs);
    expect(whole.onlyTask()).toMatchObject({ phase: 'running', finishedAt: null, failure: null });
    whole.http.answer('task_1', completed('task_1'));
    await whole.clock.advance(minuteMs);
    expect(whole.desktop.notices).toMatchObject([{}, { title: 'Video ready' }]);
  });

  it('is told of when the gateway says that it ended well after all', async () => {
    const whole = await startLost();
    const lostAt = whole.onlyTask().finishedAt ?? 0;
    whole.http.answer('task_1', completed('task_1'));
    whole.app.tasks.check([whole.onlyTask().id]);
    await whole.clock.advance(minuteMs);
    expect(whole.onlyTask()).toMatchObject({ phase: 'succeeded', seen: false });
    expect(whole.onlyTask().finishedAt).toBeGreaterThan(lostAt);
    expect(whole.desktop.notices).toMatchObject([{}, { title: 'Video ready' }]);
  });

  it('stays lost in silence when the gateway still does not know it', async () => {
    const whole = await startLost();
    whole.app.tasks.check([whole.onlyTask().id]);
    await whole.clock.advance(60 * minuteMs);
    expect(whole.onlyTask()).toMatchObject({ phase: 'lost', nextCheckAt: null });
    expect(whole.desktop.notices).toHaveLength(1);
  });
});

describe('a ready task that the user asks about again', () => {
  const readyAt = (url: string) => json({ id: 'task_1', status: 'completed', video_url: url });
  const startReady = async () => {
    const whole = startWholeApp();
    await addGateway(whole);
    whole.http.answer('task_1', readyAt('https://cdn.example.com/old.mp4'));
    whole.app.tasks.watch('task_1', null, 'window');
    await whole.clock.advance(minuteMs);
    return whole;
  };

  it('has the links that the gateway gives now, for one request, and is not told anew', async () => {
    const whole = await startReady();
    const before = { asked: whole.http.requests.length, notices: whole.desktop.notices.length };
    whole.http.answer('task_1', readyAt('https://cdn.example.com/new.mp4'));
    whole.app.tasks.check([whole.onlyTask().id]);
    await whole.clock.advance(60 * minuteMs);
    expect(whole.http.requests).toHaveLength(before.asked + 1);
    expect(whole.onlyTask()).toMatchObject({
      phase: 'succeeded',
      links: [{ url: 'https://cdn.example.com/new.mp4' }],
      nextCheckAt: null,
    });
    expect(whole.desktop.notices).toHaveLength(before.notices);
  });

  it('stays ready with its links when the gateway does not know it any more', async () => {
    const whole = await startReady();
    const { links } = whole.onlyTask();
    whole.http.answer('task_1', json({ code: 'task_not_exist' }, 400));
    whole.app.tasks.check([whole.onlyTask().id]);
    await whole.clock.advance(60 * minuteMs);
    expect(whole.onlyTask()).toMatchObject({ phase: 'succeeded', links });
  });

  it('is one of ten at most that are asked about together', async () => {
    const whole = startWholeApp();
    await addGateway(whole);
    const ids = Array.from({ length: 12 }, (_, at) => `task_${String(at)}`);
    for (const id of ids) whole.http.answer(id, completed(id));
    whole.app.tasks.watch(ids.join('\n'), null, 'window');
    await whole.clock.advance(5 * minuteMs);
    const asked = whole.http.requests.length;
    whole.app.tasks.check(whole.app.view().tasks.map(({ id }) => id));
    await whole.clock.advance(5 * minuteMs);
    expect(whole.http.requests).toHaveLength(asked + 10);
  });
});

describe('while the store cannot write', () => {
  it('watching goes on as else: what the gateway says shows, and it is not asked more often', async () => {
    const whole = startWholeApp({
      store: (real) => ({
        ...real,
        record: () => {
          throw new StoreFailure('The watchlist could not be saved: disk full.');
        },
      }),
    });
    await addGateway(whole);
    whole.http.answer('task_1', running('task_1', 0.5));
    whole.app.tasks.watch('task_1', null, 'window');
    await whole.clock.advance(60 * minuteMs);
    const asked = whole.http.requests.length;
    expect(whole.onlyTask()).toMatchObject({ phase: 'running', progress: 0.5, health: 'fresh' });
    const well = startWholeApp();
    await addGateway(well);
    well.http.answer('task_1', running('task_1', 0.5));
    well.app.tasks.watch('task_1', null, 'window');
    await well.clock.advance(60 * minuteMs);
    expect(asked).toBe(well.http.requests.length);
  });
});

describe('a task that has ended when it is seen for the first time', () => {
  it('is news when the user has waited for the gateway’s first answer for a minute', async () => {
    const whole = startWholeApp();
    await addGateway(whole);
    whole.http.answer('task_1', troubled('unreachable'));
    whole.app.tasks.watch('task_1', null, 'window');
    await whole.clock.advance(minuteMs);
    whole.http.answer('task_1', completed('task_1'));
    await whole.clock.advance(10 * minuteMs);
    expect(whole.desktop.notices).toMatchObject([{ title: 'Video ready' }]);
  });

  it('is news when it was added in an earlier life of the app, however short ago', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'taskbell-checks-'));
    const clock = createManualClock();
    const common = {
      clock,
      http: createScriptedHttp(),
      vault: createMemoryVault(),
      file: join(folder, 'list.sqlite'),
    };
    const first = startWholeApp(common);
    await addGateway(first);
    first.app.tasks.watch('task_1', null, 'command-line');
    first.app.stop();
    common.http.answer('task_1', completed('task_1'));
    await clock.advance(1_000);
    const second = startWholeApp(common);
    await clock.advance(1_000);
    expect(second.desktop.notices).toMatchObject([{ title: 'Video ready' }]);
    second.app.stop();
    rmSync(folder, { recursive: true });
  });
});

const ids = Array.from({ length: 50 }, (_, index) => `task-${String(index)}`);

const startChecks = (answerOf: () => Answered, recordMs = 0) => {
  const clock = createManualClock();
  const watchlist = createWatchlist(clock, () => ({ requestsPerSecond: 4, concurrency: 4 }));
  watchlist.putGateway(gatewayOf());
  watchlist.putTasks(ids.map((id) => storedTaskOf({ task: taskOf({ id, remoteId: id }) })));
  const noted: string[] = [];
  const recorded: string[] = [];
  const shared = answerOf();
  const check = createTaskChecks({
    clock,
    random: () => 0.5,
    watchlist,
    company: {
      ask: () =>
        Promise.resolve(new Map(ids.map((id) => [id, shared.kind === 'report' ? answerOf() : shared]))),
    },
    holds: {
      noteAnswer: () => void noted.push('answer'),
      noteTrouble: () => noted.push('trouble') > 0,
    },
    connection: { noteAnswer: () => undefined, noteTrouble: () => false },
    isLocal: () => false,
    record: ({ task }) => {
      recorded.push(task.id);
      clock.freeze(recordMs);
    },
    plan: () => undefined,
    onChecked: () => undefined,
  });
  return { check, noted, recorded, clock, watchlist };
};

describe('one answer about many tasks', () => {
  it('counts as one, whether it is a list of reports or a trouble', async () => {
    const reports = startChecks(() => ({ kind: 'report', report: reportOf() }));
    await reports.check(ids);
    expect(reports.recorded).toEqual(ids);
    expect(reports.noted).toEqual(['answer']);
    const troubles = startChecks(() => ({ kind: 'trouble', trouble: 'server-error', retryAfterMs: null }));
    await troubles.check(ids);
    expect(troubles.noted).toEqual(['trouble']);
  });
});

describe('an answer about many tasks that takes long to write', () => {
  it('lets others have their turn in between, and drops what was removed meanwhile', async () => {
    const { check, recorded, clock, watchlist } = startChecks(
      () => ({ kind: 'report', report: reportOf() }),
      5,
    );
    let seen = 0;
    clock.after(0, () => {
      seen = recorded.length;
      watchlist.dropTasks(['task-49']);
    });
    const checked = check(ids);
    await clock.advance(10_000);
    await checked;
    expect(seen).toBeLessThan(5);
    expect(recorded).toEqual(ids.slice(0, -1));
  });
});

describe('asking about everything now', () => {
  it('looks at each gateway once, and not once for each of its tasks', async () => {
    const whole = startWholeApp();
    await addGateway(whole);
    const remoteIds = Array.from({ length: 200 }, (_, index) => `task_${String(index)}`);
    for (const id of remoteIds) whole.http.answer(id, running(id, 0.5));
    whole.app.tasks.watch(remoteIds.join('\n'), null, 'window');
    const ids = whole.app.view().tasks.map(({ id }) => id);
    let looks = 0;
    const { clock } = whole;
    const steadyBefore = clock.steady.bind(clock);
    Object.assign(clock, { steady: () => ((looks += 1), steadyBefore()) });
    whole.app.tasks.check(ids);
    // Once for the time that is shown of each.
    expect(looks).toBeLessThan(1.5 * ids.length);
  });
});
