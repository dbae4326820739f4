import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TaskEntry } from '../electron/shared/watchlist-view.ts';
import { serveResults, type ReadyTask, type ServedResults } from './fakes/served-results.ts';
import { key } from './fakes/whole-app.ts';
import { answer, file, json, redirectTo } from './gateway/file-server.ts';
import type { FileReply, FileServer } from './gateway/file-server.ts';
import { green } from './gateway/media.ts';
import { mp4Of } from './gateway/videos.ts';

/** Results that take a second request, or that a gateway hands out itself and only with the key. */

const video = mp4Of(40_000);

let world: ServedResults;

beforeEach(async () => {
  world = await serveResults();
});
afterEach(() => world.end());

interface Api extends ReadyTask {
  /** How it wants the key. */
  readonly header: readonly [name: string, value: string];
}

const bearer = ['authorization', `Bearer ${key}`] as const;
const openai: Api = { dialect: 'openai-videos', remoteId: 'video_1', header: bearer };
const openrouter: Api = { dialect: 'openrouter', remoteId: 'job-1', header: bearer };
const newApi: Api = { dialect: 'new-api', remoteId: 'task_1', header: bearer };
const operation = 'models/veo-example/operations/op1';
const veo: Api = { dialect: 'veo', remoteId: operation, header: ['x-goog-api-key', key] };
const minimax: Api = { dialect: 'minimax', remoteId: '100000000000001', header: bearer };
const falId = '00000000-0000-4000-8000-00000000001c';
const fal: Api = {
  dialect: 'fal',
  remoteId: `example-ai/video/${falId}`,
  header: ['authorization', `Key ${key}`],
};

/** The gateway answers so to who brings the key as it wants it. */
const serve = ({ header: [name, value] }: Api, path: string, reply: FileReply): void =>
  world.origin.serve(path, (request, response) =>
    (request.headers[name] === value ? reply : answer(401, '{"error":{"message":"No key"}}'))(
      request,
      response,
    ),
  );

const expectWhole = ({ phase, save }: TaskEntry): void => {
  expect({ phase, trouble: save?.trouble, state: save?.state }).toEqual({
    phase: 'succeeded',
    trouble: null,
    state: 'saved',
  });
  expect(readFileSync(save?.path ?? '').equals(video)).toBe(true);
};

const pathsAt = ({ requests }: FileServer): readonly string[] => [
  ...new Set(requests.map(({ url }) => url ?? '')),
];

/** No header of any request to it, however it is called. */
const expectNoKeyAt = ({ requests }: FileServer): void => {
  expect(JSON.stringify(requests.map(({ url, rawHeaders }) => [url, rawHeaders]))).not.toContain(key);
};

/** Serves a finished task of the API; `content` is where its file is to be had. */
const handsOut: readonly (readonly [Api, content: string, finish: () => void])[] = [
  [
    openai,
    '/v1/videos/video_1/content',
    () =>
      serve(
        openai,
        '/v1/videos/video_1',
        json({ id: 'video_1', object: 'video', status: 'completed', progress: 100 }),
      ),
  ],
  [
    openrouter,
    '/api/v1/videos/job-1/content?index=0',
    () =>
      serve(
        openrouter,
        '/api/v1/videos/job-1',
        json({
          id: 'job-1',
          status: 'completed',
          polling_url: '/api/v1/videos/job-1',
          unsigned_urls: ['/api/v1/videos/job-1/content?index=0'],
        }),
      ),
  ],
  [
    newApi,
    '/v1/videos/task_1/content',
    () =>
      serve(
        newApi,
        '/v1/videos/task_1',
        json({ id: 'task_1', task_id: 'task_1', object: 'video', status: 'completed', progress: 100 }),
      ),
  ],
  [
    veo,
    '/v1beta/files/f1:download?alt=media',
    () =>
      serve(
        veo,
        `/v1beta/${operation}`,
        json(done(`${world.origin.url}/v1beta/files/f1:download?alt=media`)),
      ),
  ],
];

const done = (uri: string) => ({
  name: operation,
  done: true,
  response: { generateVideoResponse: { generatedSamples: [{ video: { uri } }] } },
});

describe.each(handsOut.map(([api, content, finish]) => ({ dialect: api.dialect, api, content, finish })))(
  'a result that $dialect hands out with the key',
  ({ api, content, finish }) => {
    it('is fetched from the gateway’s own origin', async () => {
      finish();
      serve(api, content, file({ bytes: video }));
      expectWhole(await world.saved(api));
      const asked = world.origin.requests.find(({ url }) => url === content);
      expect(asked?.headers[api.header[0]]).toBe(api.header[1]);
      expect(asked?.headers.accept).not.toBe('application/json');
    });

    it('is fetched from where it redirects to, without the key', async () => {
      finish();
      serve(api, content, redirectTo(`${world.host.url}/far.mp4`));
      world.host.serve('/far.mp4', file({ bytes: video }));
      expectWhole(await world.saved(api));
      expect(pathsAt(world.host)).toEqual(['/far.mp4']);
      expectNoKeyAt(world.host);
    });
  },
);

describe('a thumbnail of an OpenAI video', () => {
  it('is another variant of its content, and takes the key too', async () => {
    serve(openai, '/v1/videos/video_1', json({ id: 'video_1', object: 'video', status: 'completed' }));
    serve(openai, '/v1/videos/video_1/content', file({ bytes: video }));
    serve(openai, '/v1/videos/video_1/content?variant=thumbnail', file({ bytes: green }));
    const task = await world.saved({ ...openai, kinds: ['video', 'thumbnail'] });
    expectWhole(task);
    expect(task.otherSaves).toMatchObject([{ kind: 'thumbnail', state: 'saved' }]);
    expect(readFileSync(task.otherSaves[0]?.path ?? '').equals(green)).toBe(true);
  });

  it('that a look-alike does not know is not saved as one, and the video is', async () => {
    serve(openai, '/v1/videos/video_1', json({ id: 'video_1', object: 'video', status: 'completed' }));
    serve(openai, '/v1/videos/video_1/content', file({ bytes: video }));
    serve(openai, '/v1/videos/video_1/content?variant=thumbnail', file({ bytes: video }));
    const task = await world.saved({ ...openai, kinds: ['video', 'thumbnail'] });
    expectWhole(task);
    expect(task.otherSaves).toMatchObject([{ kind: 'thumbnail', state: 'failed', trouble: 'not-a-video' }]);
  });
});

describe('a Gemini file', () => {
  it('that lies at another origin than the gateway is asked for without the key', async () => {
    serve(veo, `/v1beta/${operation}`, json(done(`${world.host.url}/v1beta/files/f1:download?alt=media`)));
    world.host.serve('/v1beta/files/f1:download?alt=media', answer(403, '{"error":{"code":403}}'));
    expect(await world.saved(veo)).toMatchObject({
      phase: 'succeeded',
      save: { state: 'failed', trouble: 'refused' },
    });
    expect(pathsAt(world.host)).toEqual(['/v1beta/files/f1:download?alt=media']);
    expectNoKeyAt(world.host);
  });
});

describe('a result that takes a second request', () => {
  it('is the file that a MiniMax task names, asked for with the key and fetched without', async () => {
    const base_resp = { status_code: 0, status_msg: 'success' };
    const query = `/v1/query/video_generation?task_id=${minimax.remoteId}`;
    serve(minimax, query, json({ task_id: minimax.remoteId, status: 'Success', file_id: '2001', base_resp }));
    serve(
      minimax,
      '/v1/files/retrieve?file_id=2001',
      json({ file: { file_id: 2001, download_url: `${world.host.url}/m.mp4` }, base_resp }),
    );
    world.host.serve('/m.mp4', file({ bytes: video }));
    expectWhole(await world.saved(minimax));
    expect(pathsAt(world.origin)).toEqual([query, '/v1/files/retrieve?file_id=2001']);
    expect(pathsAt(world.host)).toEqual(['/m.mp4']);
    expectNoKeyAt(world.host);
  });

  it('is the response of a fal.ai request, asked of the gateway wherever it is said to be', async () => {
    const result = `/example-ai/video/requests/${falId}`;
    const request = { request_id: falId, response_url: `${world.host.url}${result}` };
    serve(fal, `${result}/status`, json({ ...request, status: 'COMPLETED' }));
    serve(fal, result, json({ video: { url: `${world.host.url}/f.mp4`, content_type: 'video/mp4' } }));
    world.host.serve('/f.mp4', file({ bytes: video }));
    const task = await world.saved(fal);
    expectWhole(task);
    expect(task.links.map(({ needsKey }) => needsKey)).toEqual([false]);
    expect(pathsAt(world.origin)).toEqual([`${result}/status`, result]);
    expect(pathsAt(world.host)).toEqual(['/f.mp4']);
    expectNoKeyAt(world.host);
  });
});
