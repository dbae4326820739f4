import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialects } from '../../electron/dialects/registry.ts';
import { isFinalPhase } from '../../electron/shared/task.ts';
import { readWith, reportWith, troubleWith } from './read-with.ts';
import { id, sharedSamples, type Sharing } from './shared-samples.ts';

const sharing: readonly Sharing[] = ['relay', 'openai-videos', 'new-api', 'xai', 'openrouter'];
const running = sharedSamples.filter(({ ends }) => !ends);

describe.each(sharing)('a gateway that was set up as %s', (through) => {
  it.each(sharedSamples.filter(({ from }) => from !== through))(
    'reads an answer of $from, $name, as that does',
    ({ from, body, ends }) => {
      const right = reportWith(dialects[from], id, body);
      expect(isFinalPhase[right.phase]).toBe(ends);
      expect(reportWith(dialects[through], id, body)).toEqual(right);
    },
  );

  it('never ends a running task by the fields that carry no status', () => {
    const noise = fc.dictionary(
      fc.constantFrom(
        'progress',
        'error',
        'message',
        'model',
        'video',
        'output',
        'fail_reason',
        'video_url',
        'done',
      ),
      fc.oneof(
        fc.constantFrom(
          'completed',
          'done',
          'SUCCESS',
          'failed',
          100,
          1,
          true,
          'https://cdn.example.com/v.mp4',
        ),
        fc.json().map((text): unknown => JSON.parse(text)),
      ),
      { maxKeys: 4 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...running), noise, ({ body }, fields) => {
        const reading = readWith(dialects[through], id, { ...body, ...fields });
        expect(reading.kind === 'report' && isFinalPhase[reading.report.phase]).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('is never led to an end by a word that nobody documents', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sharedSamples),
        fc.stringMatching(/^[a-z_]{1,20}$/),
        ({ body }, tail) => {
          const status = `video_${tail}`;
          const inner = body['data'];
          const worded =
            typeof inner === 'object' ? { ...body, data: { ...inner, status } } : { ...body, status };
          const reading = readWith(dialects[through], id, worded);
          expect(reading.kind === 'report' && isFinalPhase[reading.report.phase]).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('does not take another task for its own', () => {
    const named = sharedSamples.filter(({ from, body }) => from !== 'xai' && body['id'] === id);
    for (const { body } of named)
      expect(troubleWith(dialects[through], 'task_other', body)).toBe('other-task');
  });
});

describe('a foreign word', () => {
  it.each<[Sharing, object]>([
    ['xai', { id, object: 'video', status: 'done' }],
    ['new-api', { id, object: 'video', status: 'done' }],
    ['openai-videos', { id, task_id: id, object: 'video', status: 'done' }],
    ['xai', { id, polling_url: '/x', status: 'SUCCESS' }],
  ])('in an answer that %s leaves to another does not end the task', (through, body) => {
    expect(isFinalPhase[reportWith(dialects[through], id, body).phase]).toBe(false);
  });

  it('ends it at a relay, whose flat shape has the words of all makers', () => {
    for (const status of ['succeeded', 'success', 'done', 'error']) {
      const flat = { id, object: 'video', model: 'x', status };
      expect(isFinalPhase[reportWith(dialects.relay, id, flat).phase]).toBe(true);
      expect(isFinalPhase[reportWith(dialects.relay, id, { ...flat, task_id: id }).phase]).toBe(true);
    }
  });
});

describe('an error', () => {
  it.each(sharing)('is read by %s itself', (through) => {
    expect(troubleWith(dialects[through], id, { error: { message: 'Task not found' } }, 404)).toBe(
      'not-found',
    );
    expect(troubleWith(dialects[through], id, '', 429)).toBe('rate-limited');
    expect(troubleWith(dialects[through], id, '<html>')).toBe('not-json');
    expect(troubleWith(dialects[through], id, { status: 'pending', progress: 20 }, 401)).toBe('refused');
  });
});
