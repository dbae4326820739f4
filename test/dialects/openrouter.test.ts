import { describe, expect, it } from 'vitest';
import { openrouter } from '../../electron/dialects/openrouter.ts';
import { bare, reportWith, troubleWith, videoLink } from './read-with.ts';

const id = 'job-example1';
const job = (fields: object): object => ({ id, polling_url: `/api/v1/videos/${id}`, ...fields });
const content = videoLink('https://api.example.com/api/v1/videos/job-example1/content?index=0', {
  needsKey: true,
});

describe('OpenRouter', () => {
  it('asks once for the version that the base URL may end with', () => {
    for (const base of [
      'https://openrouter.ai',
      'https://openrouter.ai/api',
      'https://openrouter.ai/api/v1',
    ]) {
      expect(openrouter.request({ baseUrl: base, remoteId: id, key: 'k' }).url).toBe(
        'https://openrouter.ai/api/v1/videos/job-example1',
      );
    }
  });

  it('runs', () => {
    expect(reportWith(openrouter, id, job({ status: 'in_progress' }))).toEqual(
      bare('running', 'in_progress'),
    );
    for (const status of ['pending', 'queued']) {
      expect(reportWith(openrouter, id, job({ status }))).toEqual(bare('queued', status));
    }
  });

  it('succeeds with the signed link first', () => {
    const urls = ['https://store.example.com/1.mp4?Expires=1767409645'];
    const done = job({ status: 'completed', urls, unsigned_urls: [content.url], usage: { cost: 0.5 } });
    expect(reportWith(openrouter, id, done)).toEqual({
      ...bare('succeeded', 'completed'),
      links: [videoLink(urls[0] ?? '', { expiresAt: 1767409645000 })],
    });
  });

  it.each([[content.url], ['/api/v1/videos/job-example1/content?index=0'], [undefined], [7], ['http://']])(
    'needs the key for its proxy at %j, which is also there when no field says so',
    (url) => {
      expect(reportWith(openrouter, id, job({ status: 'completed', unsigned_urls: [url] })).links).toEqual([
        content,
      ]);
    },
  );

  it('keeps the key from any other origin', () => {
    const done = job({ status: 'completed', unsigned_urls: ['https://openrouter.example/content?index=0'] });
    expect(reportWith(openrouter, id, done).links).toEqual([
      videoLink('https://openrouter.example/content?index=0'),
    ]);
  });

  it('fails in one text', () => {
    expect(
      reportWith(openrouter, id, job({ status: 'failed', error: 'Provider rejected the request' })),
    ).toEqual({
      ...bare('failed', 'failed'),
      failure: { code: 'failed', message: 'Provider rejected the request', reason: 'unknown' },
    });
    expect(reportWith(openrouter, id, job({ status: 'expired' })).failure?.reason).toBe('expired');
  });

  it('is cancelled', () => {
    expect(reportWith(openrouter, id, job({ status: 'cancelled' }))).toEqual(bare('cancelled', 'cancelled'));
  });

  it('is not used for another job', () => {
    expect(troubleWith(openrouter, id, { ...job({ status: 'completed' }), id: 'job-2' })).toBe('other-task');
    expect(troubleWith(openrouter, id, { id })).toBe('not-understood');
  });
});
