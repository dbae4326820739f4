import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bridge } from '../../electron/shared/bridge.ts';
import type { SavingSettings } from '../../electron/shared/saving.ts';
import { startDesktopWithout, type ThrowAwayDesktop } from '../desktop/throw-away-desktop.ts';
import { until } from '../desktop/until.ts';
import * as replies from '../gateway/file-server.ts';
import { createFileServer, file, type FileServer } from '../gateway/file-server.ts';
import { createGateway, type TestGateway } from '../gateway/gateway.ts';
import { json } from '../gateway/replies.ts';
import { mp4Of } from '../gateway/videos.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

const served = { bytes: mp4Of(300_000), etag: '"v1"' };

let desktop: ThrowAwayDesktop;
let gateway: TestGateway;
let server: FileServer;
let home: TaskbellHome;
let app: RunningApp;
let outside = '';
let folder = '';
let count = 0;

beforeAll(async () => {
  desktop = await startDesktopWithout();
  gateway = await createGateway();
  server = await createFileServer();
  home = createTaskbellHome(desktop.environment);
  outside = mkdtempSync(join(tmpdir(), 'taskbell-bad-results-'));
  folder = join(outside, 'videos');
  mkdirSync(folder);
  app = await home.launch();
  await home.command(['gateway', 'add', 'Studio', '--url', gateway.url, '--key-stdin'], gateway.key);
});
afterAll(async () => {
  await app.quit();
  await Promise.all([gateway.close(), server.close()]);
  home.remove();
  rmSync(outside, { recursive: true, force: true });
  await desktop.end();
});

interface Listed {
  readonly remoteId: string;
  readonly phase: string;
  readonly save: {
    readonly state: string;
    readonly trouble: string | null;
    readonly path: string | null;
  } | null;
}

const listed = async (id: string): Promise<Listed | undefined> => {
  const { stdout } = await home.command(['list', '--json']);
  return (JSON.parse(stdout) as Listed[]).find(({ remoteId }) => remoteId === id);
};

/** A video that is ready, whose link the server answers so. Resolves with its id. */
const readyWith = async (reply: replies.FileReply, prompt = 'A paper boat'): Promise<string> => {
  count += 1;
  const id = `sora-2:task_01k6x15vhrff09dkkqjrzwhs${String(10 + count)}`;
  const path = `/${String(count)}.mp4`;
  server.serve(path, reply);
  const detail = { input: { model: 'sora-2', prompt } };
  gateway.script(id, [() => json({ id, status: 'completed', video_url: `${server.url}${path}`, detail })]);
  await home.command(['watch', id]);
  await until('it to be ready', async () => (await listed(id))?.phase === 'succeeded');
  return id;
};

/** What is said of a save that cannot end well, and whether it is over. One that is tried again is stopped. */
const saidOf = async (id: string): Promise<string> => {
  const saving = home.command(['save', id, '--to', folder]);
  await until('something to be said', async () => ((await listed(id))?.save?.trouble ?? null) !== null);
  const save = (await listed(id))?.save;
  if (save?.state !== 'failed') await home.command(['save', id, '--stop']);
  await saving;
  return `${save?.state === 'failed' ? 'ends' : 'again'}: ${save?.trouble ?? ''}`;
};

describe('a link to what is no whole video', () => {
  const cases: readonly (readonly [string, string, replies.FileReply])[] = [
    ['a page', 'ends: not-a-video', replies.page],
    ['an error that calls itself a video', 'ends: not-a-video', replies.errorAsJson],
    ['no bytes', 'again: empty', replies.answer(200, '', { 'content-length': '0' })],
    ['a length that is too great', 'again: cut-off', replies.lying(400_000, served)],
    ['a length that is too small', 'again: incomplete', replies.lying(200_000, served)],
    [
      'half of it, without a length',
      'again: incomplete',
      replies.streamed(served.bytes.subarray(0, 150_000)),
    ],
    [
      'a redirect to itself',
      'ends: redirects',
      (request, response) => replies.redirectTo(request.url ?? '')(request, response),
    ],
    ['a redirect to a file', 'ends: unsafe-address', replies.redirectTo('file:///etc/passwd')],
    [
      'a redirect to plain http elsewhere',
      'ends: unsafe-address',
      replies.redirectTo('http://cdn.example.com/v.mp4'),
    ],
  ];

  it.each(cases)(
    '(%s) is said to be so (%s), leaves no file, and the task stays ready',
    async (_what, said, reply) => {
      const id = await readyWith(reply);
      expect(await saidOf(id)).toBe(said);
      await until('nothing to be left', () => Promise.resolve(readdirSync(folder).length === 0));
      expect(readdirSync(outside)).toEqual(['videos']);
      expect((await listed(id))?.phase).toBe('succeeded');
    },
  );
});

describe('a video of a gateway that means ill', () => {
  it.each([
    ['of two dots', '../../../escaped'],
    ['CON', 'CON'],
    ['COM1.txt', 'COM1.txt'],
    ['of no characters', 'nul\0\0.'],
    ['of 300 Chinese characters', '片'.repeat(300)],
    ['of 300 families', '👩‍👩‍👧‍👦'.repeat(300)],
  ])('with a title %s stays in the folder, whole', async (_what, title) => {
    const id = await readyWith(file(served), title);
    const saved = await home.command(['save', id, '--to', folder]);
    expect(saved).toMatchObject({ code: 0, stderr: '' });
    const [name = ''] = readdirSync(folder);
    expect(basename(saved.stdout.trim())).toBe(name);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(name.isWellFormed()).toBe(true);
    expect(readFileSync(join(folder, name)).equals(served.bytes)).toBe(true);
    expect(readdirSync(outside)).toEqual(['videos']);
    rmSync(join(folder, name));
  });
});

describe('a folder that is gone', () => {
  const choose = async (change: Partial<SavingSettings>): Promise<void> => {
    const window = await app.window();
    await window.evaluate(async (changed) => {
      const { taskbell } = globalThis as unknown as { taskbell: Bridge };
      await taskbell.request('saving:configure', { ...(await taskbell.request('saving:read')), ...changed });
    }, change);
  };

  it('is waited for and not made anew, and the video is saved once it is back', async () => {
    await choose({ on: true, folder });
    const elsewhere = join(outside, 'unplugged');
    renameSync(folder, elsewhere);
    const id = await readyWith(file(served));
    await until('it to be said', async () => (await listed(id))?.save?.trouble === 'no-folder');
    expect(await listed(id)).toMatchObject({ phase: 'succeeded', save: { state: 'waiting' } });
    expect(readdirSync(outside)).toEqual(['unplugged']);
    renameSync(elsewhere, folder);
    expect(await home.command(['save', id])).toMatchObject({ code: 0 });
    expect(readFileSync((await listed(id))?.save?.path ?? '').equals(served.bytes)).toBe(true);
    await choose({ on: false });
  });

  it('is said at once of one that a command names, which leaves nothing behind', async () => {
    const id = await readyWith(file(served));
    const missing = join(outside, 'missing');
    const saved = await home.command(['save', id, '--to', missing]);
    expect(saved.code).toBe(1);
    expect(saved.stderr).toContain(missing);
    expect((await listed(id))?.save).toBeNull();
    expect(readdirSync(outside)).toEqual(['videos']);
  });
});
