import { describe, expect, it } from 'vitest';
import { beijingTime } from '../../electron/dialects/beijing-time.ts';
import { dashscope } from '../../electron/dialects/dashscope.ts';
import { plainReport, readingOf, reportFrom } from './reading-of.ts';

const id = '00000000-0000-4000-8000-000000000007';
const running = {
  task_id: id,
  task_status: 'RUNNING',
  submit_time: '2026-01-02 11:04:05.678',
  scheduled_time: '2026-01-02 11:04:10.123',
};
const answer = (output: object): object => ({ request_id: 'q-1', output });
const whole = { ...plainReport, createdAt: Date.UTC(2026, 0, 2, 3, 4, 5, 678) };

describe('a DashScope task', () => {
  it('runs, by Beijing’s clock', () => {
    expect(reportFrom(dashscope, id, answer(running))).toEqual({
      ...whole,
      phase: 'running',
      stage: 'RUNNING',
      updatedAt: Date.UTC(2026, 0, 2, 3, 4, 10, 123),
    });
    expect(reportFrom(dashscope, id, answer({ ...running, task_status: 'PENDING' })).phase).toBe('queued');
    expect(reportFrom(dashscope, id, answer({ ...running, task_status: 'SUSPENDED' })).phase).toBe('running');
  });

  it('has its video for as long as the link says, or for a day', () => {
    const url = 'https://oss.example.com/w/1.mp4?Expires=1767409645';
    const output = {
      ...running,
      task_status: 'SUCCEEDED',
      end_time: '2026-01-02 11:07:25.000',
      orig_prompt: 'a paper boat',
      actual_prompt: 'a paper boat on water',
    };
    const end = Date.UTC(2026, 0, 2, 3, 7, 25);
    expect(reportFrom(dashscope, id, answer({ ...output, video_url: url }))).toEqual({
      ...whole,
      phase: 'succeeded',
      stage: 'SUCCEEDED',
      title: 'a paper boat',
      links: [{ kind: 'video', url, needsKey: false, expiresAt: 1767409645000 }],
      updatedAt: end,
    });
    const results = [{ code: 'InternalError' }, { url: 'https://oss.example.com/w/2.mp4' }];
    expect(reportFrom(dashscope, id, answer({ ...output, results })).links).toEqual([
      {
        kind: 'video',
        url: 'https://oss.example.com/w/2.mp4',
        needsKey: false,
        expiresAt: end + 24 * 60 * 60 * 1000,
      },
    ]);
  });

  it('says why it failed, when the API does', () => {
    const failed = { ...running, task_status: 'FAILED', end_time: '2026-01-02 11:04:20.000' };
    const reason = {
      code: 'DataInspectionFailed',
      message: 'Input data may contain inappropriate content.',
    };
    expect(reportFrom(dashscope, id, answer({ ...failed, ...reason }))).toEqual({
      ...whole,
      phase: 'failed',
      stage: 'FAILED',
      failure: { ...reason, reason: 'moderation' },
      updatedAt: Date.UTC(2026, 0, 2, 3, 4, 20),
    });
    expect(reportFrom(dashscope, id, answer(failed)).failure).toEqual({
      code: 'failed',
      message: '',
      reason: 'unknown',
    });
    expect(reportFrom(dashscope, id, answer({ ...failed, task_status: 'CANCELED' })).phase).toBe('cancelled');
  });

  it('is gone when its state is unknown, and only then', () => {
    const unknown = { task_id: id, task_status: 'UNKNOWN' };
    expect(readingOf(dashscope, id, answer(unknown))).toMatchObject({ trouble: 'not-found' });
    expect(readingOf(dashscope, 'x', answer(unknown))).toMatchObject({ trouble: 'other-task' });
    expect(readingOf(dashscope, id, { code: 'InvalidParameter', message: 'x' })).toMatchObject({
      trouble: 'not-understood',
    });
  });

  it('is asked for no more often than the documents advise', () => {
    expect(dashscope.pacing).toEqual({ requestsPerSecond: 20, shortestDelayMs: 15_000 });
  });
});

it.each([1767323045, null, '', '2026-01-02T11:04:05Z', '2026-01-02 11:04', 'yesterday'])(
  'sees no Beijing time in %j',
  (value) => {
    expect(beijingTime(value)).toBeNull();
  },
);
