import type { Asked, Dialect, Reading } from '../core/dialect.ts';
import type { HttpRequest, HttpResponse } from '../core/ports.ts';
import { bearer, jsonDialect, noPacing } from './json-dialect.ts';
import { numberAt, objectAt, objectsAt, tokenAt } from './json-fields.ts';
import { klingFields } from './kling-fields.ts';
import { commonestKind, isKlingId, klingKinds, unifiedPath, waysToAsk } from './kling-ids.ts';
import { klingTrouble } from './kling-trouble.ts';
import { filledUrl } from './path-template.ts';
import { queryText } from './query-text.ts';

/** Kling. A remote id is `kind/id` as in its URLs, or `kind/model/id` of the form of 2026, or a bare id. */
const kindly = jsonDialect({
  id: 'kling',
  label: 'Kling',
  source: 'Kling AI API documents, general information and video generation.',
  hosts: ['api.klingai.com', 'api-beijing.klingai.com', 'api-singapore.klingai.com'],
  paths: ['/v1/videos/{kind}/{id}', unifiedPath],
  headers: bearer,
  // `succeed` is the classic word, `succeeded` that of 2026.
  words: { queued: ['submitted'], succeeded: ['succeed', 'succeeded'], failed: ['failed'] },
  linkLifeMs: 30 * 24 * 60 * 60 * 1000,
  pacing: noPacing,
  hasProgress: false,
  probeId: 'text2video/taskbell-connection-test',
  isTaskId: isKlingId,

  pick: (body, { remoteId }) => {
    // HTTP 200 carries errors too.
    if ((numberAt(body, 'code') ?? 0) !== 0) return { trouble: klingTrouble(body) };
    const single = objectAt(body, 'data');
    const tasks = single === null ? objectsAt(body, 'data') : [single];
    const wanted = remoteId.slice(remoteId.lastIndexOf('/') + 1);
    const task = tasks.find((one) => idsOf(one).includes(wanted));
    if (task !== undefined) return klingFields(task);
    return tasks.some((one) => idsOf(one).length > 0) ? { trouble: 'other-task' } : null;
  },

  recognises: (body) =>
    tokenAt(body, 'data', 'task_status') !== null ||
    objectsAt(body, 'data').some(
      (task) => Array.isArray(task['outputs']) && tokenAt(task, 'status') !== null,
    ),

  list: {
    most: 100,
    request: (baseUrl, remoteIds) => {
      const query = queryText([
        ['pageNum', '1'],
        ['pageSize', '100'],
      ]);
      return { url: filledUrl(baseUrl, `/v1/videos/${commonestKind(remoteIds)}?${query}`, '') };
    },
    pick: (body) =>
      objectsAt(body, 'data').flatMap((task) => {
        const fields = klingFields(task);
        if (fields === null) return [];
        // Ids are unique among all kinds, so whatever kind the user holds an id with, it is this task.
        const names = idsOf(task).flatMap((id) => [id, ...klingKinds.map((kind) => `${kind}/${id}`)]);
        return names.map((name) => [name, fields] as const);
      }),
  },
});

/** The task's own id, and the one that its maker may have given it. */
const idsOf = (task: object): readonly string[] =>
  [
    tokenAt(task, 'task_id'),
    tokenAt(task, 'id'),
    tokenAt(task, 'task_info', 'external_task_id'),
    tokenAt(task, 'external_id'),
  ].filter((id) => id !== null);

const requestFor = (asked: Asked, way: string): HttpRequest =>
  way.split('/').length > 2
    ? { url: filledUrl(asked.baseUrl, unifiedPath, way), headers: bearer(asked.key) }
    : kindly.request({ ...asked, remoteId: way });

/** An answer to one way of asking. `missing` is what an earlier way said that knew no such task. */
const readIn =
  ([way = '', ...others]: readonly string[], asked: Asked, missing: Reading | null = null) =>
  (response: HttpResponse, nowMs: number): Reading => {
    const reading = kindly.read({ ...asked, remoteId: way }, response, nowMs);
    const isMissing = reading.kind === 'trouble' && reading.trouble === 'not-found';
    // Relays serve some of the kinds only: a path that is not there says nothing of the task.
    const isNoAnswer = missing !== null && response.status === 404;
    if (!isMissing && !isNoAnswer) return reading;
    const found = isMissing ? reading : (missing ?? reading);
    const [next] = others;
    if (next === undefined) return found;
    return {
      kind: 'ask-more',
      request: requestFor(asked, next),
      read: readIn(others, asked, found),
      otherwise: { kind: 'trouble', trouble: 'unreachable', retryAfterMs: null },
    };
  };

export const kling: Dialect & Pick<typeof kindly, 'id' | 'shape'> = {
  ...kindly,
  request: (asked) => requestFor(asked, waysToAsk(asked.remoteId)[0]),
  read: (asked, response, nowMs) => readIn(waysToAsk(asked.remoteId), asked)(response, nowMs),
};
