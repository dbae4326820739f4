import { describe, expect, it } from 'vitest';
import { runway } from '../../electron/dialects/runway.ts';
import { asked } from './relay-answers.ts';
import { bare, reportWith, troubleWith, videoLink } from './read-with.ts';

const id = '00000000-0000-4000-8000-000000000014';
const createdAt = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
const task = (fields: object): object => ({ id, createdAt: '2026-01-02T03:04:05.678Z', ...fields });

describe('Runway', () => {
  it('is told the version of its API', () => {
    expect(runway.request(asked(id)).headers).toMatchObject({ 'X-Runway-Version': '2024-11-06' });
    expect(runway.probe('https://api.dev.runwayml.com', 'k').headers).toHaveProperty('X-Runway-Version');
  });

  it('runs, its progress being a fraction', () => {
    const report = reportWith(runway, id, task({ status: 'RUNNING', progress: 0.42 }));
    expect(report).toEqual({ ...bare('running', 'RUNNING'), progress: 0.42, createdAt });
    expect(reportWith(runway, id, task({ status: 'RUNNING', progress: 1 })).phase).toBe('running');
  });

  it.each(['PENDING', 'THROTTLED'])('waits as %s', (status) => {
    expect(reportWith(runway, id, task({ status }))).toEqual({ ...bare('queued', status), createdAt });
  });

  it('succeeds with its link', () => {
    const output = ['https://cdn.example.com/r/1.mp4?_jwt=eyJhbGciOiJub25lIn0.e30.'];
    expect(reportWith(runway, id, task({ status: 'SUCCEEDED', output }))).toEqual({
      ...bare('succeeded', 'SUCCEEDED'),
      createdAt,
      links: [videoLink(output[0] ?? '')],
    });
    for (const wrong of [null, [], [null], 'https://cdn.example.com/r/1.mp4', [{}]]) {
      expect(reportWith(runway, id, task({ status: 'SUCCEEDED', output: wrong })).links).toEqual([]);
    }
  });

  it('fails with the family of its reason', () => {
    const failed = { status: 'FAILED', failure: 'The input was rejected.', failureCode: 'SAFETY.INPUT.TEXT' };
    expect(reportWith(runway, id, task(failed))).toEqual({
      ...bare('failed', 'FAILED'),
      createdAt,
      failure: { code: 'SAFETY.INPUT.TEXT', message: 'The input was rejected.', reason: 'moderation' },
    });
    const internal = { status: 'FAILED', failureCode: 'INTERNAL.BAD_OUTPUT.CODE01' };
    expect(reportWith(runway, id, task(internal)).failure?.reason).toBe('upstream');
  });

  it('is cancelled', () => {
    expect(reportWith(runway, id, task({ status: 'CANCELLED' })).phase).toBe('cancelled');
  });

  it('is gone when it was deleted', () => {
    expect(troubleWith(runway, id, { error: 'Task not found' }, 404)).toBe('not-found');
    expect(troubleWith(runway, id, { ...task({ status: 'SUCCEEDED' }), id: 'other' })).toBe('other-task');
  });
});
