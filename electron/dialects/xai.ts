import { bearer, jsonDialect, noPacing } from './json-dialect.ts';
import { numberAt, objectAt, textAt, tokenAt, type JsonObject } from './json-fields.ts';
import type { TaskFields } from './task-fields.ts';

/** xAI’s Grok Imagine: OpenAI’s path with another body, which does not name the task. */
export const xai = jsonDialect({
  id: 'xai',
  label: 'xAI Grok Imagine',
  source: 'xAI API reference, video generation.',
  hosts: ['api.x.ai'],
  paths: ['/v1/videos/{id}'],
  headers: bearer,
  words: { queued: ['pending', 'queued'], succeeded: ['done'], failed: ['failed', 'expired'] },
  // The documents call the links temporary and give no time.
  linkLifeMs: null,
  pacing: noPacing,
  hasProgress: true,

  pick: (body, { remoteId }, { status }) => {
    const id = textAt(body, 'request_id');
    if (id !== null && id !== remoteId) return { trouble: 'other-task' };
    const fields = fieldsOf(body);
    // 202 says that the request is still being worked on; no word in it may end the task.
    return fields !== null && status === 202 ? { ...fields, word: 'pending' } : fields;
  },

  recognises: (body) =>
    statuses.includes(fieldsOf(body)?.word ?? '') &&
    (body['error'] === undefined || objectAt(body, 'error') !== null) &&
    Object.keys(body).every((name) => names.includes(name)),
});

/** All that an answer holds. It names no task and no kind of object, by which it differs from its look-alikes. */
const names: readonly string[] = ['status', 'request_id', 'progress', 'video', 'model', 'usage', 'error'];

const statuses: readonly string[] = ['pending', 'queued', 'processing', 'done', 'failed', 'expired'];

const fieldsOf = (body: JsonObject): TaskFields | null => {
  const status = textAt(body, 'status');
  // A task that waits may be answered with nothing but its id.
  const word = status ?? (textAt(body, 'request_id') !== null && onlyId(body) ? 'pending' : null);
  if (word === null) return null;
  const percent = numberAt(body, 'progress');
  return {
    // xAI says `pending` from first to last: only the progress tells waiting from working.
    word: /^pending$/i.test(word) && (percent ?? 0) > 0 ? 'processing' : word,
    stage: word,
    progress: percent === null ? null : percent / 100,
    model: textAt(body, 'model'),
    links: [{ kind: 'video', url: textAt(body, 'video', 'url') }],
    failure: { code: tokenAt(body, 'error', 'code'), message: textAt(body, 'error', 'message') },
  };
};

const onlyId = (body: JsonObject): boolean => Object.keys(body).length === 1;
