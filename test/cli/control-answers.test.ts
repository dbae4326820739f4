import { describe, expect, it } from 'vitest';
import { listedTask, shownTask } from '../../electron/cli/control-answers.ts';
import type { Phase } from '../../electron/shared/task.ts';
import { appStatus, sampleNow, taskEntry } from '../renderer/view-samples.ts';

const estimate = {
  endsAt: sampleNow + 118_000.4,
  longFrom: sampleNow + 600_000,
  usualMs: 170_000,
  stalledSince: null,
};

describe('the time that a task still takes', () => {
  const etaMs = (given: Partial<typeof estimate> | null, phase: Phase = 'running') =>
    listedTask(taskEntry({ phase, estimate: given && { ...estimate, ...given } }), sampleNow).etaMs;

  it('is listed in whole ms, 0 once it has passed, and null when nothing is known of it', () => {
    expect(etaMs({})).toBe(118_000);
    expect(etaMs({}, 'queued')).toBe(118_000);
    expect(etaMs({ endsAt: sampleNow - 1 })).toBe(0);
    expect(etaMs(null)).toBeNull();
    expect(etaMs({}, 'succeeded')).toBeNull();
  });
});

it('the time of the next check is listed in whole ms, as scripts reckon', () => {
  const nextCheckAt = sampleNow + 4000.4;
  expect(listedTask(taskEntry({ nextCheckAt }), sampleNow).nextCheckAt).toBe(sampleNow + 4000);
});

describe('a task that is shown', () => {
  const shown = (given: Parameters<typeof taskEntry>[0], status = appStatus()) =>
    shownTask(taskEntry({ estimate, nextCheckAt: sampleNow + 4000, ...given }), status, sampleNow);

  it('says what is left, what is usual and when it is asked next', () => {
    expect(shown({ waitReason: 'schedule' })).toMatchObject({
      timeLeft: 'about 2 min',
      usuallyTakes: '3 min',
      nextCheck: 'in 4 s',
      silentSince: null,
    });
  });

  it('says of an estimate nothing while nothing is asked', () => {
    expect(shown({}, appStatus({ paused: true }))).toMatchObject({ timeLeft: null, nextCheck: 'paused' });
  });

  it('is asked no more once it has ended', () => {
    expect(shown({ phase: 'succeeded' })).toMatchObject({ timeLeft: null, nextCheck: null });
  });
});
