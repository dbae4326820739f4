import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failed } from '../electron/shared/result.ts';
import { createManualClock } from './fakes/manual-clock.ts';
import { savedAs } from './fakes/recording-files.ts';
import { createScriptedHttp, json, running, troubled } from './fakes/scripted-http.ts';
import { addGateway, startWholeApp, type Surroundings, type WholeApp } from './fakes/whole-app.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const weekMs = 7 * 24 * hourMs;

const titles = ({ desktop }: WholeApp): string[] => desktop.notices.map(({ title }) => title);

describe('a video whose link ends soon', () => {
  const startReady = async (surroundings: Surroundings = {}) => {
    const whole = startWholeApp(surroundings);
    await addGateway(whole);
    const expires_at = Math.floor((whole.clock.now() + 6 * hourMs) / 1000);
    whole.http.answer('task_1', running('task_1', 0.5));
    whole.app.tasks.watch('task_1', null, 'window');
    await whole.clock.advance(10_000);
    whole.http.answer(
      'task_1',
      json({ id: 'task_1', status: 'completed', video_url: 'https://cdn.example.com/1.mp4', expires_at }),
    );
    await whole.clock.advance(minuteMs);
    expect(titles(whole)).toEqual(['Video ready']);
    return whole;
  };

  it('is told of before', async () => {
    const whole = await startReady();
    await whole.clock.advance(5 * hourMs);
    expect(titles(whole)).toEqual(['Video ready']);
    await whole.clock.advance(40 * minuteMs);
    expect(titles(whole)).toEqual(['Video ready', 'The link to this video ends in about 35 minutes']);
    await whole.clock.advance(6 * hourMs);
    expect(titles(whole)).toHaveLength(2);
  });

  it('is not told of once its link was copied or opened', async () => {
    const copied = await startReady();
    await copied.app.tasks.copyLink(copied.onlyTask().id);
    await copied.clock.advance(8 * hourMs);
    expect(titles(copied)).toEqual(['Video ready']);
    const opened = await startReady();
    await opened.app.tasks.openVideo(opened.onlyTask().id);
    await opened.clock.advance(8 * hourMs);
    expect(titles(opened)).toEqual(['Video ready']);
  });

  it('is not told of while it is being saved, and is when that comes to nothing', async () => {
    const whole = await startReady();
    whole.app.results.save(whole.onlyTask().id, null);
    await whole.clock.advance(5 * hourMs + 40 * minuteMs);
    expect(titles(whole)).toEqual(['Video ready']);
    whole.files.finish(0, failed({ trouble: 'too-large', retryAfterMs: null }));
    await whole.clock.advance(2 * minuteMs);
    expect(titles(whole)).toContain('The link to this video ends in about 20 minutes');
  });

  it('is told of when its save waits for something that the user may have to do', async () => {
    const whole = await startReady();
    whole.app.results.save(whole.onlyTask().id, null);
    await whole.clock.advance(5 * hourMs);
    for (let minutes = 0; minutes < 50; minutes += 1) {
      whole.files.finish(whole.files.jobs.length - 1, failed({ trouble: 'no-folder', retryAfterMs: null }));
      await whole.clock.advance(minuteMs);
    }
    expect(whole.files.jobs.length).toBeGreaterThan(5);
    expect(titles(whole).filter((title) => title.startsWith('The link'))).toHaveLength(1);
  });

  it('is told of once, also over a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'taskbell-reminded-'));
    const shared = { file: join(folder, 'a.sqlite'), clock: createManualClock(), http: createScriptedHttp() };
    const told = await startReady(shared);
    await told.clock.advance(5 * hourMs + 40 * minuteMs);
    expect(titles(told)).toHaveLength(2);
    told.app.stop();
    const again = startWholeApp(shared);
    await again.clock.advance(10 * minuteMs);
    expect(titles(again)).toEqual([]);
    again.app.stop();
    rmSync(folder, { recursive: true });
  });

  it('is not told of after a restart when it was saved before', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'taskbell-reminded-'));
    const shared = { file: join(folder, 'a.sqlite'), clock: createManualClock(), http: createScriptedHttp() };
    const before = await startReady(shared);
    before.app.results.save(before.onlyTask().id, null);
    await before.clock.advance(1000);
    before.files.finish(0, savedAs('/videos/1.mp4'));
    await before.clock.advance(1000);
    before.app.stop();
    const again = startWholeApp(shared);
    await again.clock.advance(7 * hourMs);
    expect(titles(again)).toEqual([]);
    again.app.stop();
    rmSync(folder, { recursive: true });
  });
});

describe('a task that no gateway answers about', () => {
  it('is asked about after a week, shows it, and is kept when the user says so', async () => {
    const whole = startWholeApp();
    await addGateway(whole);
    whole.http.answer('task_1', troubled('unreachable'));
    whole.app.tasks.watch('task_1', null, 'window');
    await whole.clock.advance(weekMs - hourMs);
    expect(titles(whole)).toEqual([]);
    await whole.clock.advance(2 * hourMs);
    expect(titles(whole)).toEqual([expect.stringMatching(/^No answer about this video since \d+ January$/)]);
    expect(whole.onlyTask().silentSince).not.toBeNull();
    whole.app.tasks.keep([whole.onlyTask().id]);
    expect(whole.onlyTask().silentSince).toBeNull();
    await whole.clock.advance(2 * hourMs);
    expect(whole.onlyTask().silentSince).toBeNull();
    expect(titles(whole)).toHaveLength(1);
    whole.http.answer('task_1', running('task_1', 0.5));
    await whole.clock.advance(10 * minuteMs);
    expect(whole.onlyTask()).toMatchObject({ phase: 'running', health: 'fresh' });
  }, 30_000);
});

it('once the app is stopped, nothing is left that runs', async () => {
  const whole = startWholeApp();
  await addGateway(whole);
  whole.http.answer('task_1', running('task_1', 0.5));
  whole.app.tasks.watch('task_1', null, 'window');
  await whole.clock.advance(10_000);
  whole.clock.sleep(hourMs);
  whole.machine.wake();
  whole.app.stop();
  expect(whole.clock.pending()).toBe(0);
  whole.machine.wake();
  whole.machine.setOffline(false);
  expect(whole.clock.pending()).toBe(0);
});
