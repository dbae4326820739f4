import { describe, expect, it } from 'vitest';
import { heldTask } from '../../electron/shared/held-task.ts';
import type { Standstill } from '../../electron/shared/next-check-text.ts';
import { percentText } from '../../electron/shared/progress-text.ts';
import type { TaskSave } from '../../electron/shared/saving.ts';
import type { CheckTrouble } from '../../electron/shared/task.ts';
import type { TaskEntry } from '../../electron/shared/watchlist-view.ts';
import { rowTextOf } from '../../renderer/row-text.ts';
import { shownTitle } from '../../renderer/shown-title.ts';
import { gatewayEntry, sampleNow, taskEntry } from './view-samples.ts';

const textOf = (given: Partial<TaskEntry>, standstill: Standstill = null) =>
  rowTextOf(taskEntry(given), sampleNow, standstill);
const video = (expiresAt: number | null) => [
  { kind: 'video' as const, url: 'https://files.example/v.mp4', needsKey: false, expiresAt },
];

describe('the words of a row', () => {
  it('says how far a running task is and when it is asked next', () => {
    expect(textOf({ progress: 0.9302, nextCheckAt: sampleNow + 4000 })).toMatchObject({
      meta: 'sora-2 · winfull',
      chip: '93%',
      second: 'checks in 4 s',
    });
  });

  it('says that it runs when the gateway gives no progress', () => {
    expect(textOf({ progress: null }).chip).toBe('Running');
  });

  it('names the place in the queue', () => {
    expect(textOf({ phase: 'queued', model: null, queuePosition: 4 })).toMatchObject({
      meta: 'winfull · place 4',
      chip: 'Queued',
    });
  });

  it('says that a check is on its way when its time has come', () => {
    expect(textOf({ nextCheckAt: sampleNow }).second).toBe('checking');
    expect(textOf({ nextCheckAt: null }).second).toBe('checking');
  });

  it('counts down to 1 s, never to 0 s', () => {
    expect(textOf({ nextCheckAt: sampleNow + 100 }).second).toBe('checks in 1 s');
  });

  it('says that its gateway waits for a key, also when another task found that out', () => {
    const gateway = gatewayEntry({ trouble: 'refused' });
    const secondOf = (given: Partial<TaskEntry>, trouble: CheckTrouble) =>
      rowTextOf(heldTask(taskEntry(given), { ...gateway, trouble }), sampleNow, null).second;
    expect(secondOf({}, 'refused')).toBe('key refused');
    expect(secondOf({ trouble: 'not-found' }, 'refused')).toBe('id not known');
    expect(secondOf({}, 'unreachable')).toBe('checking');
  });

  it('says when a lost task is asked about again', () => {
    const lost = { phase: 'lost', finishedAt: sampleNow - 60_000 } as const;
    expect(textOf(lost).second).toBe('1 min ago');
    expect(textOf({ ...lost, nextCheckAt: sampleNow + 4000 }).second).toBe('checks in 4 s');
  });

  it('puts trouble before the next check', () => {
    expect(textOf({ health: 'refused', trouble: 'refused', nextCheckAt: sampleNow + 4000 })).toMatchObject({
      second: 'key refused',
      secondTone: 'lost',
    });
  });

  it('says how much longer a task takes in the place of when it is asked', () => {
    const estimate = {
      endsAt: sampleNow + 118_000,
      longFrom: Infinity,
      usualMs: 170_000,
      stalledSince: null,
    };
    const known = { nextCheckAt: sampleNow + 4000, estimate };
    expect(textOf(known)).toMatchObject({ second: 'about 2 min left', secondTone: 'quiet' });
    expect(textOf({ ...known, phase: 'queued' }).second).toBe('usually 3 min');
    const stalled = { ...estimate, stalledSince: sampleNow - 60_000 };
    expect(textOf({ ...known, progress: 0.999, estimate: stalled }).second).toBe('stalled at 99%');
    expect(textOf({ ...known, trouble: 'timed-out' }).second).toBe('no answer');
    expect(textOf(known, 'paused').second).toBe('paused');
    expect(textOf(known, 'offline').second).toBe('offline');
  });

  it('asks about a task that no gateway has answered about for long', () => {
    const silent = { trouble: 'timed-out', silentSince: sampleNow - 8 * 86_400_000 } as const;
    expect(textOf(silent)).toMatchObject({ second: 'keep watching?', secondTone: 'lost' });
  });

  it('says why its gateway is left alone, also when another task found that out', () => {
    const gateway = gatewayEntry({ trouble: 'unreachable' });
    const held = heldTask(taskEntry({ waitReason: 'gateway-down', nextCheckAt: sampleNow + 1 }), gateway);
    expect(rowTextOf(held, sampleNow, null).second).toBe('no answer');
  });

  it('says that it is paused', () => {
    expect(textOf({ nextCheckAt: sampleNow + 4000 }, 'paused').second).toBe('paused');
  });

  it('says how far a video has been saved; the end of its link is then nothing to say', () => {
    const save = {
      state: 'saving',
      trouble: null,
      bytes: 42,
      totalBytes: 100,
      path: null,
      retryAt: null,
    } as const;
    const ready = (some: Partial<TaskSave>) =>
      textOf({
        phase: 'succeeded',
        finishedAt: sampleNow - 60_000,
        links: video(sampleNow + 5.4 * 86_400_000),
        save: { ...save, ...some },
      });
    expect(ready({}).second).toBe('saving 42%');
    expect(ready({ totalBytes: null }).second).toBe('saving');
    expect(ready({ state: 'waiting' }).second).toBe('to be saved');
    expect(ready({ state: 'waiting', trouble: 'unreachable' })).toMatchObject({
      second: 'saving again soon',
      secondTone: 'lost',
    });
    expect(ready({ state: 'waiting', trouble: 'not-writable' })).toMatchObject({
      second: 'cannot be saved',
      secondTone: 'lost',
    });
    expect(ready({ state: 'failed', trouble: 'gone' })).toMatchObject({
      second: 'not saved',
      secondTone: 'lost',
    });
    expect(ready({ state: 'saved', path: '/videos/1.mp4' })).toMatchObject({
      second: 'saved · 1 min ago',
      secondTone: 'quiet',
    });
  });

  it('says how long a video took and how long its link lives', () => {
    const task = {
      phase: 'succeeded',
      startedAt: sampleNow - 193_000,
      finishedAt: sampleNow - 60_000,
    } as const;
    expect(textOf({ ...task, links: video(sampleNow + 5.4 * 86_400_000) })).toMatchObject({
      meta: 'sora-2 · winfull · took 2 min 13 s',
      chip: 'Ready',
      second: 'link 5 d left',
    });
    expect(textOf({ ...task, links: video(sampleNow - 1) }).second).toBe('link ended');
    expect(textOf({ ...task, links: video(null) }).second).toBe('1 min ago');
  });

  it('leaves out a length of time that clocks disagree about', () => {
    const meta = textOf({ phase: 'succeeded', startedAt: sampleNow, finishedAt: sampleNow - 1 }).meta;
    expect(meta).toBe('sora-2 · winfull');
  });

  it('gives the reason of a failure in its place', () => {
    const failure = { code: 'policy', message: 'Rejected by content policy', reason: 'moderation' } as const;
    expect(textOf({ phase: 'failed', failure, finishedAt: sampleNow - 3_600_000 })).toMatchObject({
      meta: 'Rejected by content policy',
      metaTone: 'failed',
      second: '1 h ago',
    });
  });

  it('says what lost means', () => {
    expect(textOf({ phase: 'lost' })).toMatchObject({
      meta: 'The gateway no longer knows this id',
      chip: 'Lost',
    });
  });
});

it('says 100% only when it is so', () => {
  expect(percentText(0.999)).toBe('99%');
  expect(percentText(0.29)).toBe('29%');
  expect(percentText(1)).toBe('100%');
});

it('keeps both ends of a long id that stands in for a title', () => {
  const remoteId = 'task_01k8aw2v3k9dx8m5q7p0z4jm';
  expect(shownTitle(taskEntry({ title: remoteId, remoteId }))).toBe('task_01k8aw2v3k9…p0z4jm');
  expect(shownTitle(taskEntry({ title: remoteId, remoteId: 'another' }))).toBe(remoteId);
});
