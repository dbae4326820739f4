import type { DialectId } from '../../electron/dialects/dialect.ts';
import { dialects } from '../../electron/dialects/registry.ts';
import { plainWord } from '../../electron/dialects/words.ts';
import type { Path } from '../fakes/changed-value.ts';

interface Status {
  /** Where the deciding word can be; `*` stands for any place in a list. */
  readonly words: readonly string[];
  /** What else decides what the answer is. */
  readonly beside?: readonly string[];
  /** What the documents have in the place of a final word. */
  readonly isFinalBy?: (valueAt: (path: string) => readonly unknown[]) => boolean;
}

/** A record, so that a new dialect says where its status is. */
const places: Readonly<Record<DialectId, Status>> = {
  relay: { words: ['status', 'data.status'] },
  'openai-videos': { words: ['status'] },
  minimax: { words: ['status'] },
  luma: { words: ['state', 'status'] },
  replicate: { words: ['status'] },
  fal: { words: ['status'] },
  'midjourney-proxy': { words: ['status'] },
  'suno-relay': { words: ['data.status'] },
  // `code` says whether the task is in an envelope.
  'new-api': { words: ['status', 'data.status'], beside: ['code'] },
  xai: { words: ['status'] },
  openrouter: { words: ['status'] },
  '302': { words: ['status'] },
  kie: {
    words: ['data.state'],
    isFinalBy: (valueAt) => valueAt('data.successFlag').some((flag) => endingFlags.has(flag)),
  },
  runway: { words: ['status'] },
  ark: { words: ['status'] },
  kling: { words: ['data.task_status', 'data.status', 'data.*.task_status', 'data.*.status'] },
  'minimax-v2': { words: ['task.status'] },
  dashscope: { words: ['output.task_status'] },
  veo: { words: [], beside: ['done'], isFinalBy: (valueAt) => valueAt('done').includes(true) },
  vidu: { words: ['state'] },
  zhipu: { words: ['task_status'] },
};

const valuesAt = (body: unknown, path: string): readonly unknown[] =>
  path.split('.').reduce<readonly unknown[]>(
    (values, step) =>
      values.flatMap((value) => {
        if (step === '*') return Array.isArray(value) ? (value as unknown[]) : [];
        const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, step);
        return isObject ? [(value as Readonly<Record<string, unknown>>)[step]] : [];
      }),
    [body],
  );

const endingFlags: ReadonlySet<unknown> = new Set([1, 2, 3, '1', '2', '3']);

/** Whether one of the bodies has, where the API says its status, a documented final word or what stands for one. */
export const holdsFinalWord = (id: DialectId, bodies: readonly unknown[]): boolean => {
  const { words, isFinalBy } = places[id];
  const { succeeded, failed, cancelled = [] } = dialects[id].shape.words;
  const final = new Set([...succeeded, ...failed, ...cancelled].map(plainWord));
  return bodies.some(
    (body) =>
      isFinalBy?.((path) => valuesAt(body, path)) === true ||
      words
        .flatMap((path) => valuesAt(body, path))
        .some((word) => typeof word === 'string' && final.has(plainWord(word))),
  );
};

/** Whether a change at the path may change the status: it is there, around it or inside of it. */
export const carriesStatus = (id: DialectId, path: Path): boolean => {
  const { words, beside = [] } = places[id];
  return [...words, ...beside].some((place) => {
    const steps = place.split('.');
    return path
      .slice(0, steps.length)
      .every((step, index) => steps[index] === '*' || steps[index] === String(step));
  });
};
