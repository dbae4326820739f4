import type { PushFailure, PushFields, PushTarget } from '../shared/push.ts';
import type { Clock } from './ports.ts';
import { readPushAnswer } from './push-answers.ts';
import { pushSecrets } from './push-draft.ts';
import type { Hmac, WebhookSender } from './push-ports.ts';
import { pushRequest, type PushMessage } from './push-request.ts';

export interface PushSendingDependencies {
  readonly clock: Pick<Clock, 'now'>;
  readonly webhooks: WebhookSender;
  readonly hmac: Hmac;
}

export interface Sent {
  /** Null when it was taken. */
  readonly failure: PushFailure | null;
  /** The service's own words, without secrets. */
  readonly said: string;
  readonly waitMs: number | null;
}

/** Sends one message to a target and says what came of it. Never rejects. */
export type SendPush = (
  target: Pick<PushTarget, 'service' | 'allowPlainHttp'>,
  fields: PushFields,
  message: PushMessage,
) => Promise<Sent>;

export const createPushSending =
  ({ clock, webhooks, hmac }: PushSendingDependencies): SendPush =>
  async ({ service, allowPlainHttp }, fields, message) => {
    const now = clock.now();
    const request = pushRequest(message, { service, fields, allowPlainHttp, hmac, now });
    const answered = await webhooks.send(request);
    if (!answered.ok) return { failure: answered.trouble, said: '', waitMs: null };
    return readPushAnswer(service, answered.value, pushSecrets(fields), now);
  };
