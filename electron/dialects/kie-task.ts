import { at, numberAt, parseObject, textAt, tokenAt, type JsonObject } from './json-fields.ts';
import type { FoundLink, TaskFields } from './task-fields.ts';

/** The fields of a job of the common address; null when the record is no job. */
export const jobFields = (task: JsonObject): TaskFields | null => {
  const word = textAt(task, 'state');
  if (word === null) return null;
  const result = embedded(at(task, 'resultJson'));
  const asked = embedded(at(task, 'param'));
  return {
    word,
    title: textAt(asked, 'input', 'prompt') ?? textAt(asked, 'prompt'),
    model: textAt(task, 'model'),
    links: linksIn(at(result, 'resultUrls')),
    failure: { code: tokenAt(task, 'failCode'), message: textAt(task, 'failMsg') },
    createdAt: at(task, 'createTime'),
    updatedAt: at(task, 'completeTime'),
  };
};

/** The fields of a record of Veo's address, which says how the task stands by a number. */
export const veoFields = (task: JsonObject): TaskFields | null => {
  const flag = numberAt(task, 'successFlag');
  if (flag === null) return null;
  const asked = embedded(at(task, 'paramJson'));
  return {
    word: flagWords.get(flag) ?? 'generating',
    title: textAt(asked, 'prompt'),
    model: textAt(task, 'model'),
    links: linksIn(at(task, 'response', 'resultUrls')),
    failure: { code: tokenAt(task, 'errorCode'), message: textAt(task, 'errorMessage') },
    createdAt: at(task, 'createTime'),
    updatedAt: at(task, 'completeTime'),
  };
};

const flagWords: ReadonlyMap<number, string> = new Map([
  [1, 'success'],
  [2, 'fail'],
  [3, 'fail'],
]);

/** JSON inside of a text, as this API likes it; an empty object for anything else. */
const embedded = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  const parsed = parseObject(value);
  return parsed.ok ? parsed.value : {};
};

const linksIn = (urls: unknown): readonly FoundLink[] =>
  Array.isArray(urls)
    ? urls.map((url) => ({ kind: 'video', url: typeof url === 'string' ? url.trim() : null }))
    : [];
