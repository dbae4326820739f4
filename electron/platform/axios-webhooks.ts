import type { WebhookSender } from '../core/push-ports.ts';
import { axiosClient, plainHeaders, type Fetch, type HttpLimits } from './axios-http.ts';
import { isPlainHttpElsewhere } from '../shared/plain-http.ts';
import { failed, ok } from '../shared/result.ts';
import { httpTroubleOf } from './http-trouble.ts';

export const webhookLimits: HttpLimits = { timeoutMs: 20_000, largestBodyBytes: 64 * 1024 };

/** The transport to the addresses of the user's choice, with the care of the one to gateways. */
export const createAxiosWebhooks = (fetch: Fetch, limits: HttpLimits = webhookLimits): WebhookSender => {
  const client = axiosClient(fetch, limits);
  return {
    send: async ({ method, url, headers, body, allowPlainHttp }) => {
      try {
        if (!allowPlainHttp && isPlainHttpElsewhere(new URL(url))) return failed('insecure');
        const answer = await client.request<string>({ method, url, headers, data: body });
        return ok({ status: answer.status, headers: plainHeaders(answer.headers), body: answer.data });
      } catch (error) {
        return failed(httpTroubleOf(error));
      }
    },
  };
};
