import { describe, expect, it } from 'vitest';
import { ark } from '../../electron/dialects/ark.ts';
import { now, plainReport, readingOf, reportFrom } from './reading-of.ts';

const id = 'cgt-20260102030405-aaaaa';
const running = {
  id,
  model: 'doubao-seedance-example',
  status: 'running',
  created_at: 1767323045,
  updated_at: 1767323060,
};
const whole = { ...plainReport, model: 'doubao-seedance-example', createdAt: 1767323045000 };

describe('an Ark task', () => {
  it('runs without telling how far it is', () => {
    expect(reportFrom(ark, id, running)).toEqual({
      ...whole,
      phase: 'running',
      stage: 'running',
      updatedAt: 1767323060000,
    });
    expect(reportFrom(ark, id, { ...running, status: 'queued' }).phase).toBe('queued');
    expect(reportFrom(ark, id, { ...running, status: 'reviewing' }).phase).toBe('running');
  });

  it('has its video and its last frame, each as long as the link says or for a day', () => {
    const url = 'https://tos.example.com/s/1.mp4?X-Tos-Date=20260102T031000Z&X-Tos-Expires=86400';
    const frame = 'https://tos.example.com/s/1.png';
    const body = {
      ...running,
      status: 'succeeded',
      content: { video_url: url, last_frame_url: frame },
      usage: { completion_tokens: 108900, total_tokens: 108900 },
      updated_at: 1767323245,
      resolution: '720p',
      ratio: '16:9',
      duration: 5,
      framespersecond: 24,
      seed: 1,
    };
    expect(reportFrom(ark, id, body)).toEqual({
      ...whole,
      phase: 'succeeded',
      stage: 'succeeded',
      links: [
        { kind: 'video', url, needsKey: false, expiresAt: Date.UTC(2026, 0, 3, 3, 10) },
        { kind: 'thumbnail', url: frame, needsKey: false, expiresAt: 1767323245000 + 86_400_000 },
      ],
      updatedAt: 1767323245000,
    });
  });

  it('says why it failed', () => {
    const error = {
      code: 'OutputVideoSensitiveContentDetected',
      message: 'The output may contain sensitive content',
    };
    expect(reportFrom(ark, id, { ...running, status: 'failed', error, updated_at: 1767323145 })).toEqual({
      ...whole,
      phase: 'failed',
      stage: 'failed',
      failure: { ...error, reason: 'moderation' },
      updatedAt: 1767323145000,
    });
    expect(reportFrom(ark, id, { ...running, status: 'expired' })).toMatchObject({
      phase: 'failed',
      failure: { reason: 'expired' },
    });
  });

  it('is not ended by words that may be about a request', () => {
    expect(readingOf(ark, id, { status: 'failed', message: 'upstream' }).kind).toBe('trouble');
  });
});

describe('Ark’s addresses', () => {
  const url = (baseUrl: string): string => ark.request({ baseUrl, remoteId: id, key: 'k' }).url;

  it('are found below whatever a user or a relay has as the base', () => {
    const expected = `https://ark.cn-beijing.volces.com/api/v3/contents/generations/tasks/${id}`;
    expect(url('https://ark.cn-beijing.volces.com')).toBe(expected);
    expect(url('https://ark.cn-beijing.volces.com/api/v3/')).toBe(expected);
    const relayed = `https://relay.example.com/volc/v3/contents/generations/tasks/${id}`;
    expect(url('https://relay.example.com/volc/v3')).toBe(relayed);
    const found = ark.taskOf(new URL(relayed));
    expect(found).toEqual({ baseUrl: 'https://relay.example.com/volc/v3', remoteId: id });
  });

  it('list only the tasks that are asked for', () => {
    const asked = { baseUrl: 'https://ark.example.com/api/v3', remoteIds: [id, 'a&b/\uD800'] };
    expect(ark.list?.request(asked.baseUrl, asked.remoteIds, 'k').url).toBe(
      'https://ark.example.com/api/v3/contents/generations/tasks?page_num=1&page_size=100' +
        `&filter.task_ids=${id}&filter.task_ids=a%26b%2F%EF%BF%BD`,
    );
    const items = [running, { ...running, id: 'cgt-other' }, { ...running, id: undefined }];
    const body = JSON.stringify({ items, total: 3 });
    const read = ark.list?.read(asked, { status: 200, headers: {}, body }, now);
    expect(read).toEqual(new Map([[id, reportFrom(ark, id, running)]]));
  });
});
