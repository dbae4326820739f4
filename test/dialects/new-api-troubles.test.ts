import { describe, expect, it } from 'vitest';
import { newApi } from '../../electron/dialects/new-api.ts';
import { noSuchPath, olderNewApiSpoken } from '../gateway/spoken/new-api.ts';
import { realGateway } from './checker-of.ts';
import { readWith, troubleWith } from './read-with.ts';

const id = 'task_example1';

describe('an answer of new-api without a report', () => {
  it.each<[string, unknown, number, string]>([
    ['an unknown id', { code: 'task_not_exist', message: 'task_not_exist', data: null }, 400, 'not-found'],
    ['an unknown id under 200', { code: 'task_not_exist', message: '', data: null }, 200, 'not-found'],
    [
      'an envelope that failed',
      { code: 'error', message: 'x', data: { status: 'SUCCESS' } },
      200,
      'not-understood',
    ],
    ['an envelope without a task', { code: 'success', data: {} }, 200, 'not-understood'],
    ['another task', { id: 'task_2', object: 'video', status: 'completed' }, 200, 'other-task'],
    [
      'a refused key',
      { error: { message: 'x', type: 'new_api_error', code: 'invalid_api_key' } },
      401,
      'refused',
    ],
  ])('from %s names its trouble', (_name, body, status, trouble) => {
    expect(troubleWith(newApi, id, body, status)).toBe(trouble);
  });
});

describe('a version or channel without the first path', () => {
  it('is asked at the second', async () => {
    const now = Date.UTC(2026, 0, 2, 3, 4, 5);
    const { server, gateway, checker } = await realGateway(olderNewApiSpoken, now);
    try {
      server.script(id, [noSuchPath, (moment) => olderNewApiSpoken.running(moment, 0.42)]);
      expect(await checker.ask(gateway, id)).toMatchObject({
        report: { phase: 'running', progress: 0.42 },
      });
      expect(server.requests.map(({ path }) => path)).toEqual([
        '/v1/videos/task_example1',
        '/v1/video/generations/task_example1',
      ]);
    } finally {
      await server.close();
    }
  });

  it.each([
    [501, { code: 'not_implemented', message: 'not_implemented:50' }],
    [404, '<html>'],
    [405, { error: { message: 'Method not allowed' } }],
  ])('may say so with %i', (status, body) => {
    expect(readWith(newApi, id, body, status)).toMatchObject({
      kind: 'ask-more',
      request: { url: 'https://api.example.com/v1/video/generations/task_example1' },
      otherwise: { kind: 'trouble' },
    });
  });

  it('keeps the first trouble when the second path is none either', () => {
    const reading = readWith(newApi, id, { error: { message: 'x' } }, 501);
    if (reading.kind !== 'ask-more') throw new Error('It asked no more.');
    const second = (status: number, body: string) => reading.read({ status, headers: {}, body }, 0);
    expect(second(404, '<html>')).toEqual(reading.otherwise);
    expect(second(400, '{"code":"task_not_exist"}')).toMatchObject({ trouble: 'not-found' });
  });

  it('does not ask twice for a task that is not there, or after a refusal', () => {
    expect(troubleWith(newApi, id, { error: { message: 'Task not found' } }, 404)).toBe('not-found');
    expect(troubleWith(newApi, id, '', 500)).toBe('server-error');
    expect(troubleWith(newApi, id, '', 401)).toBe('refused');
  });
});
