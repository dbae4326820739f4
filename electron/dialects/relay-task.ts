import { at, numberAt, objectAt, textAt, tokenAt, type JsonObject } from './json-fields.ts';
import { failureOf } from './relay-failure.ts';
import { linksIn } from './relay-links.ts';
import type { TaskFields } from './task-fields.ts';
import { timeOf } from './time-of.ts';
import { webAddress } from './web-address.ts';
import { meaningIn, type Words } from './words.ts';

/** The fields of a relay's answer, nested or flat; null when the body holds no task status. */
export const relayFields = (body: JsonObject, remoteId: string, words: Words): TaskFields | null => {
  const word = textAt(body, 'status');
  if (word === null || isEnvelope(body, word)) return null;
  const progress = progressOf(body);
  const waits = meaningIn(words, word) === 'queued';
  const inner = waits ? textAt(body, ...pending, 'status') : null;
  return {
    // Relays say `pending` from the first moment to the last, and only the inner status or the progress tells
    // waiting from working. Neither can end the task: the outer status alone does.
    word: waits && hasStarted(words, inner, progress) ? 'processing' : word,
    stage: inner ?? word,
    progress,
    title: titleOf(body),
    model: modelOf(body, remoteId),
    // A completed task without any link is still completed: the status decides, and some relays serve the file
    // only at `…/content`, to whoever brings the key.
    links: linksIn(body),
    failure: failureOf(body),
    queuePosition: numberAt(body, ...pending, 'progress_pos_in_queue'),
    createdAt: firstTime(
      body,
      ['created_at'],
      ['detail', 'created_at'],
      [...pending, 'created_at'],
      ['submit_time'],
    ),
    updatedAt: firstTime(
      body,
      ['status_update_time'],
      ['updated_at'],
      ['completed_at'],
      ['finished_at'],
      ['finish_time'],
    ),
  };
};

const pending = ['detail', 'pending_info'] as const;

/** The task itself: some of these relays' paths wrap it as `{code, message, data}`. */
export const unwrapped = (body: JsonObject): JsonObject => {
  const data = objectAt(body, 'data');
  if (data === null || textAt(body, 'status') !== null || textAt(data, 'status') === null) return body;
  return idsOf(data).length > 0 ? data : body;
};

const idsOf = (body: JsonObject): string[] =>
  [tokenAt(body, 'id'), tokenAt(body, 'task_id'), tokenAt(body, 'detail', 'id')].filter((id) => id !== null);

/** Whether the ids in the body allow that it is about this task. The part before `:` is the relay's own prefix. */
export const isAboutTask = (body: JsonObject, remoteId: string): boolean => {
  const ids = idsOf(body);
  const same = (id: string): boolean =>
    id === remoteId || id === unprefixed(remoteId) || unprefixed(id) === remoteId;
  return ids.length === 0 || ids.some(same);
};

const unprefixed = (id: string): string => id.slice(id.indexOf(':') + 1);

/**
 * `{"status":"success","data":…}` and `{"status":"error","message":…}` are envelopes of many APIs, about the request
 * and not about a task. Those words count only next to something that a task has.
 */
const isEnvelope = (body: JsonObject, word: string): boolean =>
  /^(?:success|error|fail|done)$/i.test(word) &&
  idsOf(body).length === 0 &&
  objectAt(body, 'detail') === null &&
  linksIn(body).every(({ url }) => webAddress(url) === null);

/** 0 to 1: `progress_pct` is a fraction, `progress` a percentage. Shown, and never a reason to end a task. */
const progressOf = (body: JsonObject): number | null => {
  const fraction = numberAt(body, ...pending, 'progress_pct');
  const percent = numberAt(body, 'progress');
  const progress = fraction ?? (percent === null ? null : percent / 100);
  return progress;
};

const hasStarted = (words: Words, inner: string | null, progress: number | null): boolean =>
  (progress ?? 0) > 0 ||
  (inner !== null && inner !== 'preprocessing' && meaningIn(words, inner) === 'running');

const titleOf = (body: JsonObject): string | null => {
  const prompt =
    textAt(body, 'detail', 'input', 'prompt') ??
    textAt(body, ...pending, 'prompt') ??
    textAt(body, 'detail', 'draft_info', 'prompt') ??
    textAt(body, 'prompt');
  const titles = [prompt, textAt(body, ...pending, 'title'), textAt(body, 'title')];
  const title = titles.find((text) => text !== null && text !== 'New Video') ?? null;
  return title;
};

const modelOf = (body: JsonObject, remoteId: string): string | null => {
  const named = textAt(body, 'detail', 'input', 'model') ?? textAt(body, 'model');
  const prefix = [textAt(body, 'id'), remoteId].map((id) => /^([a-z][\w.-]{1,60}):/i.exec(id ?? '')?.[1]);
  const model = named ?? prefix.find((text) => text !== undefined) ?? null;
  return model;
};

const firstTime = (body: JsonObject, ...paths: readonly (readonly string[])[]): number | null => {
  for (const path of paths) {
    const time = timeOf(at(body, ...path));
    if (time !== null) return time;
  }
  return null;
};
