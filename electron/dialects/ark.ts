import { bearer, jsonDialect, noPacing } from './json-dialect.ts';
import { at, objectsAt, textAt, tokenAt, type JsonObject } from './json-fields.ts';
import { filledUrl } from './path-template.ts';
import { queryText } from './query-text.ts';
import type { TaskFields } from './task-fields.ts';
import { listedTasks } from './listed-tasks.ts';

const tasks = '/api/v3/contents/generations/tasks';

/** Volcengine Ark and BytePlus ModelArk, which sell Seedance. */
export const ark = jsonDialect({
  id: 'ark',
  label: 'Volcengine Ark / BytePlus ModelArk (Seedance)',
  source: 'Volcengine Ark API documents, video generation; the public source of its Python SDK.',
  hosts: ['ark.cn-beijing.volces.com', 'ark.ap-southeast.bytepluses.com'],
  paths: [`${tasks}/{id}`, '/contents/generations/tasks/{id}'],
  headers: bearer,
  words: {
    queued: ['queued'],
    succeeded: ['succeeded'],
    failed: ['failed', 'expired'],
    cancelled: ['cancelled', 'canceled'],
  },
  linkLifeMs: 24 * 60 * 60 * 1000,
  pacing: noPacing,
  hasProgress: false,

  pick: (body, { remoteId }) => {
    const id = tokenAt(body, 'id');
    if (id !== null && id !== remoteId) return { trouble: 'other-task' };
    // Without an id, `status` may be the word of a relay about the request.
    return id === null ? null : fieldsOf(body);
  },

  recognises: (body) => (textAt(body, 'id') ?? '').startsWith('cgt-') && textAt(body, 'status') !== null,

  list: {
    most: 100,
    request: (baseUrl, remoteIds) => {
      const wanted = remoteIds.map((id) => ['filter.task_ids', id] as const);
      const query = queryText([['page_num', '1'], ['page_size', '100'], ...wanted]);
      return { url: filledUrl(baseUrl, `${tasks}?${query}`, '') };
    },
    pick: (body) => listedTasks(objectsAt(body, 'items'), 'id', fieldsOf),
  },
});

const fieldsOf = (task: JsonObject): TaskFields | null => {
  const word = textAt(task, 'status');
  if (word === null) return null;
  return {
    word,
    model: textAt(task, 'model'),
    links: [
      { kind: 'video', url: textAt(task, 'content', 'video_url') },
      { kind: 'thumbnail', url: textAt(task, 'content', 'last_frame_url') },
    ],
    failure: { code: tokenAt(task, 'error', 'code'), message: textAt(task, 'error', 'message') },
    createdAt: at(task, 'created_at'),
    updatedAt: at(task, 'updated_at'),
  };
};
