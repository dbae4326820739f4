import { bearer, jsonDialect } from './json-dialect.ts';
import { at, objectsAt, textAt, tokenAt, type JsonObject } from './json-fields.ts';
import { linkTexts } from './link-texts.ts';
import { filledUrl } from './path-template.ts';
import type { FoundLink, TaskFields } from './task-fields.ts';

/** Replicate predictions. The old `Token` form of the header means the same; `Bearer` is taken for every key. */
export const replicate = jsonDialect({
  id: 'replicate',
  label: 'Replicate',
  source: 'Replicate HTTP API reference, predictions.',
  hosts: ['api.replicate.com'],
  paths: ['/v1/predictions/{id}'],
  headers: bearer,
  words: {
    queued: ['starting'],
    succeeded: ['succeeded'],
    failed: ['failed'],
    cancelled: ['canceled', 'aborted'],
  },
  linkLifeMs: 60 * 60 * 1000,
  pacing: { requestsPerSecond: 3000 / 60, shortestDelayMs: null },
  hasProgress: true,

  pick: (body, { remoteId }) => {
    const id = tokenAt(body, 'id');
    if (id !== null && id !== remoteId) return { trouble: 'other-task' };
    return fieldsOf(body);
  },

  recognises: (body) =>
    textAt(body, 'status') !== null &&
    at(body, 'output') !== undefined &&
    (at(body, 'logs') !== undefined ||
      at(body, 'version') !== undefined ||
      at(body, 'started_at') !== undefined),

  list: {
    most: 100,
    request: (baseUrl) => ({ url: filledUrl(baseUrl, '/v1/predictions', '') }),
    pick: (body) =>
      objectsAt(body, 'results').flatMap((task) => {
        const id = tokenAt(task, 'id');
        const fields = fieldsOf(task);
        // Where the list leaves out what a prediction made, the prediction is asked for on its own.
        const isWhole = fields !== null && (at(task, 'output') !== undefined || fields.word !== 'succeeded');
        return id === null || !isWhole ? [] : [[id, fields] as const];
      }),
  },
});

const fieldsOf = (task: JsonObject): TaskFields | null => {
  const word = textAt(task, 'status');
  if (word === null || tokenAt(task, 'id') === null) return null;
  return {
    word,
    progress: progressIn(textAt(task, 'logs')),
    title: textAt(task, 'input', 'prompt'),
    model: textAt(task, 'model'),
    // Gone an hour after the end, with `data_removed` beside it: still a success, then without a link.
    links: linkTexts(at(task, 'output')).map(foundLink),
    failure: { code: null, message: textAt(task, 'error') },
    createdAt: at(task, 'created_at'),
    updatedAt: at(task, 'completed_at') ?? at(task, 'started_at'),
  };
};

/** Models print a progress bar into their log; its last percentage counts. */
const progressIn = (logs: string | null): number | null => {
  const percent = [...(logs ?? '').slice(-4000).matchAll(/(?<![\d.])(\d{1,3})(?:\.\d{1,6})?%/g)].at(-1)?.[1];
  return percent === undefined ? null : Number(percent) / 100;
};

const foundLink = (url: string): FoundLink => {
  const extension = /\.(\w+)(?:[?#]|$)/.exec(url.slice(url.lastIndexOf('/')))?.[1]?.toLowerCase() ?? '';
  if (['mp3', 'wav', 'ogg', 'flac', 'm4a'].includes(extension)) return { kind: 'audio', url };
  if (extension === 'gif') return { kind: 'gif', url };
  const isPicture = ['png', 'jpg', 'jpeg', 'webp'].includes(extension);
  return { kind: isPicture ? 'thumbnail' : 'video', url };
};
