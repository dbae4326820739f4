import axios, { type AxiosInstance } from 'axios';
import { isPlainHttpElsewhere } from '../shared/plain-http.ts';
import { failed, ok } from '../shared/result.ts';
import type { HttpClient, HttpResponse } from '../core/ports.ts';
import { httpTroubleOf } from './http-trouble.ts';

/** `fetch` in the app is that of an Electron session of its own: the system's proxy and certificates count there. */
export type Fetch = (input: string | Request | URL, init?: RequestInit) => Promise<Response>;

export interface HttpLimits {
  readonly timeoutMs: number;
  readonly largestBodyBytes: number;
}

export const gatewayLimits: HttpLimits = { timeoutMs: 20_000, largestBodyBytes: 2 * 1024 * 1024 };

/**
 * The transport to gateways: axios over a fetch function.
 * A session's fetch hands `Authorization` to the host that a redirect names, so redirects are refused outright.
 * Plain http to another machine is refused here too, whatever the form that let it through.
 */
export const createAxiosHttp = (fetch: Fetch, limits: HttpLimits = gatewayLimits): HttpClient => {
  const client = axiosClient(fetch, limits);
  return {
    get: async ({ url, headers, body, allowPlainHttp = false }) => {
      try {
        if (!allowPlainHttp && isPlainHttpElsewhere(new URL(url))) return failed('insecure');
        const {
          status,
          headers: answered,
          data,
        } = await client.request<string>(
          body === undefined
            ? { url, headers }
            : {
                url,
                method: 'post',
                data: body,
                headers: { ...headers, 'Content-Type': 'application/json' },
              },
        );
        return ok({ status, headers: plainHeaders(answered), body: data });
      } catch (error) {
        return failed(httpTroubleOf(error));
      }
    },
  };
};

/** Asks for nothing by itself: no redirect is followed, no cookie is sent, nothing is cached. */
export const axiosClient = (fetch: Fetch, limits: HttpLimits): AxiosInstance =>
  axios.create({
    adapter: 'fetch',
    env: { fetch },
    timeout: limits.timeoutMs,
    maxContentLength: limits.largestBodyBytes,
    responseType: 'text',
    transformResponse: [],
    validateStatus: () => true,
    // This is what axios makes `credentials: 'omit'` of; it drops that word from the fetch options.
    withCredentials: false,
    fetchOptions: { redirect: 'error', cache: 'no-store' },
  });

export const plainHeaders = (headers: object): HttpResponse['headers'] =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
