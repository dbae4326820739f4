import { bearer, jsonDialect } from './json-dialect.ts';
import { at, numberAt, objectsAt, textAt, tokenAt, type JsonObject } from './json-fields.ts';
import { listedTasks } from './listed-tasks.ts';
import { filledUrl } from './path-template.ts';
import type { TaskFields } from './task-fields.ts';

const content = '/v1/videos/{id}/content';

/** The OpenAI Videos format: OpenAI's own service has ended, gateways and clones go on speaking it. */
export const openaiVideos = jsonDialect({
  id: 'openai-videos',
  label: 'OpenAI Videos (/v1/videos)',
  source: 'OpenAI API reference, Videos.',
  hosts: ['api.openai.com'],
  paths: ['/v1/videos/{id}', content],
  headers: bearer,
  words: {
    queued: ['queued'],
    succeeded: ['completed'],
    failed: ['failed', 'expired'],
    cancelled: ['cancelled', 'canceled'],
  },
  linkLifeMs: null,
  pacing: { requestsPerSecond: null, shortestDelayMs: null },
  hasProgress: true,

  pick: (body, { remoteId, baseUrl }) => {
    const id = tokenAt(body, 'id');
    if (id !== null && id !== remoteId) return { trouble: 'other-task' };
    return fieldsOf(body, filledUrl(baseUrl, content, remoteId));
  },

  // Its look-alikes add a link, their own id or a place for the upstream's fields.
  recognises: (body) =>
    body['object'] === 'video' &&
    textAt(body, 'status') !== null &&
    !['detail', 'status_update_time', 'video_url', 'url', 'metadata', 'task_id'].some((name) => name in body),

  list: {
    most: 100,
    request: (baseUrl) => ({ url: filledUrl(baseUrl, '/v1/videos?limit=100&order=desc', '') }),
    pick: (body, baseUrl) =>
      listedTasks(objectsAt(body, 'data'), 'id', (task, id) =>
        fieldsOf(task, filledUrl(baseUrl, content, id)),
      ),
  },
});

const fieldsOf = (task: JsonObject, contentUrl: string): TaskFields | null => {
  const word = textAt(task, 'status');
  if (word === null) return null;
  const percent = numberAt(task, 'progress');
  return {
    word,
    progress: percent === null ? null : percent / 100,
    title: textAt(task, 'prompt'),
    model: textAt(task, 'model'),
    // The body holds no link: the file is at a path of the gateway's own and needs the key.
    links: [
      { kind: 'video', url: contentUrl, needsKey: true, expiresAt: at(task, 'expires_at') },
      {
        kind: 'thumbnail',
        url: `${contentUrl}?variant=thumbnail`,
        needsKey: true,
        expiresAt: at(task, 'expires_at'),
      },
    ],
    failure: { code: tokenAt(task, 'error', 'code'), message: textAt(task, 'error', 'message') },
    createdAt: at(task, 'created_at'),
    updatedAt: at(task, 'completed_at'),
  };
};
