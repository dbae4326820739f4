import type { KnownDialect } from '../../electron/dialects/registry.ts';
import type { Moment, Replier, Reply } from './replies.ts';

/** How a gateway of this dialect answers, in the API's real shapes. Ids and links are invented. */
export interface Spoken {
  readonly dialect: KnownDialect;
  /** An id as a user of this API holds it. */
  readonly remoteId: string;
  /** Whether the request carries the key as this API wants it. */
  isAuthorized(
    headers: Readonly<Record<string, string | readonly string[] | undefined>>,
    key: string,
  ): boolean;
  readonly queued: (moment: Moment) => Reply;
  /** `progress` is 0 to 1; an API without progress leaves it out. */
  readonly running: (moment: Moment, progress: number) => Reply;
  readonly succeeded: (moment: Moment) => Reply;
  readonly failed: (moment: Moment, reason: string) => Reply;
  /** Null where the API knows no cancelling. */
  readonly cancelled: ((moment: Moment) => Reply) | null;
  readonly notFound: (moment: Moment) => Reply;
  /** Where 429 is said in another way, such as a code in the body. */
  readonly rateLimited?: (moment: Moment) => Reply;
  /** Further requests that a success needs, by their URL; null for a URL it does not serve. */
  readonly further?: (url: URL) => Reply | null;
  /** The answer to the list query, from one answer for each task that the gateway holds. */
  readonly list?: (url: URL, tasks: readonly (readonly [id: string, reply: Reply])[]) => Reply | null;
}

/** Any Bearer token scheme. */
export const bearerIs: Spoken['isAuthorized'] = (headers, key) =>
  headers['authorization'] === `Bearer ${key}`;

/** A replier at a fixed progress, or one that grows with the passing of a timed step. */
export const runningAt =
  (spoken: Spoken, progress: number | null = null): Replier =>
  (moment) =>
    spoken.running(moment, progress ?? moment.passed);

export const failedFor =
  (spoken: Spoken, reason: string): Replier =>
  (moment) =>
    spoken.failed(moment, reason);

/** The parsed body of an answer, for lists that are made of single answers. */
export const bodyOf = (reply: Reply): unknown => (reply.kind === 'answer' ? JSON.parse(reply.body) : null);

export const seconds = (ms: number): number => Math.floor(ms / 1000);
