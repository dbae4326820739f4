import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { errorBody } from './bodies.ts';
import { json, unauthorized, type Moment, type Reply } from './replies.ts';
import { createPlayer, type Scripted } from './script.ts';
import type { Spoken } from './spoken.ts';
import { relaySpoken } from './spoken/relay.ts';

export interface SeenRequest {
  readonly method: string;
  /** As it came over the wire, still percent-encoded, with the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
  readonly at: number;
}

export interface TestGateway {
  readonly url: string;
  readonly key: string;
  /** All that was ever asked, oldest first. */
  readonly requests: readonly SeenRequest[];
  requestsFor(id: string): readonly SeenRequest[];
  /** Replaces what this task answers from now on. A task without a script does not exist. */
  script(id: string, steps: readonly Scripted[]): void;
  /** From now on only this key is taken. */
  accept(key: string): void;
  /** Ends every connection, also the stalled ones. */
  close(): Promise<void>;
}

export interface GatewayOptions {
  readonly key?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  /** Wall clock ms. */
  readonly now?: () => number;
  /** What API it speaks; the relay's unless told. */
  readonly spoken?: Spoken;
}

/** Requests carry only a path; this stands for what is before it. */
const origin = 'http://gateway.invalid';

/** A real HTTP server on loopback that speaks one dialect, `GET /v1/videos/{id}` unless told. */
export const createGateway = async (options: GatewayOptions = {}): Promise<TestGateway> => {
  const now = options.now ?? Date.now;
  const spoken = options.spoken ?? relaySpoken;
  const key = options.key ?? 'sk-test-0123456789abcdef';
  const players = new Map<string, ReturnType<typeof createPlayer>>();
  const requests: SeenRequest[] = [];
  let acceptedKey = key;

  const taskIdIn = (path: string): string | null => {
    const found = spoken.dialect.taskOf(new URL(path, origin));
    // This gateway serves at its root, as a wrong base URL has to find out.
    return found?.baseUrl === origin ? found.remoteId : null;
  };

  const listed = (url: URL, at: number): Reply | null => {
    const tasks = [...players].map(([id, play]) => [id, play(id, at)] as const);
    return spoken.list?.(url, tasks) ?? null;
  };

  const replyTo = (request: IncomingMessage, body: string): Reply => {
    const at = now();
    const path = request.url ?? '';
    requests.push({ method: request.method ?? '', path, headers: request.headers, body, at });
    const url = new URL(path, origin);
    // A second request may go to an address that is also one of the task's, as the result of a fal.ai request does.
    const further = spoken.further?.(url) ?? null;
    const id = further === null ? taskIdIn(path) : null;
    const isList = id === null && further === null && (spoken.list?.(url, []) ?? null) !== null;
    if (id === null && further === null && !isList)
      return json(errorBody(`Invalid URL (${request.method ?? ''} ${path})`, 'invalid_url'), 404);
    if (request.method !== 'GET' && !isList)
      return json(errorBody('Method not allowed', 'method_not_allowed'), 405);
    if (!spoken.isAuthorized(request.headers, acceptedKey)) return unauthorized();
    if (id === null) return further ?? listed(url, at) ?? json(errorBody('Not here', 'invalid_url'), 404);
    const moment: Moment = { id, at, passed: 0 };
    return players.get(id)?.(id, at) ?? spoken.notFound(moment);
  };

  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      send(replyTo(request, body), request, response);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${String(port)}`,
    key,
    requests,
    requestsFor: (id) => requests.filter((request) => taskIdIn(request.path) === id),
    script: (id, steps) => {
      players.set(id, createPlayer(steps));
    },
    accept: (next) => {
      acceptedKey = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
};

const send = (reply: Reply, request: IncomingMessage, response: ServerResponse): void => {
  switch (reply.kind) {
    case 'answer':
      response.writeHead(reply.status, reply.headers);
      response.end(reply.body);
      return;
    case 'stall':
      if (reply.after === 'headers') {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.flushHeaders();
      }
      return;
    case 'slow':
      void dribble(response, reply.body, reply.pauseMs);
      return;
    case 'reset':
      request.socket.resetAndDestroy();
  }
};

const dribble = async (response: ServerResponse, body: string, pauseMs: number): Promise<void> => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const piece = Math.ceil(body.length / 4);
  for (let from = 0; from < body.length && !response.destroyed; from += piece) {
    await pause(pauseMs);
    response.write(body.slice(from, from + piece));
  }
  response.end();
};
