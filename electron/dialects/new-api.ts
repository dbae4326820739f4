import { bearer, jsonDialect } from './json-dialect.ts';
import { textAt, type JsonObject } from './json-fields.ts';
import { newApiFields, newApiTask } from './new-api-task.ts';
import { isAboutTask } from './relay-task.ts';
import { withSecondPath } from './second-path.ts';

const generations = '/v1/video/generations/{id}';

/** The new-api software and its forks, behind most Chinese relays: one task, told at two paths in three shapes. */
const atVideos = jsonDialect({
  id: 'new-api',
  label: 'new-api (QuantumNous)',
  source: 'The public source of QuantumNous/new-api and its issues 5045, 5715 and 7194.',
  hosts: [],
  paths: ['/v1/videos/{id}', '/v1/videos/{id}/content', generations],
  headers: bearer,
  words: {
    // `unknown` is what a task that was just stored is called.
    queued: ['NOT_START', 'SUBMITTED', 'QUEUED', 'unknown'],
    succeeded: ['completed', 'SUCCESS', 'succeeded'],
    failed: ['failed', 'FAILURE'],
  },
  linkLifeMs: null,
  // It asks its own upstreams one after another, so that nothing is newer before (issue 4244).
  pacing: { requestsPerSecond: null, shortestDelayMs: 10_000 },
  hasProgress: true,

  pick: (body, { remoteId, baseUrl }) => {
    const task = newApiTask(body);
    if (task === null) return null;
    return isAboutTask(task, remoteId) ? newApiFields(task, baseUrl, remoteId) : { trouble: 'other-task' };
  },

  recognises: (body) => {
    const task = newApiTask(body);
    if (task === null) return false;
    if (task !== body) return !isMusic(task);
    // OpenAI's shape with something of new-api's own in it, a bare row of its table, or the bare Gemini shape.
    if (task['object'] === 'video') return 'task_id' in task || 'metadata' in task;
    return 'task_id' in task && !('id' in task) && ('fail_reason' in task || 'format' in task);
  },
});

/** Versions and channels without the first path answer that there is no such path, or that it is not implemented. */
export const newApi = withSecondPath(
  atVideos,
  generations,
  (trouble, { status }) =>
    status === 501 ||
    ([404, 405].includes(status) && (trouble === 'not-understood' || trouble === 'not-json')),
);

/** The same envelope carries songs, which are another dialect's. */
const isMusic = (task: JsonObject): boolean =>
  Array.isArray(task['data']) || /^(?:music|lyrics)$/i.test(textAt(task, 'action') ?? '');
