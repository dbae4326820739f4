import { bearer, jsonDialect, noPacing } from './json-dialect.ts';
import { numberAt, objectAt, textAt, tokenAt, type JsonObject } from './json-fields.ts';
import { troubleOfCode, troubleWithoutTask } from './minimax-trouble.ts';
import { filledUrl } from './path-template.ts';
import type { TaskFields } from './task-fields.ts';
import { meaningIn, type Words } from './words.ts';

const words: Words = { queued: ['Preparing', 'Queueing'], succeeded: ['Success'], failed: ['Fail'] };

/** MiniMax (Hailuo), version 1: a success names a file, and a second request gives the file's link. */
export const minimax = jsonDialect({
  id: 'minimax',
  label: 'MiniMax / Hailuo, version 1',
  source: 'MiniMax API documents, video generation (asynchronous).',
  hosts: ['api.minimax.io', 'api.minimaxi.com'],
  paths: ['/v1/query/video_generation?task_id={id}'],
  headers: bearer,
  words,
  linkLifeMs: null,
  pacing: noPacing,
  hasProgress: false,

  pick: (body, { remoteId, baseUrl, key }) => {
    const fields = fieldsOf(body);
    const code = numberAt(body, 'base_resp', 'status_code') ?? 0;
    // HTTP 200 also carries errors of the request. With `Fail` the code tells why the task failed, unless it is one
    // that only a request can have.
    const trouble = fields === null ? troubleWithoutTask(body) : troubleOfCode(body);
    if (trouble !== null) return { trouble };
    if (fields === null || (code !== 0 && meaningIn(words, fields.word) !== 'failed')) return null;
    const id = tokenAt(body, 'task_id');
    if (id !== null && id !== remoteId) return { trouble: 'other-task' };
    const file = tokenAt(body, 'file_id');
    if (meaningIn(words, fields.word) !== 'succeeded' || file === null) return fields;
    return {
      fields,
      more: { url: filledUrl(baseUrl, '/v1/files/retrieve?file_id={id}', file), headers: bearer(key) },
      pick: (answer) => {
        const url = textAt(answer, 'file', 'download_url');
        return url === null ? null : { ...fields, links: [{ kind: 'video', url }] };
      },
    };
  },

  recognises: (body) => objectAt(body, 'base_resp') !== null && textAt(body, 'status') !== null,
});

const fieldsOf = (body: JsonObject): TaskFields | null => {
  const word = textAt(body, 'status');
  // An error of the request may bring an empty or a missing id with a status of its own.
  if (word === null || tokenAt(body, 'task_id') === null) return null;
  const code = tokenAt(body, 'base_resp', 'status_code');
  // Code 0 says that the request went well, and nothing of the task.
  const hasReason = code !== null && code !== '0';
  return {
    word,
    failure: hasReason
      ? { code, message: textAt(body, 'base_resp', 'status_msg') }
      : { code: null, message: null },
  };
};
