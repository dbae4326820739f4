import { once } from './once.ts';
import type { HttpClient } from './ports.ts';
import type { WebhookSender } from './push-ports.ts';

/** The same client, which is brought in when the first request is made: a start does without it. */
export const lazyHttp = (bring: () => Promise<HttpClient>): HttpClient => {
  const client = once(bring);
  return { get: async (request) => (await client()).get(request) };
};

/** The same way to phones and chats, which is brought in with the first message. */
export const lazyWebhooks = (bring: () => Promise<WebhookSender>): WebhookSender => {
  const sender = once(bring);
  return { send: async (request) => (await sender()).send(request) };
};
