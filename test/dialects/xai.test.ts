import { describe, expect, it } from 'vitest';
import { xai } from '../../electron/dialects/xai.ts';
import { bare, reportWith, troubleWith, videoLink } from './read-with.ts';

const id = 'd97415a1-0000-4000-8000-00000000008b';

describe('xAI', () => {
  it('waits, with a word or with nothing but the id', () => {
    expect(reportWith(xai, id, { status: 'pending' })).toEqual(bare('queued', 'pending'));
    expect(reportWith(xai, id, { request_id: id }, 202)).toEqual(bare('queued', 'pending'));
    expect(reportWith(xai, id, { request_id: id })).toEqual(bare('queued', 'pending'));
  });

  it('runs', () => {
    expect(reportWith(xai, id, { status: 'pending', progress: 20 })).toEqual({
      ...bare('running', 'pending'),
      progress: 0.2,
    });
    expect(reportWith(xai, id, { status: 'processing' })).toEqual(bare('running', 'processing'));
  });

  it('succeeds with its link', () => {
    const video = { url: 'https://vid.example.com/g/1.mp4', duration: 6, respect_moderation: true };
    expect(reportWith(xai, id, { status: 'done', video, model: 'grok-imagine-video' })).toEqual({
      ...bare('succeeded', 'done'),
      model: 'grok-imagine-video',
      links: [videoLink('https://vid.example.com/g/1.mp4')],
    });
  });

  it('fails under HTTP 200', () => {
    const error = { code: 'invalid_argument', message: 'Image could not be read' };
    expect(reportWith(xai, id, { status: 'failed', error })).toEqual({
      ...bare('failed', 'failed'),
      failure: { ...error, reason: 'invalid-input' },
    });
    expect(reportWith(xai, id, { status: 'expired' }).failure?.reason).toBe('expired');
  });

  it('does not end while the answer is a 202', () => {
    for (const status of ['done', 'failed', 'expired']) {
      expect(reportWith(xai, id, { status }, 202).phase).toBe('queued');
    }
  });

  it.each(['completed', 'SUCCESS', 'cancelled'])('does not end by the foreign word %s', (status) => {
    expect(reportWith(xai, id, { status, progress: 100 }).phase).toBe('running');
  });

  it('is not understood without a status, and not used for another request', () => {
    expect(troubleWith(xai, id, { request_id: id, progress: 3 })).toBe('not-understood');
    expect(troubleWith(xai, id, { request_id: 'another', status: 'done' })).toBe('other-task');
    expect(troubleWith(xai, id, { code: 'not_found', error: 'No such video request' }, 404)).toBe(
      'not-found',
    );
  });
});
