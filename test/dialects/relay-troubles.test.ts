import { describe, expect, it } from 'vitest';
import { relay } from '../../electron/dialects/relay.ts';
import { fixture } from '../fixtures/relay/fixture.ts';
import { completedNested } from '../gateway/bodies.ts';
import { answer, asked, boat, now, reportOf } from './relay-answers.ts';

const troubleOf = (body: unknown, status = 200): string => {
  const reading = relay.read(asked(boat), answer(body, status), now);
  if (reading.kind === 'ask-more') return reading.kind;
  return reading.kind === 'trouble' ? reading.trouble : reading.report.phase;
};

describe('an answer that is about another task', () => {
  it.each([
    ['sora-2:task_1', 'sora-2:task_1'],
    ['sora-2:task_1', 'task_1'],
    ['task_1', 'sora-2:task_1'],
  ])('is not %s for %s', (asked, answered) => {
    expect(reportOf(asked, { id: answered, status: 'completed' }).phase).toBe('succeeded');
  });

  it('is not used', () => {
    expect(troubleOf(completedNested({ id: 'sora-2:task_other' }))).toBe('other-task');
    expect(troubleOf({ task_id: 'task_other', status: 'completed' })).toBe('other-task');
    expect(troubleOf({ detail: { id: 'task_other' }, status: 'completed' })).toBe('other-task');
  });
});

describe('an answer without a report', () => {
  it.each<[string, unknown, number, string]>([
    ['a page', '<!doctype html><title>Hi</title>', 200, 'not-json'],
    ['an empty body', '', 200, 'not-json'],
    ['truncated JSON', fixture('completed-nested').slice(0, 200), 200, 'not-json'],
    ['a list', [], 200, 'not-understood'],
    ['JSON without a status', { hello: 'world' }, 200, 'not-understood'],
    ['a status that is no word', { id: boat, status: 3 }, 200, 'not-understood'],
    [
      'an envelope that says success',
      { status: 'success', data: { status: 'processing' } },
      200,
      'not-understood',
    ],
    ['an envelope that says error', { status: 'error', code: 401, message: 'no' }, 200, 'refused'],
    ['an error body under 200', fixture('refused'), 200, 'refused'],
    ['an unknown id under 200', fixture('task-not-exist'), 200, 'not-found'],
    ['an upstream error under 200', { error: { message: 'x', type: 'server_error' } }, 200, 'server-error'],
    ['401', fixture('refused'), 401, 'refused'],
    ['401 with a page', '<html>', 401, 'refused'],
    ['403', { error: { message: 'no' } }, 403, 'refused'],
    ['403 of a firewall', '<html>Just a moment</html>', 403, 'not-json'],
    ['404', { error: { message: 'Task not found' } }, 404, 'not-found'],
    ['404 without words', {}, 404, 'not-found'],
    ['404 with a page', '<html>404</html>', 404, 'not-json'],
    ['404 with an empty body', '', 404, 'not-json'],
    ['404 of an unknown path', { error: { message: 'Invalid URL (GET /v1/x)' } }, 404, 'not-understood'],
    ['404 of a web framework', { detail: 'Not Found' }, 404, 'not-understood'],
    ['400 task_not_exist', fixture('task-not-exist'), 400, 'not-found'],
    [
      '400 task_not_exist inside an error',
      { error: { code: 'task_not_exist', message: '' } },
      400,
      'not-found',
    ],
    ['400 in other words', { error: { message: 'The task does not exist.' } }, 400, 'not-found'],
    [
      '400 about a model',
      { error: { code: 'model_not_found', message: 'no such model' } },
      400,
      'not-understood',
    ],
    ['500', { error: 'x' }, 500, 'server-error'],
    ['502 with a page', '<html>', 502, 'server-error'],
    ['409', {}, 409, 'server-error'],
    ['302', '', 302, 'redirected'],
    ['429', '', 429, 'rate-limited'],
  ])('from %s names its trouble', (_name, body, status, trouble) => {
    expect(troubleOf(body, status)).toBe(trouble);
  });

  it.each([
    ['7', 7000],
    ['0', 0],
    ['86400', 3_600_000],
    ['Fri, 02 Jan 2026 03:31:00 GMT', 60_000],
    ['Fri, 02 Jan 2026 03:00:00 GMT', 0],
    ['soon', null],
    ['-5', null],
  ])('passes on Retry-After %s', (value, retryAfterMs) => {
    for (const status of [429, 503]) {
      expect(relay.read(asked(boat), answer('', status, { 'retry-after': value }), now)).toMatchObject({
        retryAfterMs,
      });
    }
  });
});
