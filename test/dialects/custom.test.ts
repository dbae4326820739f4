import { describe, expect, it } from 'vitest';
import { customDialect } from '../../electron/dialects/custom.ts';
import type { CustomDialect } from '../../electron/shared/custom-dialect.ts';
import { lumen, lumenAnswer, orbit } from '../fakes/described-apis.ts';

const baseUrl = 'https://gateway.example/base';

const read = (definition: CustomDialect, body: string, remoteId = 'job-7', status = 200) =>
  customDialect(definition).read({ baseUrl, remoteId, key: 'key' }, { status, headers: {}, body }, 0);

describe('a described API', () => {
  it('is asked at its path, with the key in its header', () => {
    const asked = { baseUrl, remoteId: 'a/b c', key: 'k$&1' };
    expect(customDialect(lumen).request(asked)).toEqual({
      url: 'https://gateway.example/base/api/jobs/a%2Fb%20c',
      headers: { 'X-Api-Key': 'k$&1', Accept: 'application/json' },
    });
    expect(customDialect(orbit).request(asked)).toMatchObject({
      url: 'https://gateway.example/base/query?task=a%2Fb%20c',
      headers: { Authorization: 'Token k$&1' },
    });
  });

  it('finds the task again in every address that was described', () => {
    const lumenDialect = customDialect(lumen);
    const taskOf = (url: URL) => lumenDialect.taskOf(url);
    const task = { baseUrl: 'https://gateway.example/x', remoteId: 'job-7' };
    expect(taskOf(new URL('https://gateway.example/x/api/jobs/job-7'))).toEqual(task);
    expect(taskOf(new URL('https://gateway.example/x/jobs/job-7/watch'))).toEqual(task);
    expect(taskOf(new URL('https://gateway.example/x/other/job-7'))).toBeNull();
  });

  it('reports a running task with all that its selectors find', () => {
    const body = lumenAnswer({
      percent: '42%',
      prompt: 'A paper\nboat',
      engine: 'l-2',
      created: 1_700_000_000,
    });
    expect(read(lumen, body)).toMatchObject({
      kind: 'report',
      report: {
        phase: 'running',
        stage: 'rendering',
        progress: 0.42,
        title: 'A paper boat',
        model: 'l-2',
        links: [],
        createdAt: 1_700_000_000_000,
      },
    });
  });

  it('reports a success with the first link of each kind that is a web address', () => {
    const files = [
      { type: 'video', href: 'javascript:alert(1)' },
      { type: 'video', href: ' https://files.example/1.mp4 ' },
      { type: 'video', href: 'https://files.example/2.mp4' },
      { type: 'still', href: 'https://files.example/1.jpg' },
    ];
    expect(read(lumen, lumenAnswer({ state: 'Ready', files }))).toMatchObject({
      report: {
        phase: 'succeeded',
        links: [
          { kind: 'video', url: 'https://files.example/1.mp4', needsKey: false },
          { kind: 'thumbnail', url: 'https://files.example/1.jpg', needsKey: false },
        ],
      },
    });
  });

  it('reports why a task failed, that it was cancelled, and that it is not there', () => {
    const problem = { code: 'nsfw', text: 'The picture was refused by moderation' };
    expect(read(lumen, lumenAnswer({ state: 'broken', problem }))).toMatchObject({
      report: { phase: 'failed', failure: { code: 'nsfw', message: problem.text, reason: 'moderation' } },
    });
    expect(read(lumen, lumenAnswer({ state: 'STOPPED' }))).toMatchObject({ report: { phase: 'cancelled' } });
    expect(read(lumen, lumenAnswer({ state: 'unheard-of' }))).toMatchObject({ trouble: 'not-found' });
  });

  it('leaves an answer about another task unread', () => {
    expect(read(lumen, lumenAnswer({ state: 'ready' }), 'job-8')).toMatchObject({ trouble: 'other-task' });
    expect(read(lumen, lumenAnswer({}), 'kind/job-7')).toMatchObject({ kind: 'report' });
    expect(read(lumen, '{"job":{"state":"waiting"}}', 'job-8')).toMatchObject({
      report: { phase: 'queued' },
    });
  });

  it('understands nothing where no status is', () => {
    for (const body of [
      '{}',
      '{"job":{"state":""}}',
      '{"job":{"state":{"ready":true}}}',
      '{"job":["ready"]}',
    ])
      expect(read(lumen, body)).toMatchObject({ trouble: 'not-understood' });
    expect(read(lumen, '<html>')).toMatchObject({ trouble: 'not-json' });
    expect(read(lumen, '{"error":{"code":"invalid_api_key"}}')).toMatchObject({ trouble: 'refused' });
    expect(read(lumen, '{}', 'job-7', 429)).toMatchObject({ trouble: 'rate-limited' });
  });
});

describe('a status of several values', () => {
  const parts = (...codes: readonly unknown[]) =>
    read(orbit, JSON.stringify({ parts: codes.map((code) => ({ code })), done: 0.5 }));

  it('ends a task only when all of them say the same', () => {
    expect(parts(2, '2')).toMatchObject({ report: { phase: 'succeeded', progress: 0.5 } });
    expect(parts(2, 1)).toMatchObject({ report: { phase: 'running', stage: '2, 1' } });
    expect(parts(2, 3)).toMatchObject({ report: { phase: 'running' } });
    expect(parts(3, -2)).toMatchObject({ report: { phase: 'failed' } });
    expect(parts(0)).toMatchObject({ report: { phase: 'queued' } });
  });

  it('takes a negative number for another one than the positive', () => {
    expect(parts(-2)).toMatchObject({ report: { phase: 'failed' } });
    expect(parts(-3)).toMatchObject({ report: { phase: 'running' } });
  });

  it('takes true and false for words', () => {
    const done = { ...orbit, words: { ...orbit.words, succeeded: ['true'] } };
    expect(read(done, '{"parts":[{"code":true}]}')).toMatchObject({ report: { phase: 'succeeded' } });
    expect(read(done, '{"parts":[{"code":false}]}')).toMatchObject({ report: { phase: 'running' } });
  });
});

describe('an answer that is made to cost time', () => {
  it.each([
    ['wide', `{"parts":[{"code":2}],"a":[${'[],'.repeat(690_000)}0]}`],
    ['long', `{"parts":[${'{"code":2},'.repeat(2000)}{"code":2}]}`],
  ])('is not searched when it is too %s', (_how, body) => {
    expect(read(orbit, body)).toMatchObject({ trouble: 'not-understood' });
  });

  it('is read as far as it is not too deep', () => {
    const deep = `${'{"a":'.repeat(20_000)}{"url":"https://files.example/1.mp4"}${'}'.repeat(20_000)}`;
    const body = `{"parts":[{"code":2}],"b":${deep}}`;
    expect(read(orbit, body)).toMatchObject({ report: { phase: 'succeeded', links: [] } });
  });
});
