import { bearer, jsonDialect, noPacing } from './json-dialect.ts';
import { at, numberAt, objectsAt, textAt, tokenAt, type JsonObject } from './json-fields.ts';
import { linkTexts } from './link-texts.ts';
import { filledUrl } from './path-template.ts';
import type { FoundLink, TaskFields } from './task-fields.ts';
import { listedTasks } from './listed-tasks.ts';

/** midjourney-proxy, hosted by oneself (`mj-api-secret`) or behind a relay (`Bearer`): the key goes into both. */
export const midjourneyProxy = jsonDialect({
  id: 'midjourney-proxy',
  label: 'midjourney-proxy (/mj)',
  source: 'The API documents of midjourney-proxy.',
  hosts: [],
  paths: ['/mj/task/{id}/fetch'],
  headers: (key) => ({ ...bearer(key), 'mj-api-secret': key }),
  // `MODAL` waits for what the user has to enter at the maker's own page: the task goes on.
  words: {
    queued: ['NOT_START', 'SUBMITTED'],
    succeeded: ['SUCCESS'],
    failed: ['FAILURE'],
    cancelled: ['CANCEL'],
  },
  linkLifeMs: null,
  pacing: noPacing,
  hasProgress: true,

  pick: (body, { remoteId }) => {
    const id = tokenAt(body, 'id');
    if (id !== null && id !== remoteId) return { trouble: 'other-task' };
    return fieldsOf(body);
  },

  recognises: (body) => textAt(body, 'status') !== null && at(body, 'failReason') !== undefined,

  list: {
    most: 100,
    request: (baseUrl, ids) => ({
      url: filledUrl(baseUrl, '/mj/task/list-by-condition', ''),
      body: JSON.stringify({ ids }),
    }),
    // The answer is a bare list.
    pick: (body) => listedTasks(objectsAt(body, 'items'), 'id', fieldsOf),
  },
});

const fieldsOf = (task: JsonObject): TaskFields | null => {
  const word = textAt(task, 'status');
  if (word === null || tokenAt(task, 'id') === null) return null;
  const percent = numberAt(task, 'progress');
  const videos = [at(task, 'videoUrl'), at(task, 'videoUrls')].flatMap(linkTexts);
  return {
    word,
    progress: percent === null ? null : percent / 100,
    title: textAt(task, 'prompt') ?? textAt(task, 'promptEn'),
    model: textAt(task, 'action'),
    links: [
      ...videos.map((url): FoundLink => ({ kind: 'video', url })),
      { kind: 'audio', url: textAt(task, 'audioUrl') },
      { kind: 'thumbnail', url: textAt(task, 'imageUrl') },
    ],
    failure: { code: null, message: textAt(task, 'failReason') },
    createdAt: at(task, 'submitTime'),
    updatedAt: at(task, 'finishTime') === 0 ? at(task, 'startTime') : at(task, 'finishTime'),
  };
};
