import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultNotificationSettings } from '../electron/shared/quiet.ts';
import { createManualClock } from './fakes/manual-clock.ts';
import { createMemoryVault } from './fakes/memory-vault.ts';
import { createScriptedHttp, json } from './fakes/scripted-http.ts';
import { addGateway, startWholeApp, type WholeApp } from './fakes/whole-app.ts';

const minuteMs = 60_000;
const startsAt = new Date(2026, 0, 5, 15, 0).getTime();

const running = (id: string) => json({ id, status: 'processing', detail: { input: { prompt: id } } });
const done = (id: string) =>
  json({
    id,
    status: 'completed',
    detail: { input: { prompt: id } },
    video_url: 'https://cdn.example.com/1.mp4',
  });
const failed = (id: string) =>
  json({ id, status: 'failed', detail: { input: { prompt: id } }, error: 'upstream error' });

let folder: string;
let world: Parameters<typeof startWholeApp>[0] & { http: ReturnType<typeof createScriptedHttp> };
let life: WholeApp;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'taskbell-quiet-'));
  world = {
    clock: createManualClock(startsAt),
    http: createScriptedHttp(),
    vault: createMemoryVault(),
    file: join(folder, 'taskbell.sqlite'),
  };
  life = startWholeApp(world);
  await addGateway(life);
});
afterEach(() => {
  life.app.stop();
  rmSync(folder, { recursive: true });
});

const titles = (): readonly string[] => life.desktop.notices.map(({ title }) => title);

const watchRunning = async (...ids: readonly string[]): Promise<void> => {
  for (const id of ids) world.http.answer(id, running(id));
  life.app.tasks.watch(ids.join('\n'), null, 'window');
  await life.clock.advance(2 * minuteMs);
};

const end = async (answer: typeof done, ...ids: readonly string[]): Promise<void> => {
  for (const id of ids) world.http.answer(id, answer(id));
  const tasks = life.app.view().tasks.filter(({ remoteId }) => ids.includes(remoteId));
  life.app.tasks.check(tasks.map(({ id }) => id));
  await life.clock.advance(10_000);
};

describe('quiet for a while', () => {
  it('holds endings back and tells them in one digest when it ends', async () => {
    await watchRunning('task_1', 'task_2');
    life.app.quietFor('30-minutes');
    await end(done, 'task_1');
    await end(failed, 'task_2');
    expect(titles()).toEqual([]);
    expect(life.app.view().status.quiet).toMatchObject({ reason: 'asked' });
    await life.clock.advance(30 * minuteMs);
    expect(titles()).toEqual(['While it was quiet: 1 ready, 1 failed']);
    expect(life.app.view().status.quiet).toBeNull();
  });

  it('ends when the user says so', async () => {
    await watchRunning('task_1');
    life.app.quietFor('2-hours');
    await end(done, 'task_1');
    life.app.endQuiet();
    await life.clock.advance(1);
    expect(titles()).toEqual(['Video ready']);
  });

  it('lasts over a restart, and what it held back is told after it', async () => {
    await watchRunning('task_1', 'task_2');
    life.app.quietFor('2-hours');
    await end(done, 'task_1', 'task_2');
    life.app.stop();
    life = startWholeApp(world);
    await life.clock.advance(30 * minuteMs);
    expect(life.app.view().status.quiet).toMatchObject({ reason: 'asked' });
    expect(titles()).toEqual([]);
    await life.clock.advance(120 * minuteMs);
    expect(titles()).toEqual(['While it was quiet: 2 ready']);
  });

  it('that ended while Taskbell was closed is told at the start', async () => {
    await watchRunning('task_1', 'task_2');
    life.app.quietFor('30-minutes');
    await end(done, 'task_1', 'task_2');
    life.app.stop();
    await life.clock.advance(60 * minuteMs);
    life = startWholeApp(world);
    await life.clock.advance(10_000);
    expect(titles()).toEqual(['While you were away: 2 ready']);
  });
});

describe('quiet hours', () => {
  it('begin and end by themselves, and failures break through if that is wanted', async () => {
    await watchRunning('task_1', 'task_2');
    life.app.configureNotifications({
      ...defaultNotificationSettings,
      quietHours: { on: true, from: 16 * 60, to: 18 * 60 },
      failuresBreakThrough: true,
    });
    expect(life.app.view().status.quiet).toBeNull();
    await life.clock.advance(60 * minuteMs);
    expect(life.app.view().status.quiet).toEqual({
      reason: 'hours',
      until: new Date(2026, 0, 5, 18, 0).getTime(),
    });
    await end(done, 'task_1');
    expect(titles()).toEqual([]);
    await end(failed, 'task_2');
    expect(titles()).toEqual(['Video failed']);
    await life.clock.advance(120 * minuteMs);
    expect(titles()).toEqual(['Video failed', 'Video ready']);
  });
});

describe('the desktop’s do-not-disturb', () => {
  it('holds back while it is on', async () => {
    await watchRunning('task_1');
    life.desktop.setDoNotDisturb(true);
    await end(done, 'task_1');
    expect(titles()).toEqual([]);
    life.desktop.setDoNotDisturb(false);
    await life.clock.advance(1);
    expect(titles()).toEqual(['Video ready']);
  });
});

describe('a muted task', () => {
  it('is not told of, is marked in the list, stays muted over a restart, and is told of again once it is not', async () => {
    await watchRunning('task_1');
    const { id } = life.onlyTask();
    life.app.setMuted([id], true);
    await life.clock.advance(1_000);
    expect(life.onlyTask().muted).toBe(true);
    life.app.stop();
    life = startWholeApp(world);
    expect(life.onlyTask().muted).toBe(true);
    await end(done, 'task_1');
    await life.clock.advance(10 * minuteMs);
    expect(titles()).toEqual([]);
    expect(life.onlyTask()).toMatchObject({ phase: 'succeeded', seen: false });
    life.app.setMuted([id], false);
    await life.clock.advance(10 * minuteMs);
    expect(titles()).toEqual([]);
  });
});

describe('a button of a notice', () => {
  it('opens the video, copies its link, and counts as having looked', async () => {
    await watchRunning('task_1');
    await end(done, 'task_1');
    life.desktop.pressButton(0, 'Open video');
    life.desktop.pressButton(0, 'Copy link');
    await life.clock.advance(1_000);
    expect(life.desktop.opener).toEqual(['https://cdn.example.com/1.mp4']);
    expect(life.desktop.clipboard).toBe('https://cdn.example.com/1.mp4');
    expect(life.onlyTask().seen).toBe(true);
    expect(life.desktop.opened).toEqual([]);
  });

  it('asks again about a failed task, and a failure that the gateway takes back is news', async () => {
    await watchRunning('task_1');
    await end(failed, 'task_1');
    world.http.answer('task_1', done('task_1'));
    await life.clock.advance(60 * minuteMs);
    expect(life.onlyTask().phase).toBe('failed');
    life.desktop.pressButton(0, 'Check again');
    await life.clock.advance(10_000);
    expect(life.onlyTask().phase).toBe('succeeded');
    expect(titles()).toEqual(['Video failed', 'Video ready']);
    expect(life.desktop.standing().map(({ title }) => title)).toEqual(['Video ready']);
  });

  it('asks once, and leaves a failure alone that the gateway no longer knows', async () => {
    await watchRunning('task_1');
    await end(failed, 'task_1');
    world.http.answer('task_1', json({ code: 'task_not_exist', message: 'no such task' }, 400));
    life.desktop.pressButton(0, 'Check again');
    await life.clock.advance(60 * minuteMs);
    expect(life.onlyTask()).toMatchObject({ phase: 'failed', nextCheckAt: null });
    expect(titles()).toEqual(['Video failed']);
  });

  it('that can do nothing says why', async () => {
    await watchRunning('task_1');
    await end(done, 'task_1');
    const { id } = life.onlyTask();
    world.http.answer('task_1', failed('task_1'));
    life.app.tasks.remove([id]);
    life.desktop.pressButton(0, 'Open video');
    await life.clock.advance(10);
    expect(titles()).toEqual(['Video ready', 'The video was not opened']);
  });
});

describe('who looks at the window', () => {
  it('is told there alone', async () => {
    await watchRunning('task_1');
    life.desktop.isLookedAt = true;
    await end(done, 'task_1');
    expect(titles()).toEqual([]);
    expect(life.desktop.said).toEqual([{ text: 'Video ready: task_1', taskId: life.onlyTask().id }]);
    life.desktop.isLookedAt = false;
    await life.clock.advance(10 * minuteMs);
    expect(titles()).toEqual([]);
  });
});
