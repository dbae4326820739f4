import { describe, expect, it } from 'vitest';
import { relay } from '../../electron/dialects/relay.ts';
import { readingOf, reportFrom } from './reading-of.ts';

const url = 'https://cdn.example.com/v/1.mp4';
const times = { submit_time: 1767323045, start_time: 1767323060, finish_time: 1767323245 };

describe('a task at the other paths of a relay', () => {
  it.each<[string, object]>([
    [
      '/google/v1/tasks',
      {
        code: 'success',
        message: '',
        data: {
          task_id: 't-1',
          action: 'google-videos',
          status: 'SUCCESS',
          fail_reason: '',
          ...times,
          progress: '100%',
          data: { id: 'upstream-9', status: 'completed', video_url: url, status_update_time: 1767323245678 },
        },
      },
    ],
    [
      '/v2/videos/generations',
      {
        task_id: 't-1',
        platform: 'p',
        action: 'a',
        status: 'SUCCESS',
        fail_reason: '',
        ...times,
        progress: '100%',
        data: { output: url },
      },
    ],
    ['/v2/video/generations', { id: 't-1', status: 'completed', video: { url } }],
    ['/v1/tasks', { id: 't-1', status: 'completed', result_url: url }],
    ['/v1/videos/generations', { id: 't-1', status: 'completed', video_url: url }],
    ['of qnaigc', { id: 't-1', status: 'completed', task_result: { videos: [{ url }] } }],
    ['of qnaigc for Veo', { id: 't-1', status: 'Completed', data: { videos: [{ url }] } }],
    ['of Huawei MaaS', { task_id: 't-1', status: 'succeeded', content: { result_url: url } }],
  ])('has its link: %s', (_name, body) => {
    expect(reportFrom(relay, 't-1', body)).toMatchObject({
      phase: 'succeeded',
      links: [{ kind: 'video', url, needsKey: false }],
    });
  });

  it('runs by the outer status, whatever the inner one says', () => {
    const data = { status: 'completed', video_url: url };
    const body = { code: 'success', data: { task_id: 't-1', status: 'IN_PROGRESS', progress: '42%', data } };
    expect(reportFrom(relay, 't-1', body)).toMatchObject({ phase: 'running', progress: 0.42, links: [] });
  });

  it.each<[string, object, string]>([
    ['NOT_START', { task_id: 't-1', status: 'NOT_START' }, 'queued'],
    ['initializing', { id: 't-1', status: 'initializing' }, 'queued'],
    ['generating', { id: 't-1', status: 'generating' }, 'running'],
    ['timeout', { task_id: 't-1', status: 'timeout' }, 'failed'],
    [
      'FAILURE',
      { code: 'success', data: { task_id: 't-1', status: 'FAILURE', fail_reason: 'no' } },
      'failed',
    ],
  ])('with the word %s is %j', (_word, body, phase) => {
    expect(reportFrom(relay, 't-1', body).phase).toBe(phase);
  });

  it('is refused when the wrapped task is another one', () => {
    const body = { code: 'success', data: { task_id: 't-9', status: 'SUCCESS', result_url: url } };
    expect(readingOf(relay, 't-1', body)).toMatchObject({ trouble: 'other-task' });
  });

  it.each([
    ['https://r.example.com/google/v1/tasks/t-1', 't-1'],
    ['https://r.example.com/v2/videos/generations/t-1', 't-1'],
    ['https://r.example.com/v2/video/generations?generation_id=t-1', 't-1'],
    ['https://r.example.com/v1/videos/generations/t-1', 't-1'],
    ['https://r.example.com/v1/video/query?id=sora-2%3Atask_1', 'sora-2:task_1'],
    ['https://r.example.com/v1/videos/sora-2:task_1/content', 'sora-2:task_1'],
  ])('is found in %s', (address, remoteId) => {
    expect(relay.taskOf(new URL(address))).toEqual({ baseUrl: 'https://r.example.com', remoteId });
  });
});
