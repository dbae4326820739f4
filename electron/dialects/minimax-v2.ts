import { bearer, jsonDialect, noPacing } from './json-dialect.ts';
import { at, objectAt, objectsAt, textAt, tokenAt, type JsonObject } from './json-fields.ts';
import { troubleWithoutTask } from './minimax-trouble.ts';
import { filledUrl } from './path-template.ts';
import { queryText } from './query-text.ts';
import type { TaskFields } from './task-fields.ts';
import { listedTasks } from './listed-tasks.ts';

const tasks = '/v2/query/video_generation';

/** MiniMax, version 2. It knows tasks for 7 days, after which it answers that the id is invalid. */
export const minimaxV2 = jsonDialect({
  id: 'minimax-v2',
  label: 'MiniMax / Hailuo, version 2',
  source: 'MiniMax API documents, video generation, version 2.',
  hosts: ['api.minimax.io', 'api.minimaxi.com'],
  paths: [`${tasks}/{id}`],
  headers: bearer,
  words: {
    queued: ['queued'],
    succeeded: ['succeeded'],
    failed: ['failed'],
    cancelled: ['cancelled', 'canceled'],
  },
  linkLifeMs: null,
  pacing: noPacing,
  hasProgress: false,

  pick: (body, { remoteId }) => {
    const task = objectAt(body, 'task');
    const id = tokenAt(task, 'id');
    if (id !== null && id !== remoteId) return { trouble: 'other-task' };
    const fields = task === null || id === null ? null : fieldsOf(task);
    const trouble = fields === null ? troubleWithoutTask(body) : null;
    return trouble === null ? fields : { trouble };
  },

  recognises: (body) => textAt(body, 'task', 'status') !== null && tokenAt(body, 'task', 'id') !== null,

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
    links: [{ kind: 'video', url: textAt(task, 'content', 'url') }],
    failure: { code: tokenAt(task, 'error', 'code'), message: textAt(task, 'error', 'message') },
    createdAt: at(task, 'created_at'),
    updatedAt: at(task, 'updated_at'),
  };
};
