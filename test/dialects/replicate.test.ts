import { describe, expect, it } from 'vitest';
import { replicate } from '../../electron/dialects/replicate.ts';
import { askedFor, now, plainReport, readingOf, reportFrom } from './reading-of.ts';

const times = { created_at: '2026-01-02T03:04:05.678Z', started_at: '2026-01-02T03:04:06.000Z' };
const completed_at = '2026-01-02T03:07:25.000Z';
const createdAt = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
const endedAt = Date.UTC(2026, 0, 2, 3, 7, 25);
const hour = 60 * 60 * 1000;

describe('a Replicate prediction', () => {
  it('tells its progress in its log only', () => {
    const body = {
      id: 'p1',
      status: 'processing',
      output: null,
      error: null,
      logs: ' 42%|####      |',
      ...times,
    };
    expect(reportFrom(replicate, 'p1', body)).toEqual({
      ...plainReport,
      phase: 'running',
      stage: 'processing',
      progress: 0.42,
      createdAt,
      updatedAt: Date.UTC(2026, 0, 2, 3, 4, 6),
    });
    const progress = (logs: string | null) => reportFrom(replicate, 'p1', { ...body, logs }).progress;
    expect(progress(' 10%|#  |\n 97%|#### |\r 98.5%|#####|')).toBe(0.98);
    expect(progress('no bar')).toBeNull();
    expect(progress('999%')).toBe(1);
    expect(progress(null)).toBeNull();
  });

  it('has links that live for an hour from its end, in a list or alone', () => {
    const url = 'https://replicate.example/r/1.mp4';
    const body = { id: 'p1', status: 'succeeded', output: [url], error: null, ...times, completed_at };
    const expected = {
      ...plainReport,
      phase: 'succeeded',
      stage: 'succeeded',
      links: [{ kind: 'video', url, needsKey: false, expiresAt: endedAt + hour }],
      createdAt,
      updatedAt: endedAt,
    };
    expect(reportFrom(replicate, 'p1', body)).toEqual(expected);
    expect(reportFrom(replicate, 'p1', { ...body, output: url })).toEqual(expected);
    const output = ['https://replicate.example/a.wav', 'https://replicate.example/b.png?x=1', url];
    expect(reportFrom(replicate, 'p1', { ...body, output }).links.map(({ kind }) => kind)).toEqual([
      'audio',
      'thumbnail',
      'video',
    ]);
  });

  it('is still a success when its files are gone', () => {
    const body = { id: 'p1', status: 'succeeded', output: null, data_removed: true, ...times, completed_at };
    expect(reportFrom(replicate, 'p1', body)).toMatchObject({
      phase: 'succeeded',
      links: [],
      linksPending: false,
    });
  });

  it('says why it failed', () => {
    const error = 'Prediction failed: out of memory';
    const body = {
      id: 'p2',
      status: 'failed',
      output: null,
      error,
      created_at: times.created_at,
      completed_at,
    };
    expect(reportFrom(replicate, 'p2', body)).toEqual({
      ...plainReport,
      phase: 'failed',
      stage: 'failed',
      failure: { code: 'failed', message: error, reason: 'upstream' },
      createdAt,
      updatedAt: endedAt,
    });
  });

  it.each(['canceled', 'aborted'])('is cancelled by the word %s', (status) => {
    expect(reportFrom(replicate, 'p1', { id: 'p1', status }).phase).toBe('cancelled');
  });

  it('names the reason of a rate limit in `detail`', () => {
    expect(readingOf(replicate, 'p1', { detail: 'Request was throttled.' }, 429)).toMatchObject({
      trouble: 'rate-limited',
    });
  });

  it('is asked for on its own where the list leaves its output out', () => {
    const results = [
      { id: 'p1', status: 'succeeded', ...times },
      { id: 'p2', status: 'processing' },
    ];
    const found = replicate.list?.read(
      { baseUrl: askedFor('p1').baseUrl, remoteIds: ['p1', 'p2', 'p3'] },
      { status: 200, headers: {}, body: JSON.stringify({ results }) },
      now,
    );
    expect(found instanceof Map && [...found.keys()]).toEqual(['p2']);
  });
});
