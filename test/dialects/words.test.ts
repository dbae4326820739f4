import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meaningIn, plainWord, type Words } from '../../electron/dialects/words.ts';

const words: Words = {
  queued: ['in_queue'],
  succeeded: ['succeeded', '1'],
  failed: ['time_out', '-1'],
  cancelled: ['canceled'],
  gone: ['task_not_exist'],
};

describe('a status word', () => {
  it.each([
    ['In Queue', 'queued'],
    ['IN-QUEUE', 'queued'],
    [' Succeeded ', 'succeeded'],
    ['TIMEOUT', 'failed'],
    ['Canceled', 'cancelled'],
    ['TASK-NOT-EXIST', 'gone'],
    ['1', 'succeeded'],
    ['-1', 'failed'],
  ])('%j means %s', (word, meaning) => {
    expect(meaningIn(words, word)).toBe(meaning);
  });

  it.each(['', 'success', 'succeeded!', 'not succeeded', 'video_generation_completed', '0', '11'])(
    '%j that is not listed means that the task runs',
    (word) => {
      expect(meaningIn(words, word)).toBe('running');
    },
  );

  it('means running in an API that lists nothing', () => {
    fc.assert(
      fc.property(fc.string(), (word) => {
        expect(meaningIn({ queued: [], succeeded: [], failed: [] }, word)).toBe('running');
      }),
    );
  });

  it('is compared without case, blanks and dashes, but with the sign of a number', () => {
    expect(['Not_Started', 'not-started', ' NOT STARTED '].map(plainWord)).toEqual(
      Array(3).fill('notstarted'),
    );
    expect(plainWord('-1')).toBe('-1');
  });
});
