import type { Phase } from '../shared/task.ts';

export type Meaning = Exclude<Phase, 'lost'> | 'gone';

/**
 * The status words of an API. Only `queued` and the words that end a task are listed: every other word means that
 * the task runs. A task that is watched too long costs some requests, a task that is given up too early costs the
 * user the result.
 */
export interface Words {
  readonly queued: readonly string[];
  readonly succeeded: readonly string[];
  readonly failed: readonly string[];
  readonly cancelled?: readonly string[];
  /** The gateway says that it has no such task. */
  readonly gone?: readonly string[];
}

/** Upper and lower case, blanks, `-` and `_` make no difference. */
export const meaningIn = (words: Words, word: string): Meaning => {
  const wanted = plainWord(word);
  const has = (list: readonly string[] | undefined): boolean =>
    list?.some((one) => plainWord(one) === wanted) ?? false;
  if (has(words.succeeded)) return 'succeeded';
  if (has(words.failed)) return 'failed';
  if (has(words.cancelled)) return 'cancelled';
  if (has(words.gone)) return 'gone';
  return has(words.queued) ? 'queued' : 'running';
};

/** What is compared of a word. The sign of a number stays: -1 is another status than 1. */
export const plainWord = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replaceAll(/(?!^-\d)[\s_-]+/g, '');
