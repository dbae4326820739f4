import { describe, expect, it } from 'vitest';
import { relay } from '../../electron/dialects/relay.ts';
import { fixture } from '../fixtures/relay/fixture.ts';
import { answer, asked, now } from './relay-answers.ts';

describe('a relay’s query', () => {
  const url = (baseUrl: string, id: string): string => relay.request({ baseUrl, remoteId: id, key: 'k' }).url;

  it('asks below the base URL, with or without its version', () => {
    const expected = 'https://api.example.com/v1/videos/sora-2:task_1';
    expect(url('https://api.example.com', 'sora-2:task_1')).toBe(expected);
    expect(url('https://api.example.com/', 'sora-2:task_1')).toBe(expected);
    expect(url('https://api.example.com/v1', 'sora-2:task_1')).toBe(expected);
    expect(url('https://example.com/relay/v1/', 'a_1')).toBe('https://example.com/relay/v1/videos/a_1');
  });

  it.each(['a/b', 'a?b', 'a#b', 'a%2Fb', 'a b', 'ü', '..', '.', '../../x', '\uD800'])(
    'keeps the id %j in one segment',
    (id) => {
      const asked = new URL(url('https://api.example.com/x', id));
      expect(asked.pathname).toMatch(/^\/x\/v1\/videos\/[^/]+$/);
      expect(asked.search + asked.hash).toBe('');
    },
  );

  it('carries the key in its header only', () => {
    const request = relay.request({ baseUrl: 'https://api.example.com', remoteId: 'a_1', key: 'sk-secret' });
    expect(request.headers).toEqual({ Authorization: 'Bearer sk-secret', Accept: 'application/json' });
    expect(request.url).not.toContain('secret');
  });
});

describe('a gateway Test', () => {
  it.each<[string, unknown, number, object]>([
    ['does not know the id', fixture('task-not-exist'), 400, { reached: true }],
    ['says 404 in JSON', { error: { message: 'Task not found' } }, 404, { reached: true }],
    ['dislikes the id', { error: { message: 'id must be a uuid' } }, 400, { reached: true }],
    ['refuses the key', fixture('refused'), 401, { reached: false, trouble: 'refused' }],
    ['has no such path', '<html>', 404, { reached: false, trouble: 'not-json' }],
    [
      'says so in JSON',
      { error: { message: 'Invalid URL' } },
      404,
      { reached: false, trouble: 'not-understood' },
    ],
    ['is a web page', '<html>', 200, { reached: false, trouble: 'not-json' }],
    ['is another API', { version: 3 }, 200, { reached: false, trouble: 'not-understood' }],
    ['limits requests', '', 429, { reached: false, trouble: 'rate-limited' }],
  ])('of one that %s', (_name, body, status, outcome) => {
    expect(relay.readProbe(asked('taskbell-connection-test'), answer(body, status), now)).toEqual(outcome);
  });
});
