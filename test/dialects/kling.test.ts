import { describe, expect, it } from 'vitest';
import type { Reading } from '../../electron/core/dialect.ts';
import { kling } from '../../electron/dialects/kling.ts';
import { askedFor, now, plainReport, readingOf, reportFrom } from './reading-of.ts';

const id = '800000000000000001';
const task = {
  task_id: id,
  task_status: 'processing',
  task_status_msg: '',
  task_info: { external_task_id: 'boat-1' },
  created_at: 1767323045678,
  updated_at: 1767323060678,
};
const envelope = (data: unknown): object => ({ code: 0, message: 'SUCCEED', request_id: 'r-1', data });
const whole = { ...plainReport, createdAt: 1767323045678 };
const month = 30 * 24 * 60 * 60 * 1000;

describe('a classic Kling task', () => {
  it('runs', () => {
    expect(reportFrom(kling, `text2video/${id}`, envelope(task))).toEqual({
      ...whole,
      phase: 'running',
      stage: 'processing',
      updatedAt: 1767323060678,
    });
    const queued = envelope({ ...task, task_status: 'submitted' });
    expect(reportFrom(kling, 'text2video/boat-1', queued).phase).toBe('queued');
  });

  it('has its video for 30 days, and a watermarked copy', () => {
    const url = 'https://cdn.example.com/k/1.mp4';
    const watermark_url = 'https://cdn.example.com/k/1w.mp4';
    const videos = [{ id: 'v-1', url, watermark_url, duration: '5.1' }];
    const body = envelope({
      ...task,
      task_status: 'succeed',
      task_result: { videos },
      updated_at: 1767323245678,
    });
    const expiresAt = 1767323245678 + month;
    expect(reportFrom(kling, `image2video/${id}`, body)).toEqual({
      ...whole,
      phase: 'succeeded',
      stage: 'succeed',
      links: [
        { kind: 'video', url, needsKey: false, expiresAt },
        { kind: 'watermarked', url: watermark_url, needsKey: false, expiresAt },
      ],
      updatedAt: 1767323245678,
    });
  });

  it('says why it failed', () => {
    const message = 'Failure to pass the risk control system';
    const failed = { ...task, task_status: 'failed', task_status_msg: message, updated_at: 1767323145678 };
    expect(reportFrom(kling, `text2video/${id}`, envelope(failed))).toEqual({
      ...whole,
      phase: 'failed',
      stage: 'failed',
      failure: { code: 'failed', message, reason: 'moderation' },
      updatedAt: 1767323145678,
    });
  });
});

describe('a Kling task of 2026', () => {
  const unified = {
    id: '800000000000000003',
    status: 'succeeded',
    message: '',
    create_time: 1767323045678,
    update_time: 1767323245678,
    external_id: '',
    outputs: [
      { type: 'audio', id: 'a-3', url: 'https://cdn.example.com/k/3.mp3' },
      { type: 'video', id: 'v-3', url: 'https://cdn.example.com/k/3.mp4', duration: '5' },
    ],
  };
  const remoteId = 'text2video/kling-v3/800000000000000003';

  it('has its results as outputs', () => {
    const expiresAt = 1767323245678 + month;
    expect(reportFrom(kling, remoteId, envelope([unified]))).toEqual({
      ...whole,
      phase: 'succeeded',
      stage: 'succeeded',
      links: [
        { kind: 'video', url: 'https://cdn.example.com/k/3.mp4', needsKey: false, expiresAt },
        { kind: 'audio', url: 'https://cdn.example.com/k/3.mp3', needsKey: false, expiresAt },
      ],
      updatedAt: 1767323245678,
    });
    const failed = { ...unified, status: 'failed', message: 'Insufficient balance', outputs: [] };
    expect(reportFrom(kling, remoteId, envelope([failed])).failure).toEqual({
      code: 'failed',
      message: 'Insufficient balance',
      reason: 'billing',
    });
  });

  it('is known by the path of relays', () => {
    const url = `https://relay.example.com/kling/${remoteId}`;
    const baseUrl = 'https://relay.example.com';
    expect(kling.taskOf(new URL(url))).toEqual({ baseUrl, remoteId });
    expect(kling.request({ baseUrl, remoteId, key: 'k' }).url).toBe(url);
  });

  it('is not lost by an empty answer, and not taken for another', () => {
    expect(readingOf(kling, remoteId, envelope([]))).toMatchObject({ trouble: 'not-understood' });
    expect(readingOf(kling, 'a/b/1', envelope([unified]))).toMatchObject({ trouble: 'other-task' });
  });
});

describe('a bare Kling id', () => {
  const missing = { status: 404, headers: {}, body: JSON.stringify({ code: 1203, message: 'no resource' }) };
  const ended = {
    status: 200,
    headers: {},
    body: JSON.stringify(envelope({ ...task, task_status: 'failed' })),
  };
  const asked = askedFor(id);

  /** What is asked one after another while nothing is found. */
  const kindsAsked = (reading: Reading): readonly string[] =>
    reading.kind === 'ask-more'
      ? [reading.request.url.split('/').at(-2) ?? '', ...kindsAsked(reading.read(missing, now))]
      : [reading.kind === 'trouble' ? reading.trouble : reading.report.phase];

  it('is asked for among all kinds before it counts as missing', () => {
    expect(kling.request(asked).url).toBe(`https://api.example.com/v1/videos/text2video/${id}`);
    expect(kindsAsked(kling.read(asked, missing, now))).toEqual([
      ...['image2video', 'multi-image2video', 'omni-video', 'motion-control'],
      ...['video-extend', 'effects', 'lip-sync', 'not-found'],
    ]);
  });

  it('stays with the kind that knows it', () => {
    expect(kling.read(asked, ended, now)).toMatchObject({ report: { phase: 'failed' } });
    const second = kling.read(asked, missing, now);
    if (second.kind !== 'ask-more') throw new Error('It gave up.');
    expect(second.request.headers).toMatchObject({ Authorization: `Bearer ${asked.key}` });
    expect(second.read(ended, now)).toMatchObject({ report: { phase: 'failed' } });
  });

  it('is asked for past the kinds that a relay does not serve, but not at a wrong address', () => {
    const page = { status: 404, headers: {}, body: '<html>404</html>' };
    expect(kling.read(asked, page, now)).toMatchObject({ kind: 'trouble', trouble: 'not-json' });
    const second = kling.read(asked, missing, now);
    const third = second.kind === 'ask-more' ? second.read(page, now) : second;
    expect(third).toMatchObject({ kind: 'ask-more' });
    expect(third.kind === 'ask-more' && third.read(ended, now)).toMatchObject({
      report: { phase: 'failed' },
    });
    let last: Reading = third;
    while (last.kind === 'ask-more') last = last.read(page, now);
    expect(last).toMatchObject({ kind: 'trouble', trouble: 'not-found' });
  });

  it('is not missing because a further question was not answered', () => {
    expect(kling.read(asked, missing, now)).toMatchObject({ otherwise: { trouble: 'unreachable' } });
  });
});

describe('Kling under HTTP 200', () => {
  it.each([
    [1004, 'refused'],
    [1203, 'not-found'],
    [1302, 'rate-limited'],
    ['1303', 'rate-limited'],
    [5000, 'server-error'],
    [1101, 'not-understood'],
  ])('says %s when nothing is known of the task', (code, trouble) => {
    const body = { code, message: 'no', data: { ...task, task_status: 'succeed' } };
    expect(readingOf(kling, `text2video/${id}`, body)).toMatchObject({ trouble });
  });
});

describe('Kling’s addresses', () => {
  it.each([
    ['https://api.klingai.com/v1/videos/omni-video/8', 'omni-video/8'],
    ['https://gw.example.com/kling/v1/videos/text2video/boat-1', 'text2video/boat-1'],
    ['https://gw.example.com/v1/videos/new-kind/800000000000000001', 'new-kind/800000000000000001'],
  ])('are recognised in %s', (url, remoteId) => {
    expect(kling.taskOf(new URL(url))?.remoteId).toBe(remoteId);
  });

  it.each(['/v1/videos/task_1/content', '/v1/videos/abc/content', '/v1/videos/task_1', '/kling/v1/videos/8'])(
    'are not those of other APIs: %s',
    (path) => {
      expect(kling.taskOf(new URL(path, 'https://gw.example.com'))).toBeNull();
    },
  );

  it('list the kind that most of the tasks are of', () => {
    const remoteIds = [
      'image2video/1',
      id,
      `image2video/${id}`,
      'text2video/kling-v3/2',
      'text2video/kling-v3/3',
    ];
    const baseUrl = 'https://api.klingai.com';
    expect(kling.list?.request(baseUrl, remoteIds, 'k').url).toBe(
      'https://api.klingai.com/v1/videos/image2video?pageNum=1&pageSize=100',
    );
    const body = JSON.stringify(envelope([task]));
    const read = kling.list?.read({ baseUrl, remoteIds }, { status: 200, headers: {}, body }, now);
    expect(read instanceof Map ? [...read.keys()] : read).toEqual([id, `image2video/${id}`]);
  });
});
