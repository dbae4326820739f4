import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errorBody } from './bodies.ts';
import { json, notExisting, unauthorized, type Reply } from './replies.ts';
import { createPlayer, type Scripted } from './script.ts';

export interface SeenRequest {
  readonly method: string;
  /** As it came over the wire, still percent-encoded, with the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
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
}

/** A real HTTP server on loopback that speaks `GET /v1/videos/{id}`. */
export const createGateway = async (options: GatewayOptions = {}): Promise<TestGateway> => {
  const now = options.now ?? Date.now;
  const key = options.key ?? 'sk-test-0123456789abcdef';
  const players = new Map<string, ReturnType<typeof createPlayer>>();
  const requests: SeenRequest[] = [];
  let acceptedKey = key;

  const replyTo = (request: IncomingMessage): Reply => {
    const at = now();
    const path = request.url ?? '';
    requests.push({ method: request.method ?? '', path, headers: request.headers, at });
    const id = taskIdIn(path);
    if (id === null)
      return json(errorBody(`Invalid URL (${request.method ?? ''} ${path})`, 'invalid_url'), 404);
    if (request.method !== 'GET') return json(errorBody('Method not allowed', 'method_not_allowed'), 405);
    if (request.headers.authorization !== `Bearer ${acceptedKey}`) return unauthorized();
    return players.get(id)?.(id, at) ?? notExisting();
  };

  const server = createServer((request, response) => {
    request.resume();
    send(replyTo(request), request, response);
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

const taskIdIn = (path: string): string | null => {
  const segment = /^\/v1\/videos\/([^/?#]+)(?:\?.*)?$/.exec(path)?.[1];
  if (segment === undefined) return null;
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
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
    case 'reset':
      request.socket.resetAndDestroy();
  }
};
