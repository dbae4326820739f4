import type { GatewayTestOutcome } from '../shared/gateway.ts';
import type { CheckTrouble, Report } from '../shared/task.ts';
import type { HttpRequest, HttpResponse } from './ports.ts';

/** What one answer says of the task that was asked for: its report, or why there is none. */
export type Reading =
  | { readonly kind: 'report'; readonly report: Report }
  | {
      readonly kind: 'trouble';
      readonly trouble: CheckTrouble;
      /** How long the gateway asked to be left alone, 0 ms to 1 h; null when it did not say. */
      readonly retryAfterMs: number | null;
    };

/** The shape of API that a gateway speaks. Pure: it says what to send and what an answer means. */
export interface Dialect {
  readonly id: string;
  /** What the gateway form calls it. */
  readonly label: string;
  /** The query for one task. The key is in the headers and nowhere else. */
  request(baseUrl: string, remoteId: string, key: string): HttpRequest;
  /** Reads any answer whatever it holds; never throws. `nowMs` is the wall clock, for dates in headers. */
  read(remoteId: string, response: HttpResponse, nowMs: number): Reading;
  /** The query for a gateway Test: a task that cannot exist. */
  probe(baseUrl: string, key: string): HttpRequest;
  /** Reached when the answer shows that the gateway took the key and looked for the task. Never throws. */
  readProbe(response: HttpResponse, nowMs: number): GatewayTestOutcome;
}

/** Null when a stored or typed id names no dialect of this version. */
export type DialectNamed = (id: string) => Dialect | null;
