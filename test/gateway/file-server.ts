import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server does with one request for a file. */
export type FileReply = (request: IncomingMessage, response: ServerResponse) => void;

export interface FileServer {
  readonly url: string;
  /** All that was ever asked, oldest first. */
  readonly requests: readonly IncomingMessage[];
  /** Replies to a path one after the other; the last goes on for ever. */
  serve(path: string, ...replies: readonly FileReply[]): void;
  close(): Promise<void>;
}

/** A real HTTP server on loopback that hands out results, well or badly. */
export const createFileServer = async (): Promise<FileServer> => {
  const requests: IncomingMessage[] = [];
  const scripts = new Map<string, FileReply[]>();
  const server = createServer((request, response) => {
    requests.push(request);
    const script = scripts.get(request.url ?? '') ?? [];
    const [reply = notHere] = script;
    if (script.length > 1) script.shift();
    reply(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    requests,
    serve: (path, ...replies) => void scripts.set(path, [...replies]),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const notHere: FileReply = (_request, response) => void response.writeHead(404).end('No such file');

export interface ServedFile {
  readonly bytes: Uint8Array;
  /** With its quotes; `W/` before it makes it weak. */
  readonly etag?: string;
  readonly lastModified?: string;
  readonly takesRanges?: boolean;
}

interface Slice {
  readonly body: Uint8Array;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

const sliceOf = (request: IncomingMessage, file: ServedFile): Slice => {
  const { bytes, etag, lastModified, takesRanges = true } = file;
  const total = bytes.length;
  const about = {
    'content-type': 'video/mp4',
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { 'last-modified': lastModified }),
  };
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? Number.NaN);
  const isSame = [etag, lastModified].includes(String(request.headers['if-range']));
  if (!takesRanges || Number.isNaN(from) || !isSame)
    return { body: bytes, status: 200, headers: { ...about, 'content-length': String(total) } };
  if (from >= total)
    return { body: new Uint8Array(), status: 416, headers: { 'content-range': `bytes */${String(total)}` } };
  const range = `bytes ${String(from)}-${String(total - 1)}/${String(total)}`;
  const length = String(total - from);
  return {
    body: bytes.subarray(from),
    status: 206,
    headers: { ...about, 'content-range': range, 'content-length': length },
  };
};

export const file =
  (served: ServedFile): FileReply =>
  (request, response) => {
    const { body, status, headers } = sliceOf(request, served);
    response.writeHead(status, headers).end(body);
  };

/** Hands out whatever piece is asked for, as a player needs it to seek. */
export const seekable =
  (bytes: Uint8Array): FileReply =>
  (request, response) => {
    const asked = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    const from = Number(asked?.[1] ?? 0);
    const last = asked?.[2] ?? '';
    const to = last === '' ? bytes.length - 1 : Math.min(Number(last), bytes.length - 1);
    const range = { 'content-range': `bytes ${String(from)}-${String(to)}/${String(bytes.length)}` };
    const length = { 'content-length': String(to - from + 1), 'accept-ranges': 'bytes' };
    response.writeHead(asked === null ? 200 : 206, asked === null ? length : { ...length, ...range });
    response.end(bytes.subarray(from, to + 1));
  };

/** Ends the connection after so many bytes of the body. */
export const cutAfter =
  (length: number, served: ServedFile): FileReply =>
  (request, response) => {
    const { body, status, headers } = sliceOf(request, served);
    response.writeHead(status, headers);
    response.write(body.subarray(0, length), () => response.socket?.end(() => response.destroy()));
  };

/** Sends so many bytes and then nothing more. */
export const stallAfter =
  (length: number, served: ServedFile): FileReply =>
  (request, response) => {
    const { body, status, headers } = sliceOf(request, served);
    response.writeHead(status, headers);
    response.write(body.subarray(0, length));
  };

/** Says that the file is longer or shorter than it is, and ends. */
export const lying =
  (saidLength: number, served: ServedFile): FileReply =>
  (_request, response) => {
    // Written by hand, because Node would not lie.
    response.socket?.end(Buffer.concat([Buffer.from(headOf(saidLength)), served.bytes]));
  };

const headOf = (length: number): string =>
  `HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nConnection: close\r\nContent-Length: ${String(length)}\r\n\r\n`;

/** Without a length, as a stream. */
export const streamed =
  (bytes: Uint8Array): FileReply =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'video/mp4' });
    response.end(bytes);
  };

/** Begins like a video and never ends. */
export const endless =
  (head: Uint8Array): FileReply =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'video/mp4' });
    const more = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(64 * 1024)));
      if (!response.destroyed) response.once('drain', more);
    };
    response.write(head);
    more();
  };

export const redirectTo =
  (location: string): FileReply =>
  (_request, response) =>
    void response.writeHead(302, { location }).end();

export const answer =
  (status: number, body: string, headers: Readonly<Record<string, string>> = {}): FileReply =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);

export const json = (body: unknown): FileReply =>
  answer(200, JSON.stringify(body), { 'content-type': 'application/json' });

export const page = answer(200, '<!doctype html><html><body>Please log in</body></html>'.padEnd(5000), {
  'content-type': 'text/html',
});

export const errorAsJson = answer(200, '{"error":{"message":"The file is not ready","code":"not_ready"}}', {
  'content-type': 'video/mp4',
});
