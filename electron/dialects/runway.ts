import { bearer, jsonDialect } from './json-dialect.ts';
import { at, numberAt, textAt, tokenAt, type JsonObject } from './json-fields.ts';
import type { TaskFields } from './task-fields.ts';

const hour = 60 * 60 * 1000;

/** Runway’s own API. A 404 there is a task that was deleted or never was. */
export const runway = jsonDialect({
  id: 'runway',
  label: 'Runway',
  source: 'Runway API reference, tasks.',
  hosts: ['api.dev.runwayml.com'],
  paths: ['/v1/tasks/{id}'],
  headers: (key) => ({ ...bearer(key), 'X-Runway-Version': '2024-11-06' }),
  words: {
    // Throttled tasks wait for the account's own other tasks.
    queued: ['PENDING', 'THROTTLED'],
    succeeded: ['SUCCEEDED'],
    failed: ['FAILED'],
    cancelled: ['CANCELLED'],
  },
  // The documents say 24 to 48 hours.
  linkLifeMs: 24 * hour,
  pacing: { requestsPerSecond: null, shortestDelayMs: 5000 },
  hasProgress: true,

  pick: (body, { remoteId }) => {
    const id = textAt(body, 'id');
    return id !== null && id !== remoteId ? { trouble: 'other-task' } : fieldsOf(body);
  },

  recognises: (body) => ['id', 'status', 'createdAt'].every((name) => textAt(body, name) !== null),
});

const fieldsOf = (body: JsonObject): TaskFields | null => {
  const word = textAt(body, 'status');
  if (word === null) return null;
  const output = body['output'];
  const [url] = Array.isArray(output) ? (output as readonly unknown[]) : [];
  return {
    word,
    progress: numberAt(body, 'progress'),
    links: [{ kind: 'video', url: typeof url === 'string' ? url : null }],
    failure: { code: tokenAt(body, 'failureCode'), message: textAt(body, 'failure') },
    createdAt: at(body, 'createdAt'),
  };
};
