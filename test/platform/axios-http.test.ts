import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createAxiosHttp, type Fetch } from '../../electron/platform/axios-http.ts';

const mebibyte = 1024 * 1024;
const limits = { timeoutMs: 300, largestBodyBytes: 2 * mebibyte };
const headers = { Authorization: 'Bearer sk-0123456789', Accept: 'application/json' };

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A real server on loopback, and what it was asked. */
const serve = async (listener: RequestListener) => {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    listener(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return { requests, server, url };
};

const http = createAxiosHttp(fetch, limits);
const get = (url: string) => http.get({ url: `${url}/v1/videos/sora-2:task_1`, headers });

describe('an answer', () => {
  it('brings status, headers by their lower-case names, and the body as it is', async () => {
    const { url, requests } = await serve((_request, response) => {
      response.writeHead(200, {
        'X-Odd-Header': 'Value',
        'Retry-After': '7',
        'Content-Type': 'application/json',
      });
      response.end('{"id":"片","n":1.0}');
    });
    const answer = await get(url);
    expect(answer).toMatchObject({ ok: true, value: { status: 200, body: '{"id":"片","n":1.0}' } });
    expect(answer.ok && answer.value.headers).toMatchObject({ 'x-odd-header': 'Value', 'retry-after': '7' });
    expect(requests[0]?.method).toBe('GET');
    expect(requests[0]?.url).toBe('/v1/videos/sora-2:task_1');
    expect(requests[0]?.headers).toMatchObject({
      authorization: headers.Authorization,
      accept: headers.Accept,
    });
  });

  it.each([204, 304, 400, 401, 403, 404, 429, 500, 503])(
    'of status %i is an answer like any other',
    async (status) => {
      const { url } = await serve((_request, response) => response.writeHead(status).end());
      expect(await get(url)).toMatchObject({ ok: true, value: { status, body: '' } });
    },
  );

  it('that is not JSON is not read as anything', async () => {
    const { url } = await serve((_request, response) => response.end('<html>{"a":1}'));
    expect(await get(url)).toMatchObject({ ok: true, value: { body: '<html>{"a":1}' } });
  });
});

describe('a body', () => {
  it.each([true, false])('of exactly 2 MiB is read (length told: %s)', async (told) => {
    const { url } = await serve((_request, response) => {
      if (told) response.setHeader('Content-Length', 2 * mebibyte);
      response.end('x'.repeat(2 * mebibyte));
    });
    const answer = await createAxiosHttp(fetch, { ...limits, timeoutMs: 5_000 }).get({ url, headers });
    expect(answer.ok && answer.value.body.length).toBe(2 * mebibyte);
  });

  it('that is larger by what its length says is not read', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Length': 2 * mebibyte + 1 });
      response.write('x');
    });
    expect(await get(url)).toEqual({ ok: false, trouble: 'too-large' });
  });

  it('that goes on for ever is given up soon after 2 MiB', async () => {
    let sent = 0;
    const { url } = await serve((_request, response) => {
      const chunk = 'x'.repeat(64 * 1024);
      const pour = (): void => {
        while (!response.destroyed) {
          sent += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', pour);
        }
      };
      pour();
    });
    const patient = createAxiosHttp(fetch, { ...limits, timeoutMs: 10_000 });
    expect(await patient.get({ url, headers })).toEqual({ ok: false, trouble: 'too-large' });
    expect(sent).toBeLessThan(20 * mebibyte);
  });

  it('that is larger only once it is unpacked is not read either', async () => {
    const { gzipSync } = await import('node:zlib');
    const packed = gzipSync(Buffer.alloc(8 * mebibyte));
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Length': packed.length }).end(packed);
    });
    const patient = createAxiosHttp(fetch, { ...limits, timeoutMs: 10_000 });
    expect(await patient.get({ url, headers })).toEqual({ ok: false, trouble: 'too-large' });
  });
});

describe('a gateway that keeps its silence', () => {
  it('before its answer is given up', async () => {
    const { url } = await serve(() => undefined);
    expect(await get(url)).toEqual({ ok: false, trouble: 'timed-out' });
  });

  it('in the middle of its answer is given up', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.write('{"id":');
    });
    expect(await get(url)).toEqual({ ok: false, trouble: 'timed-out' });
  });

  it('but for a byte now and then is given up as well', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    expect(await get(url)).toEqual({ ok: false, trouble: 'timed-out' });
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('(%i) is not followed: nobody else is asked', async (status) => {
    const other = await serve((_request, response) => response.end('{}'));
    const { url, requests } = await serve((_request, response) =>
      response.writeHead(status, { Location: `${other.url}/elsewhere` }).end(),
    );
    expect(await get(url)).toEqual({ ok: false, trouble: 'redirected' });
    expect(requests).toHaveLength(1);
    expect(other.requests).toEqual([]);
  });

  it('within the gateway itself is not followed either', async () => {
    const { url, requests } = await serve((_request, response) =>
      response.writeHead(302, { Location: '/' }).end(),
    );
    expect(await get(url)).toEqual({ ok: false, trouble: 'redirected' });
    expect(requests).toHaveLength(1);
  });
});

describe('a connection', () => {
  it('that is refused is told as unreachable', async () => {
    const { url, server } = await serve(() => undefined);
    await new Promise((resolve) => server.close(resolve));
    expect(await get(url)).toEqual({ ok: false, trouble: 'unreachable' });
  });

  it.each(['before', 'within'])('that is reset %s the answer is told as unreachable', async (when) => {
    const { url } = await serve((request, response) => {
      if (when === 'within') response.write('{"id":');
      setImmediate(() => request.socket.resetAndDestroy());
    });
    expect(await get(url)).toEqual({ ok: false, trouble: 'unreachable' });
  });

  it('that ends before the promised body does is told as unreachable, not read half', async () => {
    const { url } = await serve((request, response) => {
      response.writeHead(200, { 'Content-Length': 100 });
      response.write('{"id":"1"}');
      setImmediate(() => request.socket.end());
    });
    expect(await get(url)).toEqual({ ok: false, trouble: 'unreachable' });
  });

  it('to something that speaks no HTTP is told as unreachable', async () => {
    const { createServer: createRawServer } = await import('node:net');
    const raw = createRawServer((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
    await new Promise<void>((resolve) => raw.listen(0, '127.0.0.1', resolve));
    const port = String((raw.address() as AddressInfo).port);
    expect(await get(`http://127.0.0.1:${port}`)).toEqual({ ok: false, trouble: 'unreachable' });
    raw.close();
  });

  it('over TLS to something that speaks none is told as insecure', async () => {
    const { url } = await serve((_request, response) => response.end('{}'));
    expect(await get(url.replace('http:', 'https:'))).toEqual({ ok: false, trouble: 'insecure' });
  });
});

describe('cookies', () => {
  it('are not sent back', async () => {
    const { url, requests } = await serve((_request, response) =>
      response.writeHead(200, { 'Set-Cookie': 'session=1' }).end(),
    );
    await get(url);
    await get(url);
    expect(requests.map((request) => request.headers.cookie)).toEqual([undefined, undefined]);
  });

  it('caches and redirects are ruled out in what the fetch is handed, as an Electron session has all three', async () => {
    const handed: Request[] = [];
    const spy: Fetch = (input, init) => {
      handed.push(new Request(input, init));
      return Promise.resolve(new Response('{}'));
    };
    await createAxiosHttp(spy, limits).get({ url: 'http://127.0.0.1/', headers });
    expect(handed[0]).toMatchObject({ credentials: 'omit', cache: 'no-store', redirect: 'error' });
  });
});

describe('what cannot be sent', () => {
  it.each(['http://127.0.0.1:1:1/', 'http://', 'app://taskbell/'])(
    '(%s) is trouble, never an exception',
    async (url) => {
      expect(await http.get({ url, headers })).toEqual({ ok: false, trouble: 'unreachable' });
    },
  );
});

describe('plain http to another machine', () => {
  const asked: string[] = [];
  const client = createAxiosHttp((input) => {
    asked.push(input instanceof Request ? input.url : String(input));
    return Promise.resolve(new Response('{}'));
  }, limits);

  it.each(['http://gateway.example/', 'http://192.168.1.4:8080/', 'http://127.0.0.1.example/'])(
    '(%s) is not sent at all',
    async (url) => {
      expect(await client.get({ url, headers })).toEqual({ ok: false, trouble: 'insecure' });
      expect(asked).toEqual([]);
    },
  );

  it('is sent where the gateway allows it', async () => {
    const url = 'http://gateway.example/';
    expect(await client.get({ url, headers, allowPlainHttp: true })).toMatchObject({ ok: true });
    expect(asked).toEqual([url]);
  });
});
