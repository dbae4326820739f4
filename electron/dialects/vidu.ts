import { bearer, jsonDialect, noPacing } from './json-dialect.ts';
import { at, objectsAt, textAt, tokenAt, type JsonObject } from './json-fields.ts';
import { filledUrl } from './path-template.ts';
import { queryText } from './query-text.ts';
import { withSecondPath } from './second-path.ts';
import type { TaskFields } from './task-fields.ts';

const relayPath = '/ent/v2/task/{id}/creations';
const hosts = ['api.vidu.cn', 'api.vidu.com'];

const atVidu = jsonDialect({
  id: 'vidu',
  label: 'Vidu',
  source: 'Vidu API documents, version 2.',
  hosts,
  paths: ['/ent/v2/tasks/{id}/creations', relayPath],
  // Vidu has a scheme of its own; relays that serve its API want the common one.
  headers: (key, baseUrl) =>
    URL.canParse(baseUrl) && hosts.includes(new URL(baseUrl).hostname)
      ? { ...bearer(key), Authorization: `Token ${key}` }
      : bearer(key),
  words: { queued: ['created', 'queueing'], succeeded: ['success'], failed: ['failed'] },
  linkLifeMs: 24 * 60 * 60 * 1000,
  pacing: noPacing,
  hasProgress: false,

  pick: (body, { remoteId }) => {
    const id = tokenAt(body, 'id');
    if (id !== null && id !== remoteId) return { trouble: 'other-task' };
    return isTask(body) ? fieldsOf(body) : null;
  },

  recognises: (body) => textAt(body, 'state') !== null && isTask(body),

  list: {
    most: 100,
    request: (baseUrl, remoteIds) => {
      const wanted = remoteIds.map((id) => ['task_ids', id] as const);
      return {
        url: filledUrl(baseUrl, `/ent/v2/tasks?${queryText([['pager.pagesz', '100'], ...wanted])}`, ''),
      };
    },
    pick: (body) =>
      objectsAt(body, 'tasks').flatMap((task) => {
        const id = tokenAt(task, 'id');
        const fields = fieldsOf(task);
        if (id === null || fields === null) return [];
        // A success without its files is asked about on its own.
        return fields.word === 'success' && fields.links?.length === 0 ? [] : [[id, fields] as const];
      }),
  },
});

/** Vidu, its own service and relays; some of these have the tasks at another address. */
export const vidu = withSecondPath(atVidu, relayPath, (_trouble, { status }) => status === 404);

/** `{"state":"failed"}` alone may be about the request. */
const isTask = (body: JsonObject): boolean =>
  Array.isArray(at(body, 'creations')) || at(body, 'err_code') !== undefined;

const fieldsOf = (task: JsonObject): TaskFields | null => {
  const word = textAt(task, 'state');
  if (word === null) return null;
  return {
    word,
    model: textAt(task, 'model'),
    links: objectsAt(task, 'creations').flatMap((creation) => [
      { kind: 'video', url: textAt(creation, 'url') },
      { kind: 'thumbnail', url: textAt(creation, 'cover_url') },
      { kind: 'watermarked', url: textAt(creation, 'watermarked_url') },
    ]),
    failure: { code: tokenAt(task, 'err_code'), message: textAt(task, 'err_msg') },
    createdAt: at(task, 'created_at'),
    updatedAt: at(task, 'updated_at'),
  };
};
