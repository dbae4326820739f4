import type { CheckTrouble } from '../shared/task.ts';
import { objectAt, objectsAt, textAt, tokenAt, type JsonObject } from './json-fields.ts';

type ErrorTrouble = Extract<CheckTrouble, 'refused' | 'not-found' | 'rate-limited' | 'server-error'>;

const codes: ReadonlyMap<string, ErrorTrouble> = new Map<string, ErrorTrouble>([
  ...[
    'invalid_api_key',
    'api_key_invalid',
    'invalid_token',
    'invalid_authentication',
    'authentication_error',
    'unauthorized',
  ].map(to('refused')),
  ...['unauthenticated', 'forbidden', 'access_denied', 'permission_denied', '401', '403'].map(to('refused')),
  ...[
    'task_not_exist',
    'task_not_exists',
    'task_not_found',
    'task_no_found',
    'video_not_found',
    'not_found',
  ].map(to('not-found')),
  ...['not_found_error', 'resource_not_found', '404'].map(to('not-found')),
  ...['rate_limit_exceeded', 'rate_limit_error', 'too_many_requests', '429'].map(to('rate-limited')),
  ...['server_error', 'internal_error', 'internal_server_error', 'api_error', 'overloaded_error'].map(
    to('server-error'),
  ),
  ...['upstream_error', 'service_unavailable', 'bad_gateway', '500', '502', '503', '504'].map(
    to('server-error'),
  ),
]);

function to(trouble: ErrorTrouble): (code: string) => readonly [string, ErrorTrouble] {
  return (code) => [code, trouble];
}

const missingTask =
  /\b(?:task|video|job)\b.{0,40}\b(?:not exist|not found|does ?n['’]?o?t exist)|no such (?:task|video|job)|\binvalid task[ _]?id\b|任务不存在/i;

/** What a JSON error body means by its codes, most specific first; null when it names nothing known. */
export const troubleOfError = (body: JsonObject): ErrorTrouble | null => {
  const named = [
    // Google says that a key is wrong with 400 `invalid_argument`, and why only in the details.
    ...objectsAt(body, 'error', 'details').map((detail) => tokenAt(detail, 'reason')),
    tokenAt(body, 'error', 'code'),
    tokenAt(body, 'code'),
    tokenAt(body, 'error', 'type'),
    tokenAt(body, 'type'),
    textAt(body, 'error'),
    textAt(body, 'message'),
    textAt(body, 'description'),
  ];
  for (const name of named) {
    const trouble = name === null ? undefined : codes.get(name.toLowerCase().replaceAll(/[\s-]+/g, '_'));
    if (trouble !== undefined) return trouble;
  }
  return missingTask.test(messageOf(body)) ? 'not-found' : null;
};

/**
 * Whether a 404 speaks of the path and not of the task: what web frameworks and API front ends answer when no such
 * route exists. That is a wrong base URL, and must not count towards a lost task.
 */
export const isAboutTheRoute = (body: JsonObject): boolean => {
  const message = messageOf(body);
  return (
    /invalid url|\broute\b|\bendpoint\b|cannot get|\bpath\b/i.test(message) || /^not found\.?$/i.test(message)
  );
};

export const isErrorBody = (body: JsonObject): boolean =>
  objectAt(body, 'error') !== null || messageOf(body) !== '' || tokenAt(body, 'code') !== null;

const messageOf = (body: JsonObject): string =>
  textAt(body, 'error', 'message') ??
  textAt(body, 'message') ??
  textAt(body, 'error') ??
  textAt(body, 'detail') ??
  textAt(body, 'base_resp', 'status_msg') ??
  textAt(body, 'description') ??
  '';
