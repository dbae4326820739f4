import type { Asked, Dialect, ListQuery, Pacing, Reading } from '../core/dialect.ts';
import type { HttpRequest, HttpResponse } from '../core/ports.ts';
import type { CheckTrouble, Report } from '../shared/task.ts';
import type { DialectId } from './dialect.ts';
import { troubleOfError } from './gateway-error.ts';
import { parseObject, parseObjectOrItems, type JsonObject } from './json-fields.ts';
import { filledUrl, matchedUrl } from './path-template.ts';
import { retryAfterMs } from '../core/retry-after.ts';
import { dislikedTheId, mayTell, troubleOfStatus } from './status-trouble.ts';
import { reportOf, type TaskFields } from './task-fields.ts';
import type { Words } from './words.ts';

/** What a dialect makes of the JSON of an answer. Null says that this is no task of this shape. */
export type Picked =
  | TaskFields
  | { readonly trouble: CheckTrouble }
  /** A success (or anything else) that one more request completes. */
  | {
      readonly more: HttpRequest;
      readonly fields: TaskFields;
      /** Sees 2xx answers, and those of 4xx that neither refuse the key nor ask to wait: some results are refusals. */
      readonly pick: (body: JsonObject, status: number) => TaskFields | null;
    }
  | null;

/** A dialect as a table: everything that all JSON APIs share is in `jsonDialect`. */
export interface JsonShape<Id extends string = DialectId> {
  readonly id: Id;
  readonly label: string;
  /** Where the facts come from: the documents, or the public source of a client. */
  readonly source: string;
  /** The makers' own hosts, by which a base URL tells its dialect. */
  readonly hosts: readonly string[];
  /** Below the base URL; the first is asked, the others are other addresses of the same task that users paste. */
  readonly paths: readonly [string, ...string[]];
  /** The base URL matters where a relay wants another scheme than the maker. */
  readonly headers: (key: string, baseUrl: string) => Readonly<Record<string, string>>;
  readonly words: Words;
  /** How long result links live by the documents, ms; null where they do not say. */
  readonly linkLifeMs: number | null;
  readonly pacing: Pacing;
  /** Whether the API reports progress; for the documents. */
  readonly hasProgress: boolean;
  readonly pick: (body: JsonObject, asked: Asked, response: HttpResponse) => Picked;
  readonly recognises: (body: JsonObject) => boolean;
  /** A remote id that cannot exist, where parts of it must be real for the API to look for the task. */
  readonly probeId?: string;
  /** Whether a remote id found in a URL can be one, where the paths match more than tasks. */
  readonly isTaskId?: (remoteId: string) => boolean;
  readonly list?: ListShape;
}

export interface ListShape {
  readonly most: number;
  readonly request: (baseUrl: string, remoteIds: readonly string[]) => Omit<HttpRequest, 'headers'>;
  /** The tasks of the answer, each with its remote id as the user holds it. */
  readonly pick: (
    body: JsonObject,
    baseUrl: string,
  ) => readonly (readonly [remoteId: string, fields: TaskFields])[];
}

export const bearer = (key: string): Readonly<Record<string, string>> => ({
  Authorization: `Bearer ${key}`,
  Accept: 'application/json',
});

/** No documented limit. */
export const noPacing: Pacing = { requestsPerSecond: null, shortestDelayMs: null };

const probeId = 'taskbell-connection-test';

/** The dialect that a shape describes. */
export const jsonDialect = <Id extends string>(
  shape: JsonShape<Id>,
): Dialect & { readonly id: Id; readonly shape: JsonShape<Id> } => {
  const nowhere = shape.probeId ?? probeRemoteId(shape.paths[0]);
  const request = ({ baseUrl, remoteId, key }: Asked): HttpRequest => ({
    url: filledUrl(baseUrl, shape.paths[0], remoteId),
    headers: shape.headers(key, baseUrl),
  });

  const read = (asked: Asked, response: HttpResponse, nowMs: number): Reading => {
    const trouble = troubleOfStatus(response);
    if (trouble !== null) return troubled(trouble, response, nowMs);
    const body = parseObject(response.body);
    if (!body.ok) return troubled(body.trouble, response, nowMs);
    const picked = shape.pick(body.value, asked, response);
    if (picked === null) return troubled(troubleOfError(body.value) ?? 'not-understood', response, nowMs);
    if ('trouble' in picked) return troubled(picked.trouble, response, nowMs);
    if (!('more' in picked)) return reading(reportOf(picked, shape), response, nowMs);
    const { more, fields, pick } = picked;
    return {
      kind: 'ask-more',
      request: more,
      otherwise: pending(reading(reportOf(fields, shape), response, nowMs)),
      read: (answer, later) => {
        const found = mayTell(answer) ? parseObject(answer.body) : null;
        const completed = found?.ok === true ? pick(found.value, answer.status) : null;
        return completed === null
          ? pending(reading(reportOf(fields, shape), response, later))
          : reading(reportOf(completed, shape), answer, later);
      },
    };
  };

  return {
    id: shape.id,
    label: shape.label,
    shape,
    pacing: shape.pacing,
    request,
    read,
    list: shape.list === undefined ? null : listOf(shape, shape.list),
    probe: (baseUrl, key) => request({ baseUrl, key, remoteId: nowhere }),
    readProbe: ({ baseUrl, key }, response, nowMs) => {
      const found = read({ baseUrl, key, remoteId: nowhere }, response, nowMs);
      if (found.kind !== 'trouble') return { reached: true };
      const { trouble } = found;
      const lookedFor = trouble === 'not-found' || trouble === 'other-task' || dislikedTheId(response);
      return lookedFor ? { reached: true } : { reached: false, trouble };
    },
    recognises: (body) =>
      typeof body === 'object' &&
      body !== null &&
      !Array.isArray(body) &&
      shape.recognises(body as JsonObject),
    taskOf: (url) =>
      shape.paths
        .map((path) => matchedUrl(url, path))
        .find((match) => match !== null && (shape.isTaskId?.(match.remoteId) ?? true)) ?? null,
  };
};

const probeRemoteId = (path: string): string => [...path.matchAll(/\{\w+/g)].map(() => probeId).join('/');

const listOf = <Id extends string>(shape: JsonShape<Id>, list: ListShape): ListQuery => ({
  most: list.most,
  request: (baseUrl, remoteIds, key) => ({
    ...list.request(baseUrl, remoteIds),
    headers: shape.headers(key, baseUrl),
  }),
  read: ({ remoteIds, baseUrl }, response, nowMs) => {
    const trouble = troubleOfStatus(response);
    if (trouble !== null) return troubled(trouble, response, nowMs);
    const body = parseObjectOrItems(response.body);
    if (!body.ok) return troubled(body.trouble, response, nowMs);
    const asked = new Set(remoteIds);
    const reports = new Map<string, Report>();
    for (const [remoteId, fields] of list.pick(body.value, baseUrl)) {
      const report = reportOf(fields, shape);
      if (asked.has(remoteId) && report !== 'gone') reports.set(remoteId, report);
    }
    return reports;
  },
});

const reading = (report: Report | 'gone', response: HttpResponse, nowMs: number): Reading =>
  report === 'gone' ? troubled('not-found', response, nowMs) : { kind: 'report', report };

/** A success is told at once; its link is fetched as soon as it can be. */
const pending = (found: Reading): Reading =>
  found.kind === 'report' && found.report.phase === 'succeeded'
    ? { kind: 'report', report: { ...found.report, linksPending: true } }
    : found;

const troubled = (
  trouble: CheckTrouble,
  response: HttpResponse,
  nowMs: number,
): Extract<Reading, { kind: 'trouble' }> => ({
  kind: 'trouble',
  trouble,
  retryAfterMs: retryAfterMs(response.headers, nowMs),
});
