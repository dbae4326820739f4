import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { demoTaskId } from '../../electron/core/demo-stories.ts';
import type { DemoHost } from '../../electron/core/demo.ts';
import { createDemoHost } from '../../electron/platform/demo-host.ts';

const videoFile = fileURLToPath(new URL('../../build/demo/demo.webm', import.meta.url));
const now = Date.UTC(2026, 10, 30, 9);
const opened: string[] = [];
let host: DemoHost | null = null;

const listening = async (port = 0): Promise<string> => {
  host = createDemoHost({
    clock: { now: () => now },
    videoFile,
    openFile: (path) => Promise.resolve(opened.push(path) > 0),
  });
  const got = await host.listen(port);
  if (got === null) throw new Error('No port.');
  return `http://127.0.0.1:${String(got)}`;
};

afterEach(() => host?.close());

interface Answer {
  readonly status: string;
  readonly progress: number;
  readonly video_url?: string;
}

const asked = async (url: string): Promise<Answer> => (await (await fetch(url)).json()) as Answer;

describe('the gateway of the demo', () => {
  it('answers with how far a task has come, which its id tells', async () => {
    const url = await listening();
    const at = (passedMs: number) => asked(`${url}/v1/videos/${demoTaskId('ready', now - passedMs)}`);
    expect(await at(1_000)).toMatchObject({ status: 'queued', progress: 0 });
    expect(await at(10_000)).toMatchObject({ status: 'in_progress', progress: 40 });
    const ready = await at(25_000);
    expect(ready).toMatchObject({ status: 'completed', progress: 100 });
    expect(ready.video_url).toMatch(new RegExp(`^${url}/demo\\.webm\\?Expires=\\d+$`));
  });

  it.each(['task_1', 'demo-other-abc', 'demo-ready-', 'demo-ready-!', '%2e%2e%2fdemo.webm'])(
    'knows no task that is not its own, such as %s',
    async (id) => {
      const url = await listening();
      expect((await fetch(`${url}/v1/videos/${id}`)).status).toBe(404);
    },
  );

  it('hands out its video, whole and in pieces', async () => {
    const url = await listening();
    const whole = await (await fetch(`${url}/demo.webm`)).bytes();
    const piece = await fetch(`${url}/demo.webm`, { headers: { range: 'bytes=100-199' } });
    expect(piece.status).toBe(206);
    expect(piece.headers.get('content-range')).toBe(`bytes 100-199/${String(whole.length)}`);
    expect(await piece.bytes()).toEqual(whole.subarray(100, 200));
    const outside = await fetch(`${url}/demo.webm`, { headers: { range: 'bytes=9999999-' } });
    expect(outside.status).toBe(416);
  });

  it('takes nothing but reading', async () => {
    const url = await listening();
    expect((await fetch(`${url}/demo.webm`, { method: 'POST', body: 'x' })).status).toBe(403);
  });

  it('does not answer a page of the web whose name leads here', async () => {
    const { port } = new URL(await listening());
    const said = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.write('GET /demo.webm HTTP/1.1\r\nHost: evil.example\r\n\r\n'),
      );
      socket.once('data', (data) => {
        resolve(data.toString());
        socket.destroy();
      });
    });
    expect(said).toMatch(/^HTTP\/1\.1 403/);
  });

  it('takes another port where the one it had is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    expect(await listening(port)).not.toBe(`http://127.0.0.1:${String(port)}`);
    await new Promise((resolve) => other.close(resolve));
  });

  it('cannot be reached from another computer', async () => {
    const { port } = new URL(await listening());
    await expect(fetch(`http://127.0.0.2:${port}/demo.webm`)).rejects.toThrow();
  });

  it('answers no more once it is closed, and anew when it is wanted again', async () => {
    const url = await listening();
    host?.close();
    await expect(fetch(`${url}/demo.webm`)).rejects.toThrow();
    expect(await host?.listen(0)).toBeGreaterThan(0);
  });

  it('opens its video from the disk', async () => {
    await listening();
    expect(await host?.openVideo()).toBe(true);
    expect(opened).toEqual([videoFile]);
  });
});
