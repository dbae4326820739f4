import { bearer, jsonDialect, noPacing } from './json-dialect.ts';
import { at, numberAt, objectAt, objectsAt, textAt, tokenAt, type JsonObject } from './json-fields.ts';
import { filledUrl } from './path-template.ts';
import type { FoundLink, TaskFields } from './task-fields.ts';
import { listedTasks } from './listed-tasks.ts';

/** Suno songs through a relay: the task is in `data`, its clips in `data.data`. */
export const sunoRelay = jsonDialect({
  id: 'suno-relay',
  label: 'Suno through a relay (/suno)',
  source: 'The relays’ documents for /suno.',
  hosts: [],
  paths: ['/suno/fetch/{id}'],
  headers: bearer,
  // A variant with `code: 1` says processing, complete and error. A clip's own status ends nothing.
  words: {
    queued: ['NOT_START', 'SUBMITTED', 'QUEUED'],
    succeeded: ['SUCCESS', 'complete'],
    failed: ['FAILURE', 'error'],
  },
  linkLifeMs: null,
  pacing: noPacing,
  hasProgress: true,

  pick: (body, { remoteId }) => {
    const task = objectAt(body, 'data');
    const id = tokenAt(task, 'task_id');
    if (id !== null && id !== remoteId) return { trouble: 'other-task' };
    return task === null ? null : fieldsOf(task);
  },

  recognises: (body) => {
    const data = objectAt(body, 'data');
    const isSong = /^(?:MUSIC|LYRICS)$/i.test(textAt(data, 'action') ?? '');
    return isSong || objectsAt(data, 'data').some((clip) => at(clip, 'audio_url') !== undefined);
  },

  list: {
    most: 100,
    request: (baseUrl, ids) => ({
      url: filledUrl(baseUrl, '/suno/fetch', ''),
      body: JSON.stringify({ ids }),
    }),
    pick: (body) => listedTasks(objectsAt(body, 'data'), 'task_id', fieldsOf),
  },
});

const fieldsOf = (task: JsonObject): TaskFields | null => {
  const word = textAt(task, 'status');
  if (word === null || tokenAt(task, 'task_id') === null) return null;
  const percent = numberAt(task, 'progress');
  const clips = objectsAt(task, 'data');
  const found = (kind: FoundLink['kind'], name: string): readonly FoundLink[] =>
    clips.map((clip) => ({ kind, url: textAt(clip, name) }));
  return {
    word,
    progress: percent === null ? null : percent / 100,
    title: clips.map((clip) => textAt(clip, 'title')).find((title) => title !== null) ?? null,
    model: textAt(task, 'action'),
    links: [
      ...found('audio', 'audio_url'),
      ...found('video', 'video_url'),
      ...found('thumbnail', 'image_url'),
    ],
    failure: { code: null, message: textAt(task, 'fail_reason') },
    createdAt: at(task, 'submit_time'),
    updatedAt: at(task, 'finish_time') === 0 ? at(task, 'start_time') : at(task, 'finish_time'),
  };
};
