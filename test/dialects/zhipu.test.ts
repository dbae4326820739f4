import { describe, expect, it } from 'vitest';
import { zhipu } from '../../electron/dialects/zhipu.ts';
import { plainReport, readingOf, reportFrom } from './reading-of.ts';

const id = '100000000000000000000001';
const running = { model: 'cogvideox-3', request_id: 'z-1', task_status: 'PROCESSING' };
const whole = { ...plainReport, model: 'cogvideox-3' };

describe('a Zhipu task', () => {
  it('runs, whatever its request is called', () => {
    const report = { ...whole, phase: 'running', stage: 'PROCESSING' };
    expect(reportFrom(zhipu, id, running)).toEqual(report);
    expect(reportFrom(zhipu, id, { ...running, id })).toEqual(report);
    expect(reportFrom(zhipu, id, { ...running, task_status: 'NEW' }).phase).toBe('running');
  });

  it('has its video and its cover', () => {
    const video = {
      url: 'https://cdn.example.com/z/1.mp4',
      cover_image_url: 'https://cdn.example.com/z/1.png',
    };
    expect(reportFrom(zhipu, id, { ...running, task_status: 'SUCCESS', video_result: [video] })).toEqual({
      ...whole,
      phase: 'succeeded',
      stage: 'SUCCESS',
      links: [
        { kind: 'video', url: video.url, needsKey: false, expiresAt: null },
        { kind: 'thumbnail', url: video.cover_image_url, needsKey: false, expiresAt: null },
      ],
    });
  });

  it('fails, with a reason where one is given', () => {
    const failed = { ...running, task_status: 'FAIL' };
    const report = { ...whole, phase: 'failed', stage: 'FAIL' };
    expect(reportFrom(zhipu, id, failed)).toEqual({
      ...report,
      failure: { code: 'fail', message: '', reason: 'unknown' },
    });
    const error = { code: '1301', message: '内容包含敏感信息' };
    expect(reportFrom(zhipu, id, { ...failed, error })).toEqual({
      ...report,
      failure: { ...error, reason: 'moderation' },
    });
  });

  it('is not another task, and not an error of the request', () => {
    expect(readingOf(zhipu, id, { ...running, id: '2' })).toMatchObject({ trouble: 'other-task' });
    expect(readingOf(zhipu, id, { error: { code: '1214', message: 'x' } }, 400)).toMatchObject({
      trouble: 'not-understood',
    });
  });

  it('is asked for where the service or a relay has it', () => {
    const url = (baseUrl: string): string => zhipu.request({ baseUrl, remoteId: id, key: 'k' }).url;
    const expected = `https://open.bigmodel.cn/api/paas/v4/async-result/${id}`;
    expect(url('https://open.bigmodel.cn')).toBe(expected);
    expect(url('https://open.bigmodel.cn/api/paas/v4')).toBe(expected);
    const relayed = `https://relay.example.com/cogvideox/v4/async-result/${id}`;
    const baseUrl = 'https://relay.example.com/cogvideox/v4';
    expect(url(baseUrl)).toBe(relayed);
    expect(zhipu.taskOf(new URL(relayed))).toEqual({ baseUrl, remoteId: id });
  });
});
