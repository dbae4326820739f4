import { beijingTime } from './beijing-time.ts';
import { bearer, jsonDialect } from './json-dialect.ts';
import { at, objectAt, objectsAt, textAt, tokenAt, type JsonObject } from './json-fields.ts';
import type { FoundLink, TaskFields } from './task-fields.ts';

/** Alibaba Cloud Model Studio, which serves Wan. Its list is left out, because the shape of its answer is not known for sure. */
export const dashscope = jsonDialect({
  id: 'dashscope',
  label: 'Alibaba DashScope (Wan)',
  source: 'Alibaba Cloud Model Studio documents, asynchronous tasks.',
  hosts: ['dashscope.aliyuncs.com', 'dashscope-intl.aliyuncs.com'],
  paths: ['/api/v1/tasks/{id}'],
  headers: bearer,
  words: {
    queued: ['PENDING'],
    succeeded: ['SUCCEEDED'],
    failed: ['FAILED'],
    cancelled: ['CANCELED', 'CANCELLED'],
    // Said with HTTP 200 of a task of another account, and of every task after 24 hours.
    gone: ['UNKNOWN'],
  },
  linkLifeMs: 24 * 60 * 60 * 1000,
  pacing: { requestsPerSecond: 20, shortestDelayMs: 15_000 },
  hasProgress: false,

  pick: (body, { remoteId }) => {
    const output = objectAt(body, 'output');
    const id = tokenAt(output, 'task_id');
    if (id !== null && id !== remoteId) return { trouble: 'other-task' };
    return output === null ? null : fieldsOf(output);
  },

  recognises: (body) => textAt(body, 'output', 'task_status') !== null,
});

const fieldsOf = (output: JsonObject): TaskFields | null => {
  const word = textAt(output, 'task_status');
  if (word === null) return null;
  const ended = beijingTime(at(output, 'end_time'));
  return {
    word,
    title: textAt(output, 'orig_prompt'),
    links: linksIn(output),
    failure: { code: tokenAt(output, 'code'), message: textAt(output, 'message') },
    createdAt: beijingTime(at(output, 'submit_time')),
    updatedAt: ended ?? beijingTime(at(output, 'scheduled_time')),
  };
};

/** A task of several parts succeeds when one of them did; its links are then in `results`. */
const linksIn = (output: JsonObject): readonly FoundLink[] =>
  [
    textAt(output, 'video_url'),
    textAt(output, 'results', 'video_url'),
    ...objectsAt(output, 'results').map((part) => textAt(part, 'video_url') ?? textAt(part, 'url')),
  ].map((url) => ({ kind: 'video', url }));
