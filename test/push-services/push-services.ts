import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PushFields, PushService } from '../../electron/shared/push.ts';
import { spokenServices, type Told } from './spoken-services.ts';

export interface PushServices {
  readonly url: string;
  /** What a user enters for a service; `wrong` has a token that it does not know. */
  fields(service: PushService, wrong?: boolean): PushFields;
  /** Texts that were taken, oldest first. */
  readonly taken: readonly { readonly service: PushService; readonly text: string }[];
  /** What was not as documented. */
  readonly complaints: readonly string[];
  /** From now on the service answers that it is sent too much, or is well again. */
  limit(service: PushService, on: boolean): void;
  close(): Promise<void>;
}

export interface HeardRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface ServiceReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export const hmacOf = (key: string, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64');

/** A real HTTP server on loopback that is all the services at once, each below a path of its own. */
export const createPushServices = async (): Promise<PushServices> => {
  const taken: { service: PushService; text: string }[] = [];
  const complaints: string[] = [];
  const limited = new Set<PushService>();

  const replyTo = (
    method: string,
    path: string,
    headers: IncomingHttpHeaders,
    body: string,
  ): ServiceReply => {
    const url = new URL(path, 'http://push.invalid');
    const [, name = ''] = url.pathname.split('/');
    const entry = Object.entries(spokenServices).find(([service]) => service === name);
    if (entry === undefined) return { status: 404, body: 'no such service' };
    const service = name as PushService;
    const [, spoken] = entry;
    if (method !== 'POST') complaints.push(`${service}: ${method}`);
    if (headers['content-type']?.startsWith('application/json') !== true)
      complaints.push(`${service}: content type ${headers['content-type'] ?? 'none'}`);
    if (limited.has(service)) return spoken.limited;
    let told: Told;
    try {
      const json = JSON.parse(body) as HeardRequest['body'];
      url.pathname = url.pathname.slice(name.length + 1);
      told = spoken.hear({ method, url, headers, body: json });
    } catch (error) {
      complaints.push(`${service}: ${String(error)}`);
      return { status: 400, body: 'not as documented' };
    }
    if ('refused' in told) return told.refused;
    taken.push({ service, text: told.text });
    return spoken.fine;
  };

  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const reply = replyTo(request.method ?? '', request.url ?? '', request.headers, body);
      response.writeHead(reply.status, reply.headers).end(reply.status === 204 ? undefined : reply.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

  return {
    url,
    fields: (service, wrong = false) => spokenServices[service].fields(`${url}/${service}`, wrong),
    taken,
    complaints,
    limit: (service, on) => {
      if (on) limited.add(service);
      else limited.delete(service);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
