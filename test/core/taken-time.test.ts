import { describe, expect, it } from 'vitest';
import { takenTimeOf, type EndedTask } from '../../electron/core/taken-time.ts';

const ended: EndedTask = {
  gatewayId: 'g',
  model: 'm',
  phase: 'succeeded',
  startedAt: 1_000_000,
  finishedAt: 1_100_000,
  endNamed: false,
  pace: null,
  unfinishedAt: 1_094_000,
  now: 1_100_000,
};

describe('what a task took', () => {
  it('is the time from its creation to its end, which lies after the check before', () => {
    expect(takenTimeOf(ended)).toEqual({
      gatewayId: 'g',
      model: 'm',
      at: 1_100_000,
      totalMs: 100_000,
      runningMs: null,
      uncertainMs: 6_000,
      marks: [],
    });
  });

  it('is exact where the gateway names the end', () => {
    expect(takenTimeOf({ ...ended, finishedAt: 1_097_000, endNamed: true })).toMatchObject({
      totalMs: 97_000,
      uncertainMs: 0,
    });
  });

  it('has no model where none is named', () => {
    expect(takenTimeOf({ ...ended, model: null })?.model).toBe('');
  });

  it('counts the run from the middle of where its beginning was seen', () => {
    const began = { after: 1_030_000, by: 1_040_000 };
    expect(takenTimeOf({ ...ended, pace: { began, marks: [] } })?.runningMs).toBe(65_000);
  });

  it('counts a run that was seen soon after the creation as begun in between', () => {
    const running = (by: number) =>
      takenTimeOf({ ...ended, pace: { began: { after: null, by }, marks: [] } })?.runningMs;
    expect(running(1_004_000)).toBe(98_000);
    expect(running(1_040_000)).toBeNull();
  });

  it('keeps the progress by age, and none from before the creation', () => {
    const marks = [
      { at: 990_000, progress: 0.1 },
      { at: 1_050_000, progress: 0.5 },
    ];
    expect(takenTimeOf({ ...ended, pace: { began: null, marks } })?.marks).toEqual([
      { ageMs: 50_000, progress: 0.5 },
    ]);
  });

  it.each(['failed', 'cancelled', 'lost', 'running', 'queued'] as const)(
    'is not learned from: %s',
    (phase) => {
      expect(takenTimeOf({ ...ended, phase })).toBeNull();
    },
  );

  it.each([
    ['it had ended at first sight', { unfinishedAt: null }],
    ['nobody knows when it began', { startedAt: null }],
    ['it took no time', { startedAt: 1_100_000 }],
    ['it ended before it began', { startedAt: 1_200_000 }],
    ['it took longer than a week', { startedAt: 1_100_000 - 8 * 86_400_000 }],
    ['the machine slept through most of it', { unfinishedAt: 1_010_000 }],
  ])('is not measured when %s', (_, change) => {
    expect(takenTimeOf({ ...ended, ...change })).toBeNull();
  });
});
