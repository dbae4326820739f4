import { bearer, jsonDialect, noPacing } from './json-dialect.ts';
import { at, objectAt } from './json-fields.ts';
import { isAboutTask, relayFields, unwrapped } from './relay-task.ts';
import { relayWords } from './relay-words.ts';

/**
 * `GET {base}/v1/videos/{id}` as the OpenAI-style relays serve it, with a nested or a flat task in the answer. The
 * same hosts serve the further paths beside it; some of them wrap the task.
 */
export const relay = jsonDialect({
  id: 'relay',
  label: 'OpenAI-style relay (/v1/videos)',
  source: 'The relays’ published documents, and the public source of their clients.',
  hosts: [],
  paths: [
    '/v1/videos/{id}',
    '/v1/videos/{id}/content',
    '/v1/video/query?id={id}',
    '/sora2/v1/query?id={id}',
    '/google/v1/tasks/{id}',
    '/v2/videos/generations/{id}',
    '/v2/video/generations?generation_id={id}',
    '/v1/videos/generations/{id}',
    '/v1/video/generations/{id}',
    '/v1/tasks/{id}',
  ],
  headers: bearer,
  words: relayWords,
  linkLifeMs: null,
  pacing: noPacing,
  hasProgress: true,

  pick: (body, { remoteId }) => {
    const task = unwrapped(body);
    return isAboutTask(task, remoteId) ? relayFields(task, remoteId, relayWords) : { trouble: 'other-task' };
  },

  // The flat shape is OpenAI's and new-api's; only a link beside the status makes it a relay's.
  recognises: (body) =>
    objectAt(body, 'detail') !== null ||
    at(body, 'status_update_time') !== undefined ||
    (body['object'] === 'video' &&
      ('video_url' in body || 'url' in body) &&
      !('task_id' in body || 'metadata' in body)),
});
