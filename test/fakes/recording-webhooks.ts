import type { HttpResponse, HttpTrouble } from '../../electron/core/ports.ts';
import type { WebhookRequest, WebhookSender } from '../../electron/core/push-ports.ts';
import { failed, ok, type Result } from '../../electron/shared/result.ts';

type Answer = Result<HttpResponse, HttpTrouble>;

/** Addresses that answer whatever the test says, and remember what they were sent. */
export interface RecordingWebhooks extends WebhookSender {
  readonly requests: WebhookRequest[];
  /** What every request is answered from now on. */
  answer: Answer;
  /** The bodies that were sent to a host. */
  bodiesTo(host: string): readonly Readonly<Record<string, unknown>>[];
}

export const taken: Answer = ok({ status: 204, headers: {}, body: '' });

export const refusedToken: Answer = ok({
  status: 401,
  headers: { 'content-type': 'application/json' },
  body: '{"message":"Invalid Webhook Token","code":50027}',
});

export const notReached: Answer = failed('unreachable');

export const createRecordingWebhooks = (): RecordingWebhooks => {
  const webhooks: RecordingWebhooks = {
    requests: [],
    answer: taken,
    send: (request) => {
      webhooks.requests.push(request);
      return Promise.resolve(webhooks.answer);
    },
    bodiesTo: (host) =>
      webhooks.requests
        .filter(({ url }) => new URL(url).host === host)
        .map(({ body }) => JSON.parse(body) as Readonly<Record<string, unknown>>),
  };
  return webhooks;
};
