import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TaskEntry } from '../electron/shared/watchlist-view.ts';
import { serveResults, type ServedResults } from './fakes/served-results.ts';
import { cutAfter, file, json, page, stallAfter } from './gateway/file-server.ts';
import { green } from './gateway/media.ts';
import { mp4Of } from './gateway/videos.ts';

const video = { bytes: mp4Of(300_000), etag: '"v1"' };
const picture = { bytes: green, etag: '"p1"' };
let world: ServedResults;

beforeEach(async () => {
  world = await serveResults();
});
afterEach(() => world.end());

const becomeReady = (): Promise<TaskEntry> => {
  const { origin, host } = world;
  const links = {
    video_url: `${host.url}/boat.mp4`,
    thumbnail_url: `${host.url}/boat.webp`,
    gif_url: `${host.url}/boat.gif`,
  };
  origin.serve('/v1/videos/task_1', json({ id: 'task_1', status: 'completed', ...links }));
  return world.saved({ dialect: 'relay', remoteId: 'task_1', kinds: ['video', 'thumbnail', 'gif'] });
};

describe('files beside the video', () => {
  it('are saved under its name with the ending that their content has, and taken names are numbered', async () => {
    world.host.serve('/boat.mp4', file(video));
    world.host.serve('/boat.webp', file(picture));
    world.host.serve('/boat.gif', file(picture));
    const task = await becomeReady();
    expect(readdirSync(world.folder).sort()).toEqual(['result (2).png', 'result.mp4', 'result.png']);
    expect(readFileSync(join(world.folder, 'result.mp4')).equals(video.bytes)).toBe(true);
    for (const { path } of task.otherSaves) expect(readFileSync(path ?? '').equals(green)).toBe(true);
    // Their hosts are none of the gateway's business, nor its key theirs.
    expect(world.host.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
  });

  it('that are pages or errors are not kept, and the video is saved all the same', async () => {
    world.host.serve('/boat.mp4', file(video));
    world.host.serve('/boat.webp', page);
    world.host.serve('/boat.gif', (_request, response) => void response.writeHead(404).end());
    const task = await becomeReady();
    expect(task).toMatchObject({
      phase: 'succeeded',
      save: { state: 'saved', trouble: null },
      otherSaves: [
        { kind: 'thumbnail', state: 'failed', trouble: 'not-a-video' },
        { kind: 'gif', state: 'failed', trouble: 'gone' },
      ],
    });
    expect(readdirSync(world.folder)).toEqual(['result.mp4']);
  });

  it('that hang hold up no video, and go on where they were cut', async () => {
    world.host.serve('/boat.mp4', file(video));
    world.host.serve('/boat.webp', stallAfter(100, picture), file(picture));
    world.host.serve('/boat.gif', cutAfter(100, picture), file(picture));
    const before = await becomeReady();
    expect(before).toMatchObject({
      save: { state: 'saved' },
      otherSaves: [
        { state: 'waiting', trouble: 'timed-out' },
        { state: 'waiting', trouble: 'cut-off' },
      ],
    });
    await world.whole.clock.advance(60_000);
    await world.settled();
    expect(readdirSync(world.folder).sort()).toEqual(['result (2).png', 'result.mp4', 'result.png']);
    const ranges = world.host.requests
      .map(({ headers }) => headers.range)
      .filter((range) => range !== undefined);
    expect(ranges).toContain('bytes=100-');
  });
});
