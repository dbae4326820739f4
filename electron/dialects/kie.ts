import { bearer, jsonDialect, noPacing } from './json-dialect.ts';
import { numberAt, objectAt, textAt, tokenAt, type JsonObject } from './json-fields.ts';
import { jobFields, veoFields } from './kie-task.ts';
import { withSecondPath } from './second-path.ts';
import type { CheckTrouble } from '../shared/task.ts';

const veoRecord = '/api/v1/veo/record-info?taskId={id}';

/** kie.ai and the brands that resell it: one address for most models, another for Veo. */
const jobs = jsonDialect({
  id: 'kie',
  label: 'kie.ai',
  source: 'kie.ai API documents, market jobs and Veo.',
  hosts: ['api.kie.ai'],
  paths: ['/api/v1/jobs/recordInfo?taskId={id}', veoRecord],
  headers: bearer,
  words: { queued: ['waiting', 'queuing'], succeeded: ['success'], failed: ['fail'] },
  linkLifeMs: null,
  pacing: noPacing,
  hasProgress: false,

  pick: (body, { remoteId }) => {
    const code = numberAt(body, 'code');
    // HTTP 200 also carries errors of the request, told by another code; a task next to one does not count.
    if (code !== null && code !== 200) return { trouble: troubleOfCode(code, textAt(body, 'msg') ?? '') };
    const task = objectAt(body, 'data');
    if (task === null) return null;
    const id = tokenAt(task, 'taskId');
    if (id !== null && id !== remoteId) return { trouble: 'other-task' };
    return fieldsOf(task);
  },

  recognises: (body) =>
    numberAt(body, 'code') !== null &&
    tokenAt(body, 'data', 'taskId') !== null &&
    fieldsOf(objectAt(body, 'data') ?? {}) !== null,
});

export const kie = withSecondPath(
  jobs,
  veoRecord,
  (trouble) => trouble === 'not-found' || trouble === 'not-understood',
);

const fieldsOf = (task: JsonObject) => jobFields(task) ?? veoFields(task);

/** 422 is a rejected parameter, which the documents also use for an id without a record. */
const troubleOfCode = (code: number, message: string): CheckTrouble => {
  if (code === 401 || code === 403) return 'refused';
  if (code === 404 || (code === 422 && /\bnull\b|not (exist|found)/i.test(message))) return 'not-found';
  if (code === 429) return 'rate-limited';
  return code === 455 || code >= 500 ? 'server-error' : 'not-understood';
};
