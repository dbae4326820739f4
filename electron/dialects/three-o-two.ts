import { bearer, jsonDialect, noPacing } from './json-dialect.ts';
import { at, textAt, tokenAt, type JsonObject } from './json-fields.ts';
import type { TaskFields } from './task-fields.ts';

/** 302.ai’s own video API, version 2. Its mounts of other makers' APIs speak those makers' dialects. */
export const threeOTwo = jsonDialect({
  id: '302',
  label: '302.ai (unified video, version 2)',
  source: 'The public source of two clients of the API.',
  hosts: ['api.302.ai'],
  paths: ['/302/v2/video/fetch/{id}'],
  headers: bearer,
  words: { queued: ['pending'], succeeded: ['completed'], failed: ['failed'] },
  linkLifeMs: null,
  pacing: noPacing,
  hasProgress: false,

  pick: (body, { remoteId }) => {
    // Ids of digits may come as numbers, which lose digits when they are long; only text is compared.
    const id = textAt(body, 'task_id');
    return id !== null && id !== remoteId ? { trouble: 'other-task' } : fieldsOf(body);
  },

  recognises: (body) =>
    tokenAt(body, 'task_id') !== null &&
    textAt(body, 'task_type') !== null &&
    textAt(body, 'status') !== null &&
    textAt(body, 'created_at') !== null,
});

/** The maker's own answer in `raw_response` may say anything and is not read. */
const fieldsOf = (body: JsonObject): TaskFields | null => {
  const word = textAt(body, 'status');
  if (word === null) return null;
  return {
    word,
    model: textAt(body, 'model'),
    links: [{ kind: 'video', url: textAt(body, 'video_url') }],
    failure: {
      code: tokenAt(body, 'error', 'error') ?? tokenAt(body, 'error', 'err_code'),
      message: textAt(body, 'error', 'message') ?? textAt(body, 'error'),
    },
    createdAt: at(body, 'created_at'),
    updatedAt: at(body, 'completed_at') ?? at(body, 'failed_at') ?? at(body, 'updated_at'),
  };
};
