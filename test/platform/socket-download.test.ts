import { once } from 'node:events';
import { createServer as createWebServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { DownloadAnswer } from '../../electron/platform/download.ts';
import { createSocketDownload } from '../../electron/platform/socket-download.ts';
import { selfSigned } from '../gateway/certificate.ts';

const open: Socket[] = [];
afterEach(() => open.splice(0).forEach((socket) => socket.destroy()));

/** Its port. */
const listening = async (server: Server): Promise<number> => {
  server.on('connection', (socket: Socket) => {
    open.push(socket);
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
};

/** Sends these bytes to whoever asks, as they are. */
const saying = (text: string): Promise<number> =>
  listening(createServer((socket) => void socket.once('data', () => socket.end(text, 'latin1'))));

const download = createSocketDownload({ userAgent: 'Taskbell/1.0' });
const never = new AbortController().signal;

const ask = (url: string, headers: Readonly<Record<string, string>> = {}): Promise<DownloadAnswer> =>
  download({ url, headers, addresses: ['127.0.0.1'] }, never);

/** Pieces are copied, because they hold only until the next one. */
const bytesOf = async ({ body }: DownloadAnswer): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of body) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
};

/** No two of its stretches are alike, so that a piece in the wrong place shows. */
const video = Buffer.from(
  Uint32Array.from({ length: 750_000 }, (_none, at) => Math.imul(at, 2_654_435_761)).buffer,
);

describe('a request', () => {
  it('names its host and itself, keeps nothing open, and sends the headers that it was given', async () => {
    const asked = Promise.withResolvers<Readonly<Record<string, unknown>>>();
    const server = createWebServer(({ url, method, headers }, response) => {
      asked.resolve({ url, method, ...headers });
      response.end();
    });
    const port = await listening(server);
    await ask(`http://127.0.0.1:${String(port)}/v%20.mp4?sig=a%2Fb`, {
      Range: 'bytes=5-',
      Authorization: 'Bearer é',
    });
    expect(await asked.promise).toEqual({
      url: '/v%20.mp4?sig=a%2Fb',
      method: 'GET',
      host: `127.0.0.1:${String(port)}`,
      connection: 'close',
      'user-agent': 'Taskbell/1.0',
      accept: '*/*',
      range: 'bytes=5-',
      authorization: 'Bearer é',
    });
  });

  it('is not sent with a header that would begin another line', async () => {
    await expect(ask('http://127.0.0.1:9/', { 'If-Range': '"v1"\r\nX: y' })).rejects.toThrow(
      'a character too many',
    );
  });

  it('goes to an address that was judged, whatever the name leads to now', async () => {
    const server = createWebServer((_request, response) => void response.end('video'));
    const port = await listening(server);
    const url = `http://cdn.example.com:${String(port)}/`;
    expect((await bytesOf(await ask(url))).toString()).toBe('video');
    await expect(download({ url, headers: {}, addresses: [] }, never)).rejects.toThrow('ENOTFOUND');
  });
});

describe('a body', () => {
  it('of a length is the same, however slowly it is taken', async () => {
    const port = await listening(
      createWebServer(
        (_request, response) => void response.setHeader('content-length', video.length).end(video),
      ),
    );
    const answer = await ask(`http://127.0.0.1:${String(port)}/`);
    const pieces: Buffer[] = [];
    for await (const piece of answer.body) {
      await new Promise(setImmediate);
      pieces.push(Buffer.from(piece));
    }
    expect(Buffer.concat(pieces).equals(video)).toBe(true);
  });

  it('in pieces is the same', async () => {
    const send: RequestListener = (_request, response) => {
      for (let at = 0; at < video.length; at += 77_777) response.write(video.subarray(at, at + 77_777));
      response.end();
    };
    const port = await listening(createWebServer(send));
    expect((await bytesOf(await ask(`http://127.0.0.1:${String(port)}/`))).equals(video)).toBe(true);
  });

  it('in crumbs leaves others their turns', async () => {
    const crumbs = 300_000;
    const port = await saying(
      `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${'1\r\nx\r\n'.repeat(crumbs)}0\r\n\r\n`,
    );
    const { body } = await ask(`http://127.0.0.1:${String(port)}/`);
    // Meanwhile they come in.
    await new Promise((resolve) => setTimeout(resolve, 200));
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 0);
    onTestFinished(() => clearInterval(turning));
    let pieces = 0;
    let bytes = 0;
    for await (const piece of body) {
      pieces += 1;
      bytes += piece.length;
    }
    expect(bytes).toBe(crumbs);
    expect(turns).toBeGreaterThan(pieces / 2);
  });

  it('that ends early is an error after what has come', async () => {
    const port = await saying('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nvideo');
    const { body } = await ask(`http://127.0.0.1:${String(port)}/`);
    const come: string[] = [];
    const reading = (async () => {
      for await (const piece of body) come.push(Buffer.from(piece).toString());
    })();
    await expect(reading).rejects.toThrow('ended-early');
    expect(come.join('')).toBe('video');
  });

  it('whose connection is reset is an error', async () => {
    const port = await listening(
      createServer((socket) => {
        socket.once('data', () => {
          socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nvideo', () => socket.resetAndDestroy());
        });
      }),
    );
    await expect(ask(`http://127.0.0.1:${String(port)}/`).then(bytesOf)).rejects.toThrow();
  });

  it('that is given up frees its connection', async () => {
    const gone = Promise.withResolvers<null>();
    const port = await listening(
      createServer((socket) => {
        socket.once('close', () => gone.resolve(null));
        socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nvideo'));
      }),
    );
    const { body } = await ask(`http://127.0.0.1:${String(port)}/`);
    for await (const piece of body) {
      expect(Buffer.from(piece).toString()).toBe('video');
      break;
    }
    await gone.promise;
  });

  it('stops with its signal', async () => {
    const port = await listening(
      createServer(
        (socket) =>
          void socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nvideo')),
      ),
    );
    const stopping = new AbortController();
    const request = { url: `http://127.0.0.1:${String(port)}/`, headers: {}, addresses: [] };
    const { body } = await download(request, stopping.signal);
    const reading = (async () => {
      for await (const piece of body) {
        expect(piece.length).toBe(5);
        stopping.abort();
      }
    })();
    await expect(reading).rejects.toThrow('aborted');
  });
});

describe('no answer', () => {
  it.each([
    ['what is none', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['half a head', 'HTTP/1.1 200 OK\r\n'],
    ['nothing', ''],
    ['one that may have been cut anywhere', 'HTTP/1.1 200 OK\r\n\r\nvideo'],
    ['one that is packed', 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx'],
  ])('is %s', async (_name, text) => {
    const port = await saying(text);
    await expect(ask(`http://127.0.0.1:${String(port)}/`)).rejects.toThrow();
  });

  it('comes from a port that nobody listens on, nor after the signal', async () => {
    const server = createServer();
    const port = await listening(server);
    await new Promise((resolve) => server.close(resolve));
    const url = `http://127.0.0.1:${String(port)}/`;
    await expect(ask(url)).rejects.toThrow('ECONNREFUSED');
    await expect(download({ url, headers: {}, addresses: [] }, AbortSignal.abort())).rejects.toThrow(
      'aborted',
    );
  });
});

describe('over TLS', () => {
  const served = selfSigned('cdn.example.com');

  const startSecure = (): Promise<number> =>
    listening(
      createSecureServer(served, (_request, response) => {
        response.setHeader('content-length', video.length).end(video);
      }),
    );
  const askSecurely = (
    port: number,
    host: string,
    authorities?: readonly string[],
  ): Promise<DownloadAnswer> =>
    createSocketDownload({ userAgent: 'Taskbell', ...(authorities === undefined ? {} : { authorities }) })(
      { url: `https://${host}:${String(port)}/v.mp4`, headers: {}, addresses: ['127.0.0.1'] },
      never,
    );

  it('a body is the same, however slowly it is taken', async () => {
    const answer = await askSecurely(await startSecure(), 'cdn.example.com', [served.cert]);
    const pieces: Buffer[] = [];
    for await (const piece of answer.body) {
      await new Promise(setImmediate);
      pieces.push(Buffer.from(piece));
    }
    expect(Buffer.concat(pieces).equals(video)).toBe(true);
  });

  it('crumbs that nobody takes yet take little memory', async () => {
    const port = await listening(
      createTlsServer(served, (socket) => {
        socket.once('data', () => {
          const send = (left: number): void => {
            if (left > 0) socket.write('x', () => send(left - 1));
          };
          socket.write('HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n', () => send(400));
        });
      }),
    );
    const { body } = await askSecurely(port, 'cdn.example.com', [served.cert]);
    // Meanwhile they wait in the system, and are read at once.
    await new Promise((resolve) => setTimeout(resolve, 200));
    const memory = new Set<ArrayBufferLike>();
    let bytes = 0;
    for await (const piece of body) {
      memory.add(piece.buffer);
      if (bytes < 100) await new Promise((resolve) => setTimeout(resolve, 1));
      bytes += piece.length;
    }
    expect(bytes).toBe(400);
    expect([...memory].reduce((sum, { byteLength }) => sum + byteLength, 0)).toBeLessThan(16 * 1024 ** 2);
  });

  it('nothing is asked of who is not trusted, or has another name', async () => {
    const port = await startSecure();
    await expect(askSecurely(port, 'cdn.example.com')).rejects.toThrow(/self.signed|certificate/i);
    await expect(askSecurely(port, 'api.example.com', [served.cert])).rejects.toThrow(/altnames/);
  });

  it('nobody is trusted for the sake of the environment', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    onTestFinished(() => void vi.unstubAllEnvs());
    await expect(askSecurely(await startSecure(), 'cdn.example.com')).rejects.toThrow(
      /self.signed|certificate/i,
    );
  });
});
