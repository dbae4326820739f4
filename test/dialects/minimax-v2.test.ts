import { describe, expect, it } from 'vitest';
import { minimaxV2 } from '../../electron/dialects/minimax-v2.ts';
import { now, plainReport, readingOf, reportFrom } from './reading-of.ts';

const id = '300000000000001';
const running = {
  id,
  model: 'MiniMax-H3',
  status: 'running',
  created_at: 1767323045,
  updated_at: 1767323060,
};
const whole = { ...plainReport, model: 'MiniMax-H3', createdAt: 1767323045000 };

describe('a MiniMax task of version 2', () => {
  it('runs', () => {
    expect(reportFrom(minimaxV2, id, { task: running })).toEqual({
      ...whole,
      phase: 'running',
      stage: 'running',
      updatedAt: 1767323060000,
    });
    expect(reportFrom(minimaxV2, id, { task: { ...running, status: 'queued' } }).phase).toBe('queued');
  });

  it('has its video', () => {
    const url = 'https://cdn.example.com/m/2.mp4';
    const task = { ...running, status: 'succeeded', content: { url }, duration: 6, updated_at: 1767323245 };
    expect(reportFrom(minimaxV2, id, { task })).toEqual({
      ...whole,
      phase: 'succeeded',
      stage: 'succeeded',
      links: [{ kind: 'video', url, needsKey: false, expiresAt: null }],
      updatedAt: 1767323245000,
    });
  });

  it('says why it failed', () => {
    const error = { code: '1026', message: 'input content sensitive' };
    const task = { ...running, status: 'failed', error, updated_at: 1767323145 };
    expect(reportFrom(minimaxV2, id, { task })).toEqual({
      ...whole,
      phase: 'failed',
      stage: 'failed',
      failure: { ...error, reason: 'moderation' },
      updatedAt: 1767323145000,
    });
    expect(reportFrom(minimaxV2, id, { task: { ...running, status: 'cancelled' } }).phase).toBe('cancelled');
  });

  it('is gone after 7 days, however that is wrapped', () => {
    const gone = { kind: 'trouble', trouble: 'not-found' };
    const base_resp = { status_code: 2013, status_msg: 'invalid task_id' };
    expect(readingOf(minimaxV2, id, { base_resp })).toMatchObject(gone);
    expect(readingOf(minimaxV2, id, { base_resp }, 400)).toMatchObject(gone);
    expect(readingOf(minimaxV2, id, { error: { message: 'invalid task_id' } }, 400)).toMatchObject(gone);
  });

  it('is not ended by another task or by an answer about the request', () => {
    expect(readingOf(minimaxV2, '1', { task: running })).toMatchObject({ trouble: 'other-task' });
    expect(readingOf(minimaxV2, id, { task: { status: 'failed' } })).toMatchObject({ kind: 'trouble' });
    expect(readingOf(minimaxV2, id, { base_resp: { status_code: 1002 } })).toMatchObject({
      trouble: 'rate-limited',
    });
  });

  it('is found in the list, which is asked for by id', () => {
    const asked = { baseUrl: 'https://api.minimax.io', remoteIds: [id, '2'] };
    expect(minimaxV2.list?.request(asked.baseUrl, asked.remoteIds, 'k').url).toBe(
      'https://api.minimax.io/v2/query/video_generation?page_num=1&page_size=100' +
        `&filter.task_ids=${id}&filter.task_ids=2`,
    );
    const body = JSON.stringify({ items: [running], total: 1 });
    expect(minimaxV2.list?.read(asked, { status: 200, headers: {}, body }, now)).toEqual(
      new Map([[id, reportFrom(minimaxV2, id, { task: running })]]),
    );
  });
});
