import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFileServer, file, type FileReply, type FileServer } from '../gateway/file-server.ts';
import { createGateway, type TestGateway } from '../gateway/gateway.ts';
import { json } from '../gateway/replies.ts';
import { mp4Of } from '../gateway/videos.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

const video = mp4Of(3_000_000);

let gateway: TestGateway;
let server: FileServer;
let home: TaskbellHome;
let app: RunningApp;
let folder = '';

beforeAll(async () => {
  gateway = await createGateway();
  server = await createFileServer();
  home = createTaskbellHome();
  folder = mkdtempSync(join(tmpdir(), 'taskbell-ways-'));
  app = await home.launch();
  await home.command(['gateway', 'add', 'Studio', '--url', gateway.url, '--key-stdin'], gateway.key);
});
afterAll(async () => {
  await app.quit();
  await Promise.all([gateway.close(), server.close()]);
  home.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Saves the video of a task that is ready, and gives what was asked for it. */
const saveFrom = async (
  name: string,
  reply: FileReply = file({ bytes: video, etag: '"v1"' }),
): Promise<string | undefined> => {
  const id = `video_${name}`;
  server.serve(`/${name}.mp4`, reply);
  gateway.script(id, [
    () =>
      json({
        id,
        status: 'completed',
        detail: { input: { prompt: name } },
        video_url: `${server.url}/${name}.mp4`,
      }),
  ]);
  await home.command(['watch', id]);
  await home.command(['wait', id]);
  expect(await home.command(['save', id, '--to', folder])).toMatchObject({ code: 0 });
  const saved = readdirSync(folder).find((one) => one.endsWith(`${name}.mp4`)) ?? '';
  expect(readFileSync(join(folder, saved)).equals(video)).toBe(true);
  return server.requests.find(({ url }) => url === `/${name}.mp4`)?.headers.connection;
};

it('a result is fetched over a connection of its own where nothing stands in between', async () => {
  // Chromium would keep it.
  expect(await saveFrom('direct')).toBe('close');
});

it('a result that does not say how long it is is asked for once more, through Chromium', async () => {
  const head = 'HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nConnection: close\r\n\r\n';
  await saveFrom('lengthless', (_request, { socket }) => {
    socket?.end(Buffer.concat([Buffer.from(head), video]));
  });
  const asked = server.requests.filter(({ url }) => url === '/lengthless.mp4');
  expect(asked.map(({ headers }) => headers.connection)).toEqual(['close', 'keep-alive']);
});

it('a result is fetched through the proxy where there is one', async () => {
  const proxied: string[] = [];
  const proxy = createServer((request, response) => {
    proxied.push(request.url ?? '');
    get(request.url ?? '', { headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const rules = `http://127.0.0.1:${String((proxy.address() as AddressInfo).port)}`;
  await app.electron.evaluate(
    ({ session }, proxyRules) =>
      session
        .fromPartition('gateways', { cache: false })
        .setProxy({ proxyRules, proxyBypassRules: '<-loopback>' }),
    rules,
  );
  await saveFrom('proxied');
  expect(proxied).toContain(`${server.url}/proxied.mp4`);
  proxy.close();
  proxy.closeAllConnections();
});
