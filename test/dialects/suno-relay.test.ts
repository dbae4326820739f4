import { describe, expect, it } from 'vitest';
import { sunoRelay } from '../../electron/dialects/suno-relay.ts';
import { now, plainReport, readingOf, reportFrom } from './reading-of.ts';

const task = {
  task_id: 's-1',
  action: 'MUSIC',
  fail_reason: '',
  submit_time: 1767323045,
  start_time: 1767323050,
};
const answer = (fields: object): object => ({ code: 'success', message: '', data: { ...task, ...fields } });
const clip = {
  id: 'c1',
  title: 't',
  audio_url: 'https://cdn.example.com/su/1.mp3',
  video_url: 'https://cdn.example.com/su/1.mp4',
  image_url: 'https://cdn.example.com/su/1.jpg',
  status: 'complete',
};

describe('a song of a Suno relay', () => {
  it('runs until the task itself has ended, whatever its clips say', () => {
    const running = { status: 'IN_PROGRESS', finish_time: 0, progress: '50%', data: [] };
    expect(reportFrom(sunoRelay, 's-1', answer(running))).toEqual({
      ...plainReport,
      phase: 'running',
      stage: 'IN_PROGRESS',
      progress: 0.5,
      model: 'MUSIC',
      createdAt: 1767323045000,
      updatedAt: 1767323050000,
    });
    expect(reportFrom(sunoRelay, 's-1', answer({ ...running, data: [clip] }))).toMatchObject({
      phase: 'running',
      links: [],
    });
    expect(reportFrom(sunoRelay, 's-1', answer({ status: 'NOT_START' })).phase).toBe('queued');
  });

  it('brings the sound, the video and the cover', () => {
    const done = { status: 'SUCCESS', finish_time: 1767323245, progress: '100%', data: [clip] };
    expect(reportFrom(sunoRelay, 's-1', answer(done))).toEqual({
      ...plainReport,
      phase: 'succeeded',
      stage: 'SUCCESS',
      progress: 1,
      title: 't',
      model: 'MUSIC',
      links: [
        { kind: 'audio', url: clip.audio_url, needsKey: false, expiresAt: null },
        { kind: 'video', url: clip.video_url, needsKey: false, expiresAt: null },
        { kind: 'thumbnail', url: clip.image_url, needsKey: false, expiresAt: null },
      ],
      createdAt: 1767323045000,
      updatedAt: 1767323245000,
    });
  });

  it('is lyrics without a link when its data is no list', () => {
    const lyrics = { action: 'LYRICS', status: 'SUCCESS', data: { text: 'la la', title: 'x' } };
    expect(reportFrom(sunoRelay, 's-1', answer(lyrics))).toMatchObject({ phase: 'succeeded', links: [] });
  });

  it('says why it failed', () => {
    const failed = { status: 'FAILURE', fail_reason: 'lyrics rejected', progress: '100%', data: [] };
    expect(reportFrom(sunoRelay, 's-1', answer(failed))).toMatchObject({
      phase: 'failed',
      failure: { code: 'failure', message: 'lyrics rejected', reason: 'unknown' },
    });
  });

  it.each([
    ['processing', 'running'],
    ['complete', 'succeeded'],
    ['error', 'failed'],
  ])('in the variant with a numeric code, %s is %s', (status, phase) => {
    const body = { code: 1, data: { task_id: 's-1', status } };
    expect(reportFrom(sunoRelay, 's-1', body).phase).toBe(phase);
  });

  it('is neither another song nor an envelope', () => {
    expect(readingOf(sunoRelay, 's-9', answer({ status: 'SUCCESS' }))).toMatchObject({
      trouble: 'other-task',
    });
    expect(readingOf(sunoRelay, 's-1', { code: 'success', data: null })).toMatchObject({
      trouble: 'not-understood',
    });
    expect(readingOf(sunoRelay, 's-1', { code: 1, data: { status: 'error' } })).toMatchObject({
      trouble: 'not-understood',
    });
  });

  it('is asked for among many with their ids', () => {
    expect(sunoRelay.list?.request('https://relay.example.com', ['s-1', 's-2'], 'k-1')).toMatchObject({
      url: 'https://relay.example.com/suno/fetch',
      body: JSON.stringify({ ids: ['s-1', 's-2'] }),
    });
    const body = JSON.stringify({ code: 'success', data: [{ ...task, status: 'SUCCESS', data: [clip] }] });
    const found = sunoRelay.list?.read(
      { baseUrl: 'https://relay.example.com', remoteIds: ['s-1', 's-2'] },
      { status: 200, headers: {}, body },
      now,
    );
    expect(found instanceof Map && found.get('s-1')).toMatchObject({ phase: 'succeeded' });
  });
});
