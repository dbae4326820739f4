import { expect, it, onTestFinished } from 'vitest';
import { roughDurationText } from '../../electron/shared/duration.ts';
import { spokenIn } from '../../electron/shared/language/languages.ts';
import { speak } from '../../electron/shared/language/spoken.ts';
import type { TaskEvent } from '../../electron/shared/task.ts';
import { eventTimeText } from '../../electron/shared/local-time.ts';
import { timelineOf } from '../../renderer/timeline.ts';
import { sampleNow } from './view-samples.ts';

const event = (at: number, given: Partial<TaskEvent>): TaskEvent => ({
  at,
  kind: 'phase',
  phase: null,
  progress: null,
  note: null,
  ...given,
});

const events = [
  event(0, { kind: 'added', note: 'clipboard' }),
  event(10, { phase: 'queued' }),
  event(20, { phase: 'running', progress: 0 }),
  event(40, { kind: 'progress', phase: 'running', progress: 0.5 }),
  event(60, { phase: 'succeeded' }),
  event(61, { kind: 'told' }),
];

it('tells the story in one line for each thing that happened', () => {
  expect(timelineOf(events, null)).toEqual([
    { at: 0, text: 'Added from the clipboard' },
    { at: 10, text: 'Queued' },
    { at: 20, text: 'Generating' },
    { at: 60, text: 'Ready, and you were told' },
  ]);
});

it('gives the reason of a failure', () => {
  const failure = event(5, { phase: 'failed', note: 'Out of credit' });
  expect(timelineOf([failure], null)[0]?.text).toBe('Failed: Out of credit');
  expect(timelineOf([failure, event(6, { kind: 'told' })], null)[0]?.text).toBe(
    'Failed, and you were told: Out of credit',
  );
  const known = { code: 'billing', message: 'Out of credit', reason: 'billing' } as const;
  expect(timelineOf([failure], known)[0]?.text).toBe('Failed');
});

it.each([
  ['as it is noted now', null],
  ['as earlier versions noted it', 'The gateway no longer knows this id'],
])('says why a task was lost in the language that is spoken, %s', (_when, note) => {
  onTestFinished(() => speak(spokenIn.en));
  speak(spokenIn.zh);
  const lost = event(5, { phase: 'lost', note });
  expect(timelineOf([lost], null)[0]?.text).toBe('已丢失：网关已找不到此 ID');
  // While it is lost its details say so anyway.
  const known = { code: 'not-found', message: note ?? '', reason: 'not-found' } as const;
  expect(timelineOf([lost], known)[0]?.text).toBe('已丢失');
});

it('writes the time of today to the second and another day with its date', () => {
  const at = new Date(2025, 10, 22, 10, 2, 11).getTime();
  expect(eventTimeText(at, sampleNow)).toBe('10:02:11');
  expect(eventTimeText(at, sampleNow + 86_400_000)).toBe('22 Nov, 10:02');
});

it('rounds a time to come down to its largest unit', () => {
  expect([5.9 * 86_400_000, 3_600_000, 59_999, 10].map(roughDurationText)).toEqual([
    '5 d',
    '1 h',
    '59 s',
    '0 s',
  ]);
});
