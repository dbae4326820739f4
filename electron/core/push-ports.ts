import type { PushOutcome, PushTarget } from '../shared/push.ts';
import type { Result } from '../shared/result.ts';
import type { Announcement } from './announcement.ts';
import type { HttpResponse, HttpTrouble } from './ports.ts';

/** One request to an address that the user entered. */
export interface WebhookRequest {
  readonly method: 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Unless true, plain http is refused to every host but this machine. */
  readonly allowPlainHttp: boolean;
}

export interface WebhookSender {
  /** Never rejects. Follows no redirect, sends and keeps no cookies, gives up after 20 s; bodies are cut off at 64 KiB. */
  send(request: WebhookRequest): Promise<Result<HttpResponse, HttpTrouble>>;
}

/** HMAC-SHA256 of the text in base64; key and text are UTF-8. */
export type Hmac = (key: string, text: string) => string;

/** `seen`: the user had looked at it before; `muted`: nobody wanted to be told any more. */
export type DeliveryState = 'waiting' | 'delivered' | 'undelivered' | 'seen' | 'muted';

/** An announcement that a target has still to be told. */
export interface Delivery {
  readonly announcement: Announcement;
  readonly targetId: string;
  /** Wall clock ms; null when it has not been tried. */
  readonly firstTriedAt: number | null;
}

export interface StoredPushTarget extends PushTarget {
  readonly last: PushOutcome | null;
  readonly waiting: number;
  /** Of those announced since the time that was asked for. */
  readonly undelivered: number;
}

/** What came of trying to tell a target. */
export interface NotedPush {
  readonly targetId: string;
  readonly announcementIds: readonly string[];
  readonly state: DeliveryState;
  readonly at: number;
  /** Null when nothing was sent. */
  readonly outcome: PushOutcome | null;
}

/** The part of the store that knows targets. A delivery is written with its announcement, in one transaction. */
export interface PushStore {
  /** In the order in which they were first saved. */
  pushTargets(since: number): readonly StoredPushTarget[];
  savePushTarget(target: PushTarget): void;
  /** Its deliveries go with it. */
  removePushTarget(targetId: string): void;
  /** Those of tasks that are watched, oldest first. */
  waitingDeliveries(): readonly Delivery[];
  notePush(noted: NotedPush): void;
}
