import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relay } from '../../electron/dialects/relay.ts';
import { isFinalPhase } from '../../electron/shared/task.ts';
import { runningNested } from '../gateway/bodies.ts';
import { asked } from './relay-answers.ts';

const id = 'sora-2:task_1';
const read = (body: string, status = 200) => relay.read(asked(id), { status, headers: {}, body }, 0);

const fieldNames = [
  'id',
  'status',
  'detail',
  'pending_info',
  'draft_info',
  'error',
  'message',
  'code',
  'progress',
];
const moreNames = [
  'progress_pct',
  'video_url',
  'url',
  'input',
  'prompt',
  'encodings',
  'source',
  'path',
  '__proto__',
];

/** JSON objects made of the fields that the dialect reads, each holding anything. */
const relayLike = fc.letrec((tie) => ({
  object: fc.dictionary(fc.constantFrom(...fieldNames, ...moreNames), tie('value'), { maxKeys: 8 }),
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(id, 'completed', 'failed', 'pending', 'https://cdn.example.com/v.mp4', 'javascript:1'),
    fc.string(),
    fc.double(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
})).object;

describe('reading any answer', () => {
  it('never throws and always gives a report in range or a trouble', () => {
    const body = fc.oneof(
      fc.json(),
      relayLike.map((value) => JSON.stringify(value)),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(body, fc.integer({ min: 100, max: 599 }), (text, status) => {
        const reading = read(text, status);
        expect(reading.kind).not.toBe('ask-more');
        if (reading.kind !== 'report') return;
        const { report } = reading;
        const inRange = report.progress === null || (report.progress >= 0 && report.progress <= 1);
        expect(inRange).toBe(true);
        expect(report.phase === 'failed').toBe(report.failure !== null);
        expect(report.failure?.message).not.toBe('');
        for (const link of report.links) expect(link.url).toMatch(/^https?:\/\//);
        expect(status >= 200 && status < 300).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('gets through bodies of megabytes within the time of a test', () => {
    const long = 'sk-https://Bearer api_key=task '.repeat(60_000);
    expect(read(long)).toMatchObject({ trouble: 'not-json' });
    expect(read('['.repeat(1_000_000))).toMatchObject({ trouble: 'not-json' });
    expect(read(JSON.stringify({ id, error: long, message: long }))).toMatchObject({
      trouble: 'not-understood',
    });
    const failed = JSON.stringify({ id, status: 'failed', error: long, prompt: long });
    expect(read(failed)).toMatchObject({ report: { phase: 'failed' } });
  });

  it('keeps checking on every word it does not know', () => {
    const known =
      /^(complete|completed|succeeded|succeed|success|done|failed|fail|failure|error|timeout|expired|cancel|cancelled|canceled|aborted|not[_ -]found|not[_ -]exist|task[_ -]not[_ -]exist)$/i;
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (status) => {
        fc.pre(status.trim() !== '' && !known.test(status.trim()));
        const reading = read(JSON.stringify({ id, status, progress: 100 }));
        expect(reading.kind === 'report' && !isFinalPhase[reading.report.phase]).toBe(true);
      }),
    );
  });

  it('never ends a task by its progress', () => {
    const value = fc.oneof(
      fc.double(),
      fc.integer(),
      fc.integer().map((n) => `${String(n)}%`),
      fc.string(),
      fc.constant('1e999'),
    );
    fc.assert(
      fc.property(value, value, (percent, fraction) => {
        const body = runningNested({ id, progress: fraction as number });
        const reading = read(JSON.stringify({ ...body, progress: percent }));
        expect(reading.kind === 'report' && !isFinalPhase[reading.report.phase]).toBe(true);
      }),
    );
    expect(read(`{"id":"${id}","status":"pending","progress":1e999}`)).toMatchObject({
      report: { progress: null },
    });
  });
});
