import { describe, expect, it } from 'vitest';
import { threeOTwo } from '../../electron/dialects/three-o-two.ts';
import { bare, reportWith, troubleWith, videoLink } from './read-with.ts';

const id = '301000000000001';
const createdAt = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
const task = (fields: object): object => ({
  task_id: id,
  upstream_task_id: '',
  task_type: 'video',
  model: 'wan-example',
  created_at: '2026-01-02T03:04:05.678Z',
  ...fields,
});
const known = { model: 'wan-example', createdAt };

describe('302.ai', () => {
  it('runs', () => {
    const report = reportWith(threeOTwo, id, task({ status: 'processing' }));
    expect(report).toEqual({ ...bare('running', 'processing'), ...known });
    expect(reportWith(threeOTwo, id, task({ status: 'pending' })).phase).toBe('queued');
  });

  it('succeeds, whatever the time it took is written as', () => {
    for (const execution_time of ['120', 120]) {
      const done = {
        status: 'completed',
        video_url: 'https://file.example.com/3/1.mp4',
        raw_response: { state: 'success' },
        completed_at: '2026-01-02T03:07:25.000Z',
        execution_time,
      };
      expect(reportWith(threeOTwo, id, task(done))).toEqual({
        ...bare('succeeded', 'completed'),
        ...known,
        links: [videoLink('https://file.example.com/3/1.mp4')],
        updatedAt: Date.UTC(2026, 0, 2, 3, 7, 25),
      });
    }
  });

  it('fails with the maker’s reason', () => {
    const error = {
      error: 'upstream_failed',
      message: 'content rejected',
      error_type: 'upstream',
      attempts: 1,
    };
    const failed = { status: 'failed', error, failed_at: '2026-01-02T03:05:00.000Z' };
    expect(reportWith(threeOTwo, id, task(failed))).toEqual({
      ...bare('failed', 'failed'),
      ...known,
      failure: { code: 'upstream_failed', message: 'content rejected', reason: 'upstream' },
      updatedAt: Date.UTC(2026, 0, 2, 3, 5),
    });
  });

  it('does not end by the maker’s own answer', () => {
    const body = task({ status: 'processing', raw_response: { state: 'success', status: 'completed' } });
    expect(reportWith(threeOTwo, id, body).phase).toBe('running');
  });

  it('takes an id of digits as a number', () => {
    expect(reportWith(threeOTwo, id, task({ task_id: 301000000000001, status: 'pending' })).phase).toBe(
      'queued',
    );
    expect(troubleWith(threeOTwo, id, task({ task_id: '9', status: 'completed' }))).toBe('other-task');
  });

  it('tells its gateway’s errors from tasks', () => {
    const error = { err_code: -10_004, message: 'Task not found', message_cn: '任务不存在' };
    expect(troubleWith(threeOTwo, id, { error }, 404)).toBe('not-found');
    expect(troubleWith(threeOTwo, id, { error: { err_code: -1, message: 'x' } })).toBe('not-understood');
  });
});
