import type { ProbeOutcome } from '../shared/gateway.ts';
import type { CheckTrouble, Report } from '../shared/task.ts';
import type { HttpRequest, HttpResponse } from './ports.ts';

/** What one answer says of the task that was asked for. */
export type Reading =
  | { readonly kind: 'report'; readonly report: Report }
  | {
      readonly kind: 'trouble';
      readonly trouble: CheckTrouble;
      /** How long the gateway asked to be left alone, 0 ms to 1 h; null when it did not say. */
      readonly retryAfterMs: number | null;
    }
  /** One more request tells, or brings what a success needs. It goes to the gateway's own origin or is not sent. */
  | {
      readonly kind: 'ask-more';
      readonly request: HttpRequest;
      readonly read: ReadAnswer;
      /** What to make of it when the further request is not answered. */
      readonly otherwise: Reading;
    };

/** Reads any answer whatever it holds; never throws. `nowMs` is the wall clock, for dates in headers. */
export type ReadAnswer = (response: HttpResponse, nowMs: number) => Reading;

/** What an answer is read for. */
export interface Asked {
  readonly remoteId: string;
  readonly baseUrl: string;
  /** For the headers of a further request. */
  readonly key: string;
}

/** The shape of API that a gateway speaks. Pure: it says what to send and what an answer means. */
export interface Dialect {
  readonly id: string;
  /** What the gateway form calls it. */
  readonly label: string;
  readonly pacing: Pacing;
  /** The query for one task. The key is in the headers and nowhere else. */
  request(asked: Asked): HttpRequest;
  read(asked: Asked, response: HttpResponse, nowMs: number): Reading;
  /** Null for an API that has no list, or none that a key like this may read. */
  readonly list: ListQuery | null;
  /** The query for a gateway Test: a task that cannot exist. */
  probe(baseUrl: string, key: string): HttpRequest;
  /** Reached when the answer shows that the gateway took the key and looked for the task. Never throws. */
  readProbe(asked: Asked, response: HttpResponse, nowMs: number): ProbeOutcome;
  /** Whether a JSON answer has this dialect's shape and no other's. */
  recognises(body: unknown): boolean;
  /** The task that a URL of this API is about, with the base URL before it; null for any other URL. */
  taskOf(url: URL): { readonly baseUrl: string; readonly remoteId: string } | null;
}

/** One request for many tasks. */
export interface ListQuery {
  /** At most so many tasks in one request. */
  readonly most: number;
  request(baseUrl: string, remoteIds: readonly string[], key: string): HttpRequest;
  /**
   * The tasks that the answer speaks of, by remote id. A task that is not in it is asked about on its own: lists
   * have pages and a horizon, so being absent means nothing. A trouble is the whole request's.
   */
  read(
    asked: { readonly baseUrl: string; readonly remoteIds: readonly string[] },
    response: HttpResponse,
    nowMs: number,
  ): ReadonlyMap<string, Report> | Extract<Reading, { kind: 'trouble' }>;
}

/** How fast the API's documents allow or advise to ask; null where they do not say. */
export interface Pacing {
  readonly requestsPerSecond: number | null;
  /** The shortest time between two questions about one task, ms. */
  readonly shortestDelayMs: number | null;
}

/** Null when a stored or typed id names no dialect of this version. */
export type DialectNamed = (id: string) => Dialect | null;
