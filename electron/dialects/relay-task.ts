import type { Report } from '../shared/task.ts';
import { at, numberAt, objectAt, textAt, tokenAt, type JsonObject } from './json-fields.ts';
import { plainText } from './plain-text.ts';
import { failureOf } from './relay-failure.ts';
import { linksOf } from './relay-links.ts';
import { meaningOf } from './status-words.ts';
import { timeOf } from './time-of.ts';

const longestTitle = 500;
const longestWord = 80;

/**
 * The report in a relay's answer, nested or flat. Null when the body holds no task status; 'gone' when the status
 * says that there is no such task.
 */
export const readTask = (body: JsonObject, remoteId: string): Report | 'gone' | null => {
  const word = textAt(body, 'status');
  if (word === null || isEnvelope(body, word)) return null;
  const meaning = meaningOf(word);
  if (meaning === 'gone') return 'gone';
  const progress = progressOf(body);
  const phase = meaning === 'queued' && hasStarted(body, progress) ? 'running' : meaning;
  return {
    phase,
    progress,
    stage: plainText(phase === 'queued' || phase === 'running' ? stageOf(body, word) : word, longestWord),
    title: titleOf(body),
    model: modelOf(body, remoteId),
    // A completed task without any link is still completed: the status decides, and some relays serve the file
    // only at `…/content`, to whoever brings the key.
    links: phase === 'succeeded' ? linksOf(body) : [],
    failure: phase === 'failed' ? failureOf(body, word) : null,
    queuePosition: queuePositionOf(body),
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
  linksOf(body).length === 0;

/** 0 to 1: `progress_pct` is a fraction, `progress` a percentage. Shown, and never a reason to end a task. */
const progressOf = (body: JsonObject): number | null => {
  const fraction = numberAt(body, ...pending, 'progress_pct');
  const percent = numberAt(body, 'progress');
  const progress = fraction ?? (percent === null ? null : percent / 100);
  return progress === null ? null : Math.min(Math.max(progress, 0), 1);
};

/**
 * Relays say `pending` from the first moment to the last, and only the inner status or the progress tells waiting
 * from working. Neither can end the task: the outer status alone does.
 */
const hasStarted = (body: JsonObject, progress: number | null): boolean => {
  const inner = textAt(body, ...pending, 'status');
  return (
    (progress ?? 0) > 0 || (inner !== null && inner !== 'preprocessing' && meaningOf(inner) === 'running')
  );
};

const stageOf = (body: JsonObject, word: string): string =>
  meaningOf(word) === 'queued' ? (textAt(body, ...pending, 'status') ?? word) : word;

const titleOf = (body: JsonObject): string | null => {
  const prompt =
    textAt(body, 'detail', 'input', 'prompt') ??
    textAt(body, ...pending, 'prompt') ??
    textAt(body, 'detail', 'draft_info', 'prompt') ??
    textAt(body, 'prompt');
  const titles = [prompt, textAt(body, ...pending, 'title'), textAt(body, 'title')];
  const title = titles.find((text) => text !== null && text !== 'New Video') ?? null;
  return title === null ? null : plainText(title, longestTitle);
};

const modelOf = (body: JsonObject, remoteId: string): string | null => {
  const named = textAt(body, 'detail', 'input', 'model') ?? textAt(body, 'model');
  const prefix = [textAt(body, 'id'), remoteId].map((id) => /^([a-z][\w.-]{1,60}):/i.exec(id ?? '')?.[1]);
  const model = named ?? prefix.find((text) => text !== undefined) ?? null;
  return model === null ? null : plainText(model, longestWord);
};

const queuePositionOf = (body: JsonObject): number | null => {
  const position = numberAt(body, ...pending, 'progress_pos_in_queue');
  return position !== null && Number.isSafeInteger(position) && position >= 0 ? position : null;
};

const firstTime = (body: JsonObject, ...paths: readonly (readonly string[])[]): number | null => {
  for (const path of paths) {
    const time = timeOf(at(body, ...path));
    if (time !== null) return time;
  }
  return null;
};
