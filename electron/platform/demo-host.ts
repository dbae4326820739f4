import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import type { DemoHost } from '../core/demo.ts';
import { demoAnswer } from '../core/demo-stories.ts';
import type { Clock } from '../core/ports.ts';
import { fileAnswer } from './file-answer.ts';

export interface DemoHostDependencies {
  readonly clock: Pick<Clock, 'now'>;
  /** The sample video. */
  readonly videoFile: string;
  /** False when no program takes it. */
  readonly openFile: (path: string) => Promise<boolean>;
}

const host = '127.0.0.1';
const videoPath = '/demo.webm';

/** A real HTTP server, so that the demo goes the way that every gateway goes. It answers on loopback and keeps nothing. */
export const createDemoHost = ({ clock, videoFile, openFile }: DemoHostDependencies): DemoHost => {
  let server: Server | null = null;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const own = `${host}:${String(request.socket.localPort)}`;
    // A page of the web that has got a name of its own to lead here is not answered.
    if (request.method !== 'GET' || request.headers.host !== own) {
      response.writeHead(403).end();
      return;
    }
    const { pathname } = new URL(request.url ?? '/', `http://${own}`);
    if (pathname === videoPath) return sendVideo(videoFile, request, response);
    const [, id = ''] = /^\/v1\/videos\/([\w-]{1,100})$/.exec(pathname) ?? [];
    const { status, body } = demoAnswer(id, clock.now(), `http://${own}${videoPath}`);
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  };

  const listening = (port: number): Promise<Server | null> =>
    new Promise((resolve) => {
      const made = createServer((request, response) => {
        answer(request, response).catch(() => response.destroy());
      });
      made.once('error', () => resolve(null));
      made.listen(port, host, () => resolve(made));
    });

  return {
    listen: async (port) => {
      server ??= (await listening(port)) ?? (await listening(0));
      return server === null ? null : (server.address() as AddressInfo).port;
    },
    close: () => {
      server?.close();
      server?.closeAllConnections();
      server = null;
    },
    openVideo: () => openFile(videoFile),
  };
};

const sendVideo = async (file: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const ending = new AbortController();
  const { status, headers, body } = await fileAnswer(file, request.headers.range ?? null, ending.signal);
  response.once('close', () => ending.abort());
  response.writeHead(status, {
    ...headers,
    'content-type': 'video/webm',
    'accept-ranges': 'bytes',
    etag: '"demo-1"',
  });
  await pipeline(body, response);
};
