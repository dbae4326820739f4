import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileNameOf, partNameOf } from '../../electron/core/file-name.ts';
import type { ResultFiles, SavedFile, SaveJob } from '../../electron/core/saving-ports.ts';
import type { SaveFailure } from '../../electron/core/save-answer.ts';
import { createResultFiles } from '../../electron/platform/result-files.ts';
import { createSocketDownload } from '../../electron/platform/socket-download.ts';
import type { Result } from '../../electron/shared/result.ts';
import type { ResultLink } from '../../electron/shared/task.ts';
import * as replies from '../gateway/file-server.ts';
import { createFileServer, file, type FileServer } from '../gateway/file-server.ts';
import { mp4Of } from '../gateway/videos.ts';

const bytes = mp4Of(300_000);
const video = { bytes, etag: '"v1"' };
const mebibyte = 1024 * 1024;

let server: FileServer;
let other: FileServer;
let outside = '';
let folder = '';
let files: ResultFiles;

beforeEach(async () => {
  server = await createFileServer();
  other = await createFileServer();
  outside = mkdtempSync(join(tmpdir(), 'taskbell-save-'));
  folder = join(outside, 'videos');
  mkdirSync(folder);
  files = createResultFiles({
    defaultFolder: join(outside, 'default'),
    open: createSocketDownload({ userAgent: 'Taskbell' }),
    addressesOf: () => Promise.resolve([]),
    openFile: () => Promise.resolve(true),
    showFile: () => Promise.resolve(true),
    silenceMs: 300,
  });
});
afterEach(async () => {
  await Promise.all([server.close(), other.close()]);
  rmSync(outside, { recursive: true, force: true });
});

interface Begun {
  validator: string | null;
  totalBytes: number | null;
}

let begun: Begun = { validator: null, totalBytes: null };
beforeEach(() => {
  begun = { validator: null, totalBytes: null };
});

describe('a folder that is tried out', () => {
  it('does where a file can be made, and has none in it afterwards', async () => {
    expect(await files.folderTrouble(folder)).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not where it is missing or is a file', async () => {
    expect(await files.folderTrouble(join(outside, 'missing'))).toBe('no-folder');
    writeFileSync(join(outside, 'file'), '');
    expect(await files.folderTrouble(join(outside, 'file'))).toBe('no-folder');
  });

  it('is made when it is the usual one', async () => {
    expect(await files.folderTrouble(join(outside, 'default'))).toBeNull();
    expect(readdirSync(join(outside, 'default'))).toEqual([]);
  });
});

const linkTo = (path: string, given: Partial<ResultLink> = {}): ResultLink => ({
  kind: 'video',
  url: path.startsWith('http') ? path : `${server.url}${path}`,
  needsKey: false,
  expiresAt: null,
  ...given,
});

const jobFor = (given: Partial<SaveJob> = {}): SaveJob => ({
  link: linkTo('/v.mp4'),
  gateway: { baseUrl: server.url, allowPlainHttp: false },
  keyHeaders: {},
  folder,
  name: 'A paper boat',
  partName: 'A paper boat.1.part',
  ...begun,
  largestBytes: 8 * mebibyte,
  onBegun: (said) => {
    begun = said;
  },
  onBytes: () => undefined,
  ...given,
});

const save = (given: Partial<SaveJob> = {}): Promise<Result<SavedFile, SaveFailure> | null> =>
  files.save(jobFor(given)).done;

const troubleOf = async (given: Partial<SaveJob> = {}): Promise<string> => {
  const saved = await save(given);
  return saved?.ok === false ? saved.trouble.trouble : JSON.stringify(saved);
};

const namesIn = (): readonly string[] => readdirSync(folder).sort();

describe('a result', () => {
  it('is saved under its name with the ending that its content has, and nothing else is left', async () => {
    server.serve('/v.mp4', file(video));
    const path = join(folder, 'A paper boat.mp4');
    expect(await save()).toEqual({ ok: true, value: { path, bytes: bytes.length } });
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(namesIn()).toEqual(['A paper boat.mp4']);
  });

  it('replaces no file: taken names are numbered', async () => {
    server.serve('/v.mp4', file(video));
    writeFileSync(join(folder, 'A paper boat.mp4'), 'mine');
    await save();
    await save();
    expect(namesIn()).toEqual(['A paper boat (2).mp4', 'A paper boat (3).mp4', 'A paper boat.mp4']);
    expect(readFileSync(join(folder, 'A paper boat.mp4'), 'utf8')).toBe('mine');
  });

  it('is led to by redirects whose connections are not kept', async () => {
    const gone = Promise.withResolvers<null>();
    server.serve('/v.mp4', (request, response) => {
      request.socket.once('close', () => gone.resolve(null));
      response.writeHead(302, { location: `${other.url}/there`, 'content-length': '9' }).flushHeaders();
    });
    other.serve(
      '/there',
      (request, response) => void gone.promise.then(() => file(video)(request, response)),
    );
    expect(await save()).toMatchObject({ ok: true });
  });

  it('never goes through a link that stands in the folder under its name', async () => {
    server.serve('/v.mp4', file(video));
    symlinkSync(join(outside, 'not there'), join(folder, 'A paper boat.mp4'));
    expect(await save()).toMatchObject({ ok: true, value: { path: join(folder, 'A paper boat (2).mp4') } });
    expect(existsSync(join(outside, 'not there'))).toBe(false);
  });

  it.each([
    ['of two dots', '../../../etc/passwd'],
    ['with a NUL', 'a\0b'],
    ['CON', 'CON'],
    ['COM1.txt', 'COM1.txt'],
    ['that ends with a dot', 'ends with a dot. '],
    ['of 300 Chinese characters', '片'.repeat(300)],
    ['of 300 families', '👩‍👩‍👧‍👦'.repeat(300)],
    ['of 300 letters', 'x'.repeat(300)],
  ])('with a title %s is a file of its own in the folder', async (_what, title) => {
    server.serve('/v.mp4', file(video));
    const name = fileNameOf('{title}', { at: 0, model: null, title, id: '1' });
    const saved = await save({ name, partName: partNameOf(name, '0123456789abcdef') });
    expect(saved).toMatchObject({ ok: true, value: { path: join(folder, `${name}.mp4`) } });
    expect(namesIn()).toEqual([`${name}.mp4`]);
    expect(readdirSync(outside)).toEqual(['videos']);
  });

  it('of unknown length is saved when it ends as its boxes say', async () => {
    server.serve('/v.mp4', replies.streamed(bytes));
    expect(await save()).toMatchObject({ ok: true });
  });

  it('makes the folder only when it is the one of the app', async () => {
    server.serve('/v.mp4', file(video));
    expect(await save({ folder: join(outside, 'default') })).toMatchObject({ ok: true });
    expect(await troubleOf({ folder: join(outside, 'elsewhere') })).toBe('no-folder');
    expect(existsSync(join(outside, 'elsewhere'))).toBe(false);
  });
});

describe('what is no whole video', () => {
  const cases: readonly (readonly [string, string, replies.FileReply])[] = [
    ['a page', 'not-a-video', replies.page],
    ['an error as JSON that calls itself a video', 'not-a-video', replies.errorAsJson],
    ['a short text', 'not-a-video', replies.answer(200, 'soon')],
    ['a picture', 'not-a-video', replies.answer(200, '\xFF\xD8\xFF'.padEnd(500))],
    ['nothing', 'empty', replies.answer(200, '', { 'content-length': '0' })],
    ['nothing, as a stream', 'empty', replies.streamed(new Uint8Array())],
    ['no content', 'empty', replies.answer(204, '')],
    ['a body without an end', 'too-large', replies.endless(bytes)],
    [
      'a length above the limit',
      'too-large',
      replies.answer(200, 'x', { 'content-length': String(9 * mebibyte), connection: 'close' }),
    ],
    ['a length that is too great', 'cut-off', replies.lying(400_000, video)],
    ['a length that is too small', 'incomplete', replies.lying(200_000, video)],
    ['half of a stream', 'incomplete', replies.streamed(bytes.subarray(0, 150_000))],
    ['a cut in the middle', 'cut-off', replies.cutAfter(150_000, video)],
    ['silence', 'timed-out', () => undefined],
    ['silence in the middle', 'timed-out', replies.stallAfter(150_000, video)],
    ['refusal', 'refused', replies.answer(403, 'expired')],
    ['absence', 'gone', replies.answer(410, 'gone')],
    ['an error of the server', 'server-error', replies.answer(503, 'later')],
    ['a redirect to nowhere', 'redirects', replies.answer(302, '')],
    [
      'a redirect to itself',
      'redirects',
      (_, response) => void response.writeHead(302, { location: '/v.mp4' }).end(),
    ],
    ['a redirect to a file', 'unsafe-address', replies.redirectTo('file:///etc/passwd')],
    [
      'a redirect to plain http elsewhere',
      'unsafe-address',
      replies.redirectTo('http://cdn.example.com/v.mp4'),
    ],
  ];

  it.each(cases)(
    '%s: is said to be %s, and no file is left under its name',
    async (_what, trouble, reply) => {
      server.serve('/v.mp4', reply);
      expect(await troubleOf()).toBe(trouble);
      await files.discard(folder, 'A paper boat.1.part');
      expect(namesIn()).toEqual([]);
      expect(readdirSync(outside)).toEqual(['videos']);
    },
  );

  it('tells how long a server asked to be left alone', async () => {
    server.serve('/v.mp4', replies.answer(429, '', { 'retry-after': '7' }));
    expect(await save()).toEqual({ ok: false, trouble: { trouble: 'rate-limited', retryAfterMs: 7000 } });
  });
});

describe('a save that was cut', () => {
  const rangesAsked = (): readonly (string | undefined)[] =>
    server.requests.map(({ headers }) => headers.range);

  it('goes on where it stopped, 100 times at any byte, and ends in the identical file', async () => {
    let seed = 7;
    const below = (limit: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
      return seed % limit;
    };
    for (let round = 0; round < 100; round += 1) {
      const cuts = [below(bytes.length), below(bytes.length)];
      server.serve('/v.mp4', ...cuts.map((at) => replies.cutAfter(at, video)), file(video));
      begun = { validator: null, totalBytes: null };
      let saved = await save();
      for (let tries = 0; saved?.ok === false && tries < 5; tries += 1) saved = await save();
      const path = saved?.ok === true ? saved.value.path : '';
      expect(readFileSync(path).equals(bytes), `cut at ${cuts.join(' and ')}`).toBe(true);
      rmSync(path);
    }
    expect(namesIn()).toEqual([]);
    expect(rangesAsked().filter((range) => range !== undefined).length).toBeGreaterThan(100);
  });

  it('goes on by the date of the file where there is no strong ETag', async () => {
    const dated = { bytes, etag: 'W/"v1"', lastModified: 'Fri, 02 Jan 2026 03:04:05 GMT' };
    server.serve('/v.mp4', replies.stallAfter(100_000, dated), file(dated));
    await save();
    expect(await save()).toMatchObject({ ok: true });
    expect(rangesAsked().at(-1)).toBe('bytes=100000-');
  });

  it('begins again when nothing says that it is the same file', async () => {
    server.serve('/v.mp4', replies.cutAfter(100_000, { bytes }), file({ bytes }));
    await save();
    expect(await save()).toMatchObject({ ok: true });
    expect(rangesAsked()).toEqual([undefined, undefined]);
  });

  it('begins again when the file has become another meanwhile', async () => {
    const next = mp4Of(310_000, 2);
    server.serve('/v.mp4', replies.cutAfter(100_000, video), file({ bytes: next, etag: '"v2"' }));
    await save();
    const saved = await save();
    expect(readFileSync(saved?.ok === true ? saved.value.path : '').equals(next)).toBe(true);
  });

  it('begins again when the server sends another part than was asked for', async () => {
    const wrong: replies.FileReply = (_request, response) =>
      void response
        .writeHead(206, { 'content-range': 'bytes 5-299999/300000', etag: '"v1"' })
        .end(bytes.subarray(5));
    server.serve('/v.mp4', replies.cutAfter(100_000, video), wrong, file(video));
    await save();
    const saved = await save();
    expect(readFileSync(saved?.ok === true ? saved.value.path : '').equals(bytes)).toBe(true);
  });

  it('is whole when all of it had come before the end was noticed', async () => {
    server.serve('/v.mp4', replies.stallAfter(bytes.length, { ...video, bytes }), file(video));
    writeFileSync(join(folder, 'A paper boat.1.part'), bytes);
    server.serve('/v.mp4', file(video));
    expect(await save({ validator: '"v1"', totalBytes: bytes.length })).toMatchObject({ ok: true });
  });

  it('keeps what has come when it is stopped, and answers nothing', async () => {
    server.serve('/v.mp4', replies.stallAfter(120_000, video), file(video));
    const come = Promise.withResolvers<null>();
    const run = files.save({
      ...jobFor(),
      onBegun: (said) => {
        begun = said;
        come.resolve(null);
      },
    });
    await come.promise;
    run.stop();
    expect(await run.done).toBeNull();
    expect(await save()).toMatchObject({ ok: true });
  });
});

describe('the gateway’s key', () => {
  const keyHeaders = { Authorization: 'Bearer sk-test-0123456789abcdef' };
  const keysSeen = (one: FileServer) => one.requests.map(({ headers }) => headers.authorization);

  it('goes to its own origin when the link needs it', async () => {
    server.serve('/v.mp4', file(video));
    await save({ link: linkTo('/v.mp4', { needsKey: true }), keyHeaders });
    expect(keysSeen(server)).toEqual([keyHeaders.Authorization]);
  });

  it('does not go along with a redirect to another origin, and not back again', async () => {
    server.serve('/v.mp4', replies.redirectTo(`${other.url}/there`));
    other.serve('/there', replies.redirectTo(`${server.url}/back`));
    server.serve('/back', file(video));
    expect(await save({ link: linkTo('/v.mp4', { needsKey: true }), keyHeaders })).toMatchObject({
      ok: true,
    });
    expect(keysSeen(other)).toEqual([undefined]);
    expect(keysSeen(server)).toEqual([keyHeaders.Authorization, undefined]);
  });

  it('is not offered to a link that does not need it, nor to one of another origin that says it does', async () => {
    server.serve('/v.mp4', file(video));
    other.serve('/v.mp4', file(video));
    await save({ keyHeaders });
    await save({ link: linkTo(`${other.url}/v.mp4`, { needsKey: true }), keyHeaders });
    expect([...keysSeen(server), ...keysSeen(other)]).toEqual([undefined, undefined]);
  });
});

describe('the disk', () => {
  it('is not written to through what was put in the place of the part', async () => {
    server.serve('/v.mp4', file(video));
    writeFileSync(join(outside, 'precious'), 'mine');
    symlinkSync(join(outside, 'precious'), join(folder, 'A paper boat.1.part'));
    expect(await troubleOf()).toBe('not-writable');
    expect(readFileSync(join(outside, 'precious'), 'utf8')).toBe('mine');
  });

  it('may lose the folder in the middle: that is said, and the folder is not made anew', async () => {
    server.serve('/v.mp4', file(video));
    const run = files.save({
      ...jobFor(),
      onBegun: () => rmSync(folder, { recursive: true }),
    });
    expect(await run.done).toMatchObject({ ok: false, trouble: { trouble: 'no-folder' } });
    expect(existsSync(folder)).toBe(false);
  });

  it('is asked for room before a large file is begun', async () => {
    const huge = String(2 ** 49);
    server.serve('/v.mp4', (_request, response) => {
      response.writeHead(200, { 'content-length': huge });
      response.write(bytes);
    });
    expect(await troubleOf({ largestBytes: 2 ** 50 })).toBe('disk-full');
  });
});
