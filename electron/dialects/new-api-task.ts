import { at, numberAt, objectAt, textAt, tokenAt, type JsonObject } from './json-fields.ts';
import { isContentPath, ownLink } from './own-link.ts';
import { filledUrl } from './path-template.ts';
import type { FoundLink, TaskFields } from './task-fields.ts';
import { webAddress } from './web-address.ts';

/**
 * The task in an answer of new-api: bare, or in an envelope that says `success` of the request. The raw answer of
 * the upstream in the task's own `data` may disagree with it and is not read. Null when there is no task.
 */
export const newApiTask = (body: JsonObject): JsonObject | null => {
  const enveloped = body['code'] === 'success' ? objectAt(body, 'data') : null;
  const task = enveloped ?? ('code' in body ? null : body);
  return task !== null && textAt(task, 'status') !== null ? task : null;
};

/** The fields of a task in any of the software's shapes. */
export const newApiFields = (task: JsonObject, baseUrl: string, remoteId: string): TaskFields => {
  const percent = numberAt(task, 'progress');
  return {
    word: textAt(task, 'status') ?? '',
    progress: percent === null ? null : percent / 100,
    title: textAt(task, 'prompt'),
    model: textAt(task, 'model'),
    links: linksOf(task, baseUrl, remoteId),
    failure: {
      code: tokenAt(task, 'error', 'code'),
      message: wordsIn(task, ['error', 'message'], ['fail_reason'], ['metadata', 'url'], ['error']),
    },
    createdAt: at(task, 'created_at') ?? at(task, 'submit_time'),
    // `completed_at` is the row's last change and is there while the task runs.
    updatedAt: at(task, 'completed_at') ?? at(task, 'finished_at') ?? at(task, 'finish_time'),
  };
};

/** Newest first: older versions kept the link of a success in `fail_reason`. Without any, the gateway serves it. */
const linksOf = (task: JsonObject, baseUrl: string, remoteId: string): readonly FoundLink[] => {
  const expiresAt = at(task, 'expires_at');
  const named = [
    textAt(task, 'result_url'),
    textAt(task, 'metadata', 'url'),
    textAt(task, 'url'),
    textAt(task, 'video_url'),
    textAt(task, 'fail_reason'),
  ];
  return [
    // These fields hold failure texts too, which must not be taken for relative addresses.
    ...named.map((text) => ownLink(baseUrl, webAddress(text), isContentPath)),
    ownLink(baseUrl, filledUrl(baseUrl, '/v1/videos/{id}/content', remoteId), isContentPath),
  ].map((link) => ({ ...link, expiresAt }));
};

/** The first text that is not a link. */
const wordsIn = (task: JsonObject, ...paths: readonly (readonly string[])[]): string | null =>
  paths.map((path) => textAt(task, ...path)).find((text) => text !== null && webAddress(text) === null) ??
  null;
