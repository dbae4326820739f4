import { describe, expect, it } from 'vitest';
import type { Reading } from '../../electron/core/dialect.ts';
import { fal } from '../../electron/dialects/fal.ts';
import { askedFor, now, plainReport, readingOf, reportFrom } from './reading-of.ts';

const id = 'o/a/f-1';
const urls = {
  response_url: 'https://queue.fal.run/o/a/requests/f-1',
  status_url: 'https://queue.fal.run/o/a/requests/f-1/status',
};
const completed = {
  status: 'COMPLETED',
  request_id: 'f-1',
  response_url: urls.response_url,
  metrics: { inference_time: 61.2 },
};

/** The reading once the second request is answered so. */
const after = (body: unknown, status = 200): Reading => {
  const first = readingOf(fal, id, completed);
  if (first.kind !== 'ask-more') throw new Error(`No further request but ${first.kind}`);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return first.read({ status, headers: {}, body: text }, now);
};

describe('a fal.ai request', () => {
  it('is asked for by owner, app and request, with the Key header', () => {
    expect(fal.request({ remoteId: id, baseUrl: 'https://queue.fal.run', key: 'k-1' })).toEqual({
      url: 'https://queue.fal.run/o/a/requests/f-1/status',
      headers: { Authorization: 'Key k-1', Accept: 'application/json' },
    });
    for (const url of [urls.response_url, urls.status_url]) {
      expect(fal.taskOf(new URL(url))).toEqual({ baseUrl: 'https://queue.fal.run', remoteId: id });
    }
  });

  it('answers 202 until it is done', () => {
    const body = { status: 'IN_PROGRESS', request_id: 'f-1', ...urls, logs: null };
    expect(reportFrom(fal, id, body, 202)).toEqual({
      ...plainReport,
      phase: 'running',
      stage: 'IN_PROGRESS',
    });
    expect(reportFrom(fal, id, { ...body, status: 'IN_QUEUE', queue_position: 3 }, 202)).toEqual({
      ...plainReport,
      phase: 'queued',
      stage: 'IN_QUEUE',
      queuePosition: 3,
    });
  });

  it('has succeeded when its result says so', () => {
    const url = 'https://cdn.example.com/f/1.mp4';
    expect(after({ video: { url, content_type: 'video/mp4' } })).toEqual({
      kind: 'report',
      report: {
        ...plainReport,
        phase: 'succeeded',
        stage: 'COMPLETED',
        links: [{ kind: 'video', url, needsKey: false, expiresAt: null }],
      },
    });
  });

  it('has failed when its completed status carries an error', () => {
    const error = 'Input could not be processed';
    const body = { ...completed, request_id: 'f-2', error, error_type: 'bad_request' };
    expect(reportFrom(fal, 'o/a/f-2', body)).toEqual({
      ...plainReport,
      phase: 'failed',
      stage: 'COMPLETED with error',
      failure: { code: 'bad_request', message: error, reason: 'invalid-input' },
    });
  });

  it('has failed when its result is a refusal', () => {
    const detail = [
      { loc: ['body', 'prompt'], msg: 'Flagged by a content checker', type: 'content_policy_violation' },
    ];
    expect(after({ detail }, 422)).toMatchObject({
      report: {
        phase: 'failed',
        failure: {
          code: 'content_policy_violation',
          message: 'Flagged by a content checker',
          reason: 'moderation',
        },
      },
    });
  });

  it.each<[string, unknown, number]>([
    ['a page', '<html>', 200],
    ['a server error', { detail: 'x' }, 500],
    ['a rate limit', { detail: 'x' }, 429],
    ['a refused key', { detail: 'x' }, 401],
    ['no result yet', { detail: 'Request not found' }, 404],
  ])('goes on until its result is known: %s', (_name, body, status) => {
    expect(after(body, status)).toMatchObject({ report: { phase: 'running', stage: 'COMPLETED' } });
  });

  it('is not failed by an error next to another status', () => {
    const body = { status: 'IN_PROGRESS', request_id: 'f-1', error: 'first try failed' };
    expect(reportFrom(fal, id, body, 202)).toMatchObject({ phase: 'running', failure: null });
  });

  it('brings its key to the gateway’s own origin only', () => {
    const requestUrl = (baseUrl: string, response_url: unknown): string => {
      const reading = fal.read(
        { ...askedFor(id), baseUrl },
        { status: 200, headers: {}, body: JSON.stringify({ ...completed, response_url }) },
        now,
      );
      return reading.kind === 'ask-more' ? reading.request.url : reading.kind;
    };
    const own = 'https://queue.fal.run/o/a/requests/f-1/response';
    expect(requestUrl('https://queue.fal.run', own)).toBe(own);
    expect(requestUrl('https://proxy.example.com/fal', own)).toBe(
      'https://proxy.example.com/fal/o/a/requests/f-1',
    );
    expect(requestUrl('https://queue.fal.run', 7)).toBe(urls.response_url);
  });

  it('is another one by another request id', () => {
    expect(readingOf(fal, 'o/a/f-9', completed)).toMatchObject({ trouble: 'other-task' });
  });
});
