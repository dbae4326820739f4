import { describe, expect, it } from 'vitest';
import { newApi } from '../../electron/dialects/new-api.ts';
import { bare, reportWith, videoLink } from './read-with.ts';

const id = 'task_example1';
const mp4 = 'https://cdn.example.com/n/1.mp4';
const content = videoLink('https://api.example.com/v1/videos/task_example1/content', { needsKey: true });

const video = (fields: object): object => ({
  id,
  task_id: id,
  object: 'video',
  model: 'kling-v2',
  created_at: 1767323045,
  ...fields,
});
const videoReport = { model: 'kling-v2', createdAt: 1767323045000 };

const row = (fields: object): object => ({
  task_id: id,
  platform: '50',
  action: 'generate',
  fail_reason: '',
  submit_time: 1767323045,
  start_time: 1767323060,
  finish_time: 0,
  data: {},
  ...fields,
});
const enveloped = (data: object): object => ({ code: 'success', message: '', data });

describe('new-api at /v1/videos', () => {
  it('runs, whatever its completed_at says', () => {
    const body = video({ status: 'in_progress', progress: 30, completed_at: 1767323100 });
    expect(reportWith(newApi, id, body)).toEqual({
      ...bare('running', 'in_progress'),
      ...videoReport,
      progress: 0.3,
      updatedAt: 1767323100000,
    });
  });

  it('waits when it was just stored', () => {
    expect(reportWith(newApi, id, video({ status: 'unknown' })).phase).toBe('queued');
    expect(reportWith(newApi, id, video({ status: 'queued' })).phase).toBe('queued');
  });

  it('succeeds with the link in its metadata', () => {
    const done = { status: 'completed', progress: 100, completed_at: 1767323245, metadata: { url: mp4 } };
    expect(reportWith(newApi, id, video(done))).toEqual({
      ...bare('succeeded', 'completed'),
      ...videoReport,
      progress: 1,
      links: [videoLink(mp4)],
      updatedAt: 1767323245000,
    });
  });

  it('succeeds with the content path when no field holds a link', () => {
    for (const metadata of [{}, { url: 'task failed earlier' }, { url: 'javascript:alert(1)' }]) {
      expect(reportWith(newApi, id, video({ status: 'completed', metadata })).links).toEqual([content]);
    }
  });

  it('fails in its own words', () => {
    const failed = { status: 'failed', progress: 100, error: { message: 'prompt rejected', code: 'fail' } };
    expect(reportWith(newApi, id, video({ ...failed, completed_at: 1767323145 }))).toEqual({
      ...bare('failed', 'failed'),
      ...videoReport,
      progress: 1,
      failure: { code: 'fail', message: 'prompt rejected', reason: 'unknown' },
      updatedAt: 1767323145000,
    });
    const old = video({ status: 'failed', metadata: { url: 'upstream gave up' } });
    expect(reportWith(newApi, id, old).failure?.message).toBe('upstream gave up');
  });

  it('takes times in seconds and in ms', () => {
    const kling = video({ status: 'in_progress', created_at: 1767323045678 });
    expect(reportWith(newApi, id, kling).createdAt).toBe(1767323045678);
  });

  it('succeeds without a link in the bare row of release candidate 30', () => {
    const body = {
      created_at: 1767323045,
      fail_reason: '',
      finished_at: 1767323245,
      platform: '50',
      progress: '100%',
      status: 'SUCCESS',
      task_id: id,
    };
    expect(reportWith(newApi, id, body)).toEqual({
      ...bare('succeeded', 'SUCCESS'),
      progress: 1,
      links: [content],
      createdAt: 1767323045000,
      updatedAt: 1767323245000,
    });
  });
});

describe('new-api at /v1/video/generations', () => {
  it('runs', () => {
    expect(reportWith(newApi, id, enveloped(row({ status: 'IN_PROGRESS', progress: '42%' })))).toEqual({
      ...bare('running', 'IN_PROGRESS'),
      progress: 0.42,
      createdAt: 1767323045000,
    });
  });

  it.each(['NOT_START', 'SUBMITTED', 'QUEUED', 'UNKNOWN'])('waits as %s', (status) => {
    expect(reportWith(newApi, id, enveloped(row({ status }))).phase).toBe('queued');
  });

  it('succeeds with the link in its field or, in older versions, in fail_reason', () => {
    const done = { status: 'SUCCESS', finish_time: 1767323245, progress: '100%' };
    for (const place of [{ result_url: mp4 }, { fail_reason: mp4 }]) {
      expect(reportWith(newApi, id, enveloped(row({ ...done, ...place })))).toEqual({
        ...bare('succeeded', 'SUCCESS'),
        progress: 1,
        links: [videoLink(mp4)],
        createdAt: 1767323045000,
        updatedAt: 1767323245000,
      });
    }
  });

  it('needs the key for a link to its own content path and for no other', () => {
    const linkOf = (result_url: string) =>
      reportWith(newApi, id, enveloped(row({ status: 'SUCCESS', result_url }))).links[0];
    expect(linkOf(content.url)).toEqual(content);
    expect(linkOf('https://other.example.com/v1/videos/x/content')?.needsKey).toBe(false);
    expect(linkOf('https://api.example.com/files/1.mp4')?.needsKey).toBe(false);
  });

  it('fails by its time limit', () => {
    const failed = { status: 'FAILURE', fail_reason: '任务超时（60分钟）', finish_time: 1767326660 };
    expect(reportWith(newApi, id, enveloped(row(failed))).failure).toEqual({
      code: 'failure',
      message: '任务超时（60分钟）',
      reason: 'expired',
    });
  });

  it('is not failed by a reason next to another status', () => {
    const body = enveloped(row({ status: 'IN_PROGRESS', fail_reason: 'first try failed' }));
    expect(reportWith(newApi, id, body)).toMatchObject({ phase: 'running', failure: null });
  });

  it('does not end by what its upstream says', () => {
    for (const status of ['completed', 'failed', 'SUCCESS']) {
      const body = enveloped(row({ status: 'IN_PROGRESS', progress: '100%', data: { status } }));
      expect(reportWith(newApi, id, body).phase).toBe('running');
    }
  });

  it.each([enveloped, (data: object) => data])('reads the Gemini shape with and without envelope', (wrap) => {
    const task = (fields: object) =>
      reportWith(newApi, id, wrap({ task_id: id, format: 'mp4', metadata: { duration: 8 }, ...fields }));
    expect(task({ status: 'processing' }).phase).toBe('running');
    expect(task({ status: 'succeeded', url: mp4 }).links).toEqual([videoLink(mp4)]);
    expect(task({ status: 'completed', url: mp4 }).links).toEqual([videoLink(mp4)]);
    const failure = { code: '3', message: 'no' };
    expect(task({ status: 'failed', error: failure }).failure).toEqual({ ...failure, reason: 'unknown' });
  });
});
