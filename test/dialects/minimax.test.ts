import { describe, expect, it } from 'vitest';
import { minimax } from '../../electron/dialects/minimax.ts';
import { askedFor, now, plainReport, readingOf, reportFrom } from './reading-of.ts';

const id = '100000000000001';
const base_resp = { status_code: 0, status_msg: 'success' };
const running = { task_id: id, status: 'Processing', file_id: '', base_resp };
const success = { ...running, status: 'Success', file_id: '200000000000001', video_width: 1366 };
const answer = (body: unknown, status = 200) => ({ status, headers: {}, body: JSON.stringify(body) });

describe('a MiniMax task of version 1', () => {
  it('runs', () => {
    expect(reportFrom(minimax, id, running)).toEqual({
      ...plainReport,
      phase: 'running',
      stage: 'Processing',
    });
    for (const status of ['Preparing', 'Queueing']) {
      expect(reportFrom(minimax, id, { ...running, status }).phase).toBe('queued');
    }
    expect(reportFrom(minimax, id, { ...running, status: 'Unknown' }).phase).toBe('running');
  });

  it('succeeds with a file, whose link is another question', () => {
    const reading = readingOf(minimax, id, success);
    if (reading.kind !== 'ask-more') throw new Error('It did not ask for the link.');
    const { key } = askedFor(id);
    expect(reading.request).toMatchObject({
      url: 'https://api.example.com/v1/files/retrieve?file_id=200000000000001',
      headers: { Authorization: `Bearer ${key}` },
    });
    const url = 'https://cdn.example.com/m/1.mp4';
    const succeeded = { ...plainReport, phase: 'succeeded', stage: 'Success' };
    expect(
      reading.read(answer({ file: { file_id: 200000000000001, download_url: url }, base_resp }), now),
    ).toEqual({
      kind: 'report',
      report: { ...succeeded, links: [{ kind: 'video', url, needsKey: false, expiresAt: null }] },
    });
    const pending = { kind: 'report', report: { ...succeeded, linksPending: true } };
    expect(reading.otherwise).toEqual(pending);
    expect(reading.read(answer({ base_resp: { status_code: 1002, status_msg: 'rate limit' } }), now)).toEqual(
      pending,
    );
    expect(reading.read(answer('', 500), now)).toEqual(pending);
  });

  it('fails with the code of the answer', () => {
    const status = 'Fail';
    const sensitive = { status_code: 1027, status_msg: 'output content sensitive' };
    expect(reportFrom(minimax, id, { ...running, status, base_resp: sensitive })).toEqual({
      ...plainReport,
      phase: 'failed',
      stage: 'Fail',
      failure: { code: '1027', message: 'output content sensitive', reason: 'moderation' },
    });
    expect(reportFrom(minimax, id, { ...running, status }).failure).toEqual({
      code: 'fail',
      message: '',
      reason: 'unknown',
    });
  });

  it.each<[object, string]>([
    [
      { ...running, status: 'Fail', base_resp: { status_code: 1002, status_msg: 'rate limit' } },
      'rate-limited',
    ],
    [{ ...success, base_resp: { status_code: 2013, status_msg: 'invalid params' } }, 'not-understood'],
    [{ task_id: '', status: '', base_resp: { status_code: 1004, status_msg: 'login fail' } }, 'refused'],
    [
      { task_id: '', status: 'Fail', base_resp: { status_code: 1013, status_msg: 'internal' } },
      'server-error',
    ],
    [{ base_resp: { status_code: 2013, status_msg: 'invalid task_id' } }, 'not-found'],
    [{ base_resp: { status_code: 9999, status_msg: 'new' } }, 'not-understood'],
    [{ ...success, task_id: '7' }, 'other-task'],
  ])('is not ended by an answer about the request: %j', (body, trouble) => {
    expect(readingOf(minimax, id, body)).toMatchObject({ kind: 'trouble', trouble });
  });
});
