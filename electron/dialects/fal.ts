import type { HttpRequest } from '../core/ports.ts';
import { jsonDialect, noPacing } from './json-dialect.ts';
import { at, numberAt, objectsAt, textAt, tokenAt, type JsonObject } from './json-fields.ts';
import { linkTexts } from './link-texts.ts';
import { filledUrl } from './path-template.ts';
import type { FoundLink, TaskFields } from './task-fields.ts';

const keyHeader = (key: string): Readonly<Record<string, string>> => ({
  Authorization: `Key ${key}`,
  Accept: 'application/json',
});

const result = '/{owner}/{app}/requests/{id}';

/** `COMPLETED` alone says that the work is over, not that it went well; this is the word for when it did not. */
const endedBadly = 'COMPLETED with error';

/** The fal.ai queue. A remote id reads `owner/app/request id`; a model's sub-path is no part of it. */
export const fal = jsonDialect({
  id: 'fal',
  label: 'fal.ai queue',
  source: 'fal.ai documents, queue API.',
  hosts: ['queue.fal.run'],
  paths: [`${result}/status`, result],
  headers: keyHeader,
  words: { queued: ['IN_QUEUE'], succeeded: ['COMPLETED'], failed: [endedBadly] },
  linkLifeMs: null,
  pacing: noPacing,
  hasProgress: false,

  pick: (body, { remoteId, baseUrl, key }) => {
    const id = tokenAt(body, 'request_id');
    if (id !== null && id !== remoteId.slice(remoteId.lastIndexOf('/') + 1)) return { trouble: 'other-task' };
    const word = textAt(body, 'status');
    if (word === null) return null;
    const fields: TaskFields = { word, queuePosition: numberAt(body, 'queue_position') };
    if (word.toUpperCase() !== 'COMPLETED') return fields;
    const error = failureIn(body);
    if (error !== null) return { ...fields, word: endedBadly, failure: error };
    return {
      // Until the result has told success from failure, the task goes on.
      fields: { ...fields, word: 'IN_PROGRESS', stage: word },
      more: resultRequest(body, baseUrl, remoteId, key),
      pick: (answer, status) => {
        if (status < 300) return { ...fields, links: linksIn(answer) };
        const refusal = status === 404 || status === 410 ? null : failureIn(answer);
        return refusal === null ? null : { ...fields, word: endedBadly, failure: refusal };
      },
    };
  },

  recognises: (body) => textAt(body, 'request_id') !== null && textAt(body, 'response_url') !== null,
});

/** Where the answer says the result is, if that is on the gateway's own origin: the key goes nowhere else. */
const resultRequest = (body: JsonObject, baseUrl: string, remoteId: string, key: string): HttpRequest => {
  const told = textAt(body, 'response_url') ?? '';
  const isOwn =
    URL.canParse(told) && URL.canParse(baseUrl) && new URL(told).origin === new URL(baseUrl).origin;
  return { url: isOwn ? new URL(told).href : filledUrl(baseUrl, result, remoteId), headers: keyHeader(key) };
};

const failureIn = (body: JsonObject): NonNullable<TaskFields['failure']> | null => {
  const [detail] = objectsAt(body, 'detail');
  const message =
    textAt(body, 'error') ??
    textAt(body, 'error', 'message') ??
    textAt(detail, 'msg') ??
    textAt(body, 'detail');
  const code = tokenAt(body, 'error_type') ?? tokenAt(detail, 'type');
  return message === null && code === null ? null : { code, message };
};

const linksIn = (answer: JsonObject): readonly FoundLink[] => {
  const found = (kind: FoundLink['kind'], ...names: readonly string[]): readonly FoundLink[] =>
    names.flatMap((name) => linkTexts(at(answer, name))).map((url) => ({ kind, url }));
  return [
    ...found('video', 'video', 'videos', 'video_url'),
    ...found('audio', 'audio', 'audio_file', 'audio_url'),
    ...found('gif', 'gif'),
    ...found('thumbnail', 'thumbnail', 'image', 'images'),
  ];
};
