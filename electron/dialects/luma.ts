import { bearer, jsonDialect, noPacing } from './json-dialect.ts';
import { at, objectAt, objectsAt, textAt, tokenAt, type JsonObject } from './json-fields.ts';
import { linkTexts } from './link-texts.ts';
import { filledUrl } from './path-template.ts';
import type { TaskFields } from './task-fields.ts';
import { listedTasks } from './listed-tasks.ts';

/** Luma Dream Machine, also as relays and Luma's newer agents API word it: `status` there, `state` here. */
export const luma = jsonDialect({
  id: 'luma',
  label: 'Luma Dream Machine',
  source: 'Luma API documents, Dream Machine; the relays’ documents for /luma.',
  hosts: ['api.lumalabs.ai', 'agents.lumalabs.ai'],
  paths: ['/dream-machine/v1/generations/{id}', '/luma/generations/{id}', '/v1/generations/{id}'],
  headers: bearer,
  words: { queued: ['queued', 'pending'], succeeded: ['completed'], failed: ['failed'] },
  linkLifeMs: null,
  pacing: noPacing,
  hasProgress: false,

  pick: (body, { remoteId }) => {
    const id = tokenAt(body, 'id');
    if (id !== null && id !== remoteId) return { trouble: 'other-task' };
    return fieldsOf(body);
  },

  recognises: (body) =>
    textAt(body, 'state') !== null &&
    (at(body, 'assets') !== undefined || at(body, 'failure_reason') !== undefined),

  list: {
    most: 100,
    request: (baseUrl) => ({
      url: filledUrl(baseUrl, '/dream-machine/v1/generations?limit=100&offset=0', ''),
    }),
    pick: (body) => listedTasks(objectsAt(body, 'generations'), 'id', fieldsOf),
  },
});

const fieldsOf = (task: JsonObject): TaskFields | null => {
  const word = textAt(task, 'state') ?? textAt(task, 'status');
  // `{"status":"failed"}` alone is also how an API talks of the request; a generation always has its id.
  if (word === null || tokenAt(task, 'id') === null) return null;
  const output = objectsAt(task, 'output');
  return {
    word,
    title: textAt(task, 'request', 'prompt') ?? textAt(task, 'prompt'),
    model: textAt(task, 'model'),
    links: [
      { kind: 'video', url: textAt(task, 'assets', 'video') },
      { kind: 'video', url: textAt(task, 'video', 'url') },
      { kind: 'video', url: textAt(task, 'video', 'download_url') },
      ...output
        .filter((file) => textAt(file, 'type') === 'video')
        .flatMap(linkTexts)
        .map((url) => ({ kind: 'video' as const, url })),
      { kind: 'thumbnail', url: textAt(task, 'assets', 'image') },
    ],
    failure: {
      code: tokenAt(task, 'failure_code'),
      message: textAt(task, 'failure_reason') ?? textAt(objectAt(task, 'error'), 'message'),
    },
    createdAt: at(task, 'created_at'),
  };
};
