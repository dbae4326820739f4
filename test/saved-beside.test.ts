import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TaskEntry } from '../electron/shared/watchlist-view.ts';
import { startNetworkedApp, type NetworkedApp } from './fakes/networked-app.ts';
import { addGateway, key, type WholeApp } from './fakes/whole-app.ts';
import {
  createFileServer,
  cutAfter,
  file,
  page,
  stallAfter,
  type FileServer,
} from './gateway/file-server.ts';
import { createGateway, type TestGateway } from './gateway/gateway.ts';
import { green } from './gateway/media.ts';
import { json } from './gateway/replies.ts';
import { mp4Of } from './gateway/videos.ts';

const video = { bytes: mp4Of(300_000), etag: '"v1"' };
const picture = { bytes: green, etag: '"p1"' };
const id = 'sora-2:task_01k6x15vhrff09dkkqjrzwhm60';

let gateway: TestGateway;
let server: FileServer;
let folder = '';
let whole: WholeApp;
let settled: NetworkedApp['settled'];

beforeEach(async () => {
  gateway = await createGateway({ key });
  server = await createFileServer();
  folder = mkdtempSync(join(tmpdir(), 'taskbell-beside-'));
  ({ whole, settled } = startNetworkedApp(folder));
});
afterEach(async () => {
  whole.app.stop();
  await Promise.all([gateway.close(), server.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const becomeReady = async (): Promise<TaskEntry> => {
  await addGateway(whole, 'Studio', gateway.url);
  const settings = { ...whole.app.results.settings(), on: true, folder, nameTemplate: '{title}' };
  await whole.app.results.configure({ ...settings, kinds: ['video', 'thumbnail', 'gif'] });
  gateway.script(id, [
    () =>
      json({
        id,
        status: 'completed',
        video_url: `${server.url}/boat.mp4`,
        thumbnail_url: `${server.url}/boat.webp`,
        gif_url: `${server.url}/boat.gif`,
        detail: { input: { prompt: 'Boat' } },
      }),
  ]);
  whole.app.tasks.watch(id, null, 'window');
  await whole.clock.advance(5000);
  await settled();
  return whole.onlyTask();
};

describe('files beside the video', () => {
  it('are saved under its name with the ending that their content has, and taken names are numbered', async () => {
    server.serve('/boat.mp4', file(video));
    server.serve('/boat.webp', file(picture));
    server.serve('/boat.gif', file(picture));
    const task = await becomeReady();
    expect(readdirSync(folder).sort()).toEqual(['Boat (2).png', 'Boat.mp4', 'Boat.png']);
    expect(readFileSync(join(folder, 'Boat.mp4')).equals(video.bytes)).toBe(true);
    for (const { path } of task.otherSaves) expect(readFileSync(path ?? '').equals(green)).toBe(true);
    // Their hosts are none of the gateway's business, nor its key theirs.
    expect(server.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
  });

  it('that are pages or errors are not kept, and the video is saved all the same', async () => {
    server.serve('/boat.mp4', file(video));
    server.serve('/boat.webp', page);
    server.serve('/boat.gif', (_request, response) => void response.writeHead(404).end());
    const task = await becomeReady();
    expect(task).toMatchObject({
      phase: 'succeeded',
      save: { state: 'saved', trouble: null },
      otherSaves: [
        { kind: 'thumbnail', state: 'failed', trouble: 'not-a-video' },
        { kind: 'gif', state: 'failed', trouble: 'gone' },
      ],
    });
    expect(readdirSync(folder)).toEqual(['Boat.mp4']);
  });

  it('that hang hold up no video, and go on where they were cut', async () => {
    server.serve('/boat.mp4', file(video));
    server.serve('/boat.webp', stallAfter(100, picture), file(picture));
    server.serve('/boat.gif', cutAfter(100, picture), file(picture));
    const before = await becomeReady();
    expect(before).toMatchObject({
      save: { state: 'saved' },
      otherSaves: [
        { state: 'waiting', trouble: 'timed-out' },
        { state: 'waiting', trouble: 'cut-off' },
      ],
    });
    await whole.clock.advance(60_000);
    await settled();
    expect(readdirSync(folder).sort()).toEqual(['Boat (2).png', 'Boat.mp4', 'Boat.png']);
    const ranges = server.requests.map(({ headers }) => headers.range).filter((range) => range !== undefined);
    expect(ranges).toContain('bytes=100-');
  });
});
