import { expect, it } from 'vitest';
import { roughDurationText } from '../../electron/shared/duration.ts';
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
    { at: 60, text: 'Ready, shown or told' },
  ]);
});

it('gives the reason of a failure', () => {
  const failure = event(5, { phase: 'failed', note: 'Out of credit' });
  expect(timelineOf([failure], null)[0]?.text).toBe('Failed: Out of credit');
  expect(timelineOf([failure, event(6, { kind: 'told' })], null)[0]?.text).toBe(
    'Failed, shown or told: Out of credit',
  );
  expect(timelineOf([failure], 'Out of credit')[0]?.text).toBe('Failed');
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
