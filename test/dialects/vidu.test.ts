import { describe, expect, it } from 'vitest';
import { vidu } from '../../electron/dialects/vidu.ts';
import { now, plainReport, readingOf, reportFrom } from './reading-of.ts';

const id = '900000000000000001';
const running = { id, state: 'processing', err_code: '', credits: 4, creations: [] };
const creation = {
  id: 'c-1',
  url: 'https://cdn.example.com/vd/1.mp4',
  cover_url: 'https://cdn.example.com/vd/1.jpg',
  watermarked_url: 'https://cdn.example.com/vd/1w.mp4',
};
const plainLink = { needsKey: false, expiresAt: null };

describe('a Vidu task', () => {
  it('runs', () => {
    expect(reportFrom(vidu, id, running)).toEqual({ ...plainReport, phase: 'running', stage: 'processing' });
    for (const state of ['created', 'queueing']) {
      expect(reportFrom(vidu, id, { ...running, state }).phase).toBe('queued');
    }
  });

  it('has a video, its cover and a watermarked copy', () => {
    expect(reportFrom(vidu, id, { ...running, state: 'success', creations: [creation] })).toEqual({
      ...plainReport,
      phase: 'succeeded',
      stage: 'success',
      links: [
        { kind: 'video', url: creation.url, ...plainLink },
        { kind: 'thumbnail', url: creation.cover_url, ...plainLink },
        { kind: 'watermarked', url: creation.watermarked_url, ...plainLink },
      ],
    });
  });

  it('says why it failed', () => {
    const code = 'TaskPromptPolicyViolation';
    expect(reportFrom(vidu, id, { ...running, state: 'failed', err_code: code, credits: 0 })).toEqual({
      ...plainReport,
      phase: 'failed',
      stage: 'failed',
      failure: { code, message: code, reason: 'moderation' },
    });
  });

  it('is not ended by words that may be about a request', () => {
    expect(readingOf(vidu, id, { state: 'failed', message: 'x' })).toMatchObject({ kind: 'trouble' });
    expect(readingOf(vidu, '1', { ...running, state: 'success' })).toMatchObject({ trouble: 'other-task' });
  });
});

describe('Vidu’s service and its relays', () => {
  const authorization = (baseUrl: string): unknown =>
    vidu.request({ baseUrl, remoteId: id, key: 'k' }).headers['Authorization'];

  it('want the key in two schemes', () => {
    expect(authorization('https://api.vidu.cn')).toBe('Token k');
    expect(authorization('https://api.vidu.com/')).toBe('Token k');
    expect(authorization('https://relay.example.com/vidu')).toBe('Bearer k');
  });

  it('have the tasks at two addresses', () => {
    const reading = readingOf(vidu, id, { message: 'Not Found' }, 404);
    expect(reading).toMatchObject({
      kind: 'ask-more',
      request: { url: `https://api.example.com/ent/v2/task/${id}/creations` },
    });
    const url = new URL(`https://relay.example.com/vidu/ent/v2/task/${id}/creations`);
    expect(vidu.taskOf(url)).toEqual({ baseUrl: 'https://relay.example.com/vidu', remoteId: id });
  });

  it('list many tasks, of which those without their files are asked about on their own', () => {
    const asked = { baseUrl: 'https://api.vidu.com', remoteIds: [id, '2', '3'] };
    expect(vidu.list?.request(asked.baseUrl, asked.remoteIds, 'k')).toEqual({
      url: `https://api.vidu.com/ent/v2/tasks?pager.pagesz=100&task_ids=${id}&task_ids=2&task_ids=3`,
      headers: { Authorization: 'Token k', Accept: 'application/json' },
    });
    const created_at = '2026-01-02T03:04:05.678Z';
    const tasks = [
      { ...running, created_at },
      { ...running, id: '2', state: 'success' },
      { ...running, id: '3', state: 'success', creations: [creation] },
    ];
    const body = JSON.stringify({ tasks, next_page_token: '' });
    const read = vidu.list?.read(asked, { status: 200, headers: {}, body }, now);
    expect(read instanceof Map ? [...read.keys()] : read).toEqual([id, '3']);
    expect(read instanceof Map ? read.get(id) : read).toMatchObject({
      phase: 'running',
      createdAt: Date.UTC(2026, 0, 2, 3, 4, 5, 678),
    });
  });
});
