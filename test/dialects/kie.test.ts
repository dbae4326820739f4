import { describe, expect, it } from 'vitest';
import { kie } from '../../electron/dialects/kie.ts';
import { json } from '../gateway/replies.ts';
import { kieSpoken } from '../gateway/spoken/kie.ts';
import { realGateway } from './checker-of.ts';
import { bare, readWith, reportWith, troubleWith, videoLink } from './read-with.ts';

const id = 't-1';
const answered = (data: object): object => ({ code: 200, msg: 'success', data: { taskId: id, ...data } });
const job = (fields: object): object =>
  answered({
    model: 'example/video',
    param: '{}',
    resultJson: '',
    failCode: null,
    failMsg: null,
    createTime: 1767323045678,
    ...fields,
  });
const known = { model: 'example/video', createdAt: 1767323045678 };

describe('a job of kie.ai', () => {
  it('runs', () => {
    expect(reportWith(kie, id, job({ state: 'generating', completeTime: null }))).toEqual({
      ...bare('running', 'generating'),
      ...known,
    });
    for (const state of ['waiting', 'queuing']) {
      expect(reportWith(kie, id, job({ state })).phase).toBe('queued');
    }
  });

  it('succeeds with the link in the JSON of a text', () => {
    const resultJson = JSON.stringify({ resultUrls: ['https://cdn.example.com/kie/1.mp4'] });
    expect(reportWith(kie, id, job({ state: 'success', resultJson, completeTime: 1767323245678 }))).toEqual({
      ...bare('succeeded', 'success'),
      ...known,
      links: [videoLink('https://cdn.example.com/kie/1.mp4')],
      updatedAt: 1767323245678,
    });
  });

  it.each([
    '',
    'no JSON',
    '[]',
    'null',
    '{"resultUrls":7}',
    '{"resultUrls":["javascript:alert(1)"]}',
    7,
    null,
  ])('succeeds without a link when the text is %j', (resultJson) => {
    expect(reportWith(kie, id, job({ state: 'success', resultJson }))).toMatchObject({
      phase: 'succeeded',
      links: [],
    });
  });

  it('fails', () => {
    const failed = { state: 'fail', failCode: '422', failMsg: 'prompt flagged', completeTime: 1767323145678 };
    expect(reportWith(kie, id, job(failed))).toEqual({
      ...bare('failed', 'fail'),
      ...known,
      failure: { code: '422', message: 'prompt flagged', reason: 'moderation' },
      updatedAt: 1767323145678,
    });
  });

  it('is known by what was asked of it', () => {
    const param = JSON.stringify({ input: { prompt: 'a paper boat' } });
    expect(reportWith(kie, id, job({ state: 'waiting', param })).title).toBe('a paper boat');
  });
});

describe('a Veo record of kie.ai', () => {
  it.each([
    [0, 'running'],
    [1, 'succeeded'],
    [2, 'failed'],
    [3, 'failed'],
    [4, 'running'],
    [-1, 'running'],
  ])('with the flag %i is %s', (successFlag, phase) => {
    expect(reportWith(kie, id, answered({ successFlag })).phase).toBe(phase);
  });

  it('brings its link, or its reason', () => {
    const response = { resultUrls: ['https://cdn.example.com/kie/v.mp4'] };
    expect(reportWith(kie, id, answered({ successFlag: 1, response })).links).toEqual([
      videoLink('https://cdn.example.com/kie/v.mp4'),
    ]);
    const failed = answered({ successFlag: 3, errorCode: 501, errorMessage: 'generation failed' });
    expect(reportWith(kie, id, failed).failure).toMatchObject({ code: '501', message: 'generation failed' });
  });

  it('is asked for when no job has the id', async () => {
    const { server, gateway, checker } = await realGateway(kieSpoken, 1767323045678);
    try {
      server.script(id, [
        () => json({ code: 404, msg: 'Not Found' }),
        () => json(answered({ successFlag: 0 })),
      ]);
      expect(await checker.ask(gateway, id)).toMatchObject({
        report: { phase: 'running' },
      });
      expect(server.requests.map(({ path }) => path)).toEqual([
        '/api/v1/jobs/recordInfo?taskId=t-1',
        '/api/v1/veo/record-info?taskId=t-1',
      ]);
    } finally {
      await server.close();
    }
  });
});

describe('an error of kie.ai under HTTP 200', () => {
  it.each([
    [401, 'You do not have access', 'refused'],
    [429, 'Rate limited', 'rate-limited'],
    [455, 'Maintenance', 'server-error'],
    [500, 'Server error', 'server-error'],
    [501, 'Generation failed', 'server-error'],
    [505, 'Feature disabled', 'server-error'],
  ])('with the code %i ends no task', (code, msg, trouble) => {
    expect(troubleWith(kie, id, { code, msg, data: null })).toBe(trouble);
    expect(troubleWith(kie, id, { ...job({ state: 'success' }), code, msg })).toBe(trouble);
  });

  it.each([
    [404, 'Not Found', 'not-found'],
    [422, 'recordInfo is null', 'not-found'],
    [422, 'taskId is malformed', 'not-understood'],
    [402, 'Insufficient credits', 'not-understood'],
  ])('with the code %i, “%s”, is %s once Veo does not know it either', (code, msg, trouble) => {
    const reading = readWith(kie, id, { code, msg, data: null });
    expect(reading).toMatchObject({ kind: 'ask-more', otherwise: { trouble } });
    if (reading.kind !== 'ask-more') return;
    const body = JSON.stringify({ code, msg, data: null });
    expect(reading.read({ status: 200, headers: {}, body }, 0)).toMatchObject({ trouble });
  });

  it('is not used when it is about another task', () => {
    expect(troubleWith(kie, 't-2', job({ state: 'success' }))).toBe('other-task');
  });
});
