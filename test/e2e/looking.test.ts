import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bridge } from '../../electron/shared/bridge.ts';
import { until } from '../desktop/until.ts';
import {
  answer,
  createFileServer,
  page as htmlPage,
  redirectTo,
  seekable,
  stallAfter,
  type FileServer,
} from '../gateway/file-server.ts';
import { createGateway, type TestGateway } from '../gateway/gateway.ts';
import { green, padded, redThenBlue } from '../gateway/media.ts';
import { json } from '../gateway/replies.ts';
import { mp4Of } from '../gateway/videos.ts';
import { everyRule, violationsIn } from './axe.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

const idOf = (index: number): string => `sora-2:task_01k6x15vhrff09dkkqjrzwht${String(10 + index)}`;

let gateway: TestGateway;
let server: FileServer;
let home: TaskbellHome;
let app: RunningApp;
let window: Page;
let folder = '';

beforeAll(async () => {
  gateway = await createGateway();
  server = await createFileServer();
  home = createTaskbellHome();
  folder = mkdtempSync(join(tmpdir(), 'taskbell-looked-'));
  app = await home.launch();
  window = await app.window();
  await home.command(['gateway', 'add', 'Studio', '--url', gateway.url, '--key-stdin'], gateway.key);
});

afterAll(async () => {
  await app.quit();
  await Promise.all([gateway.close(), server.close()]);
  home.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** A task that has ended well, with what its report says beyond that. */
const watch = async (index: number, prompt: string, more: Readonly<Record<string, unknown>> = {}) => {
  const link = { video_url: `${server.url}/${String(index)}.webm` };
  const answered = {
    id: idOf(index),
    status: 'completed',
    ...link,
    ...more,
    detail: { input: { model: 'sora-2', prompt } },
  };
  gateway.script(idOf(index), [() => json(answered)]);
  await home.command(['watch', idOf(index)]);
  await row(prompt).waitFor();
};

const row = (prompt: string) => window.getByRole('option').filter({ hasText: prompt });
const requestsFor = (path: string) => server.requests.filter(({ url }) => url === path);
const open = async (prompt: string): Promise<void> => {
  await row(prompt).click();
  await window.getByRole('heading', { name: prompt }).waitFor();
};
const play = (): Promise<void> => window.getByRole('button', { name: 'Play here' }).click();
const video = () => window.locator('video');

const focused = () => window.evaluate(() => document.activeElement?.getAttribute('aria-label'));

const saveOf = async (index: number): Promise<{ readonly path: string }> => {
  const { stdout } = await home.command(['list', '--json']);
  const listed = JSON.parse(stdout) as { remoteId: string; save: { path: string } }[];
  return listed.find(({ remoteId }) => remoteId === idOf(index))?.save ?? { path: '' };
};

const statusOf = (url: string): Promise<number> =>
  app.electron.evaluate(
    ({ session }, address) => session.defaultSession.fetch(address).then(({ status }) => status),
    url,
  );

const playing = (): Promise<void> =>
  until('the film to run', () =>
    video().evaluate((film: HTMLVideoElement) => film.videoWidth === 64 && film.currentTime > 0.1),
  ).then(() => undefined);

describe('a result behind its link', () => {
  it('is asked for when the user plays it and not before, and can be sought in', async () => {
    server.serve('/0.webm', seekable(redThenBlue));
    await watch(0, 'Harbour at dawn');
    await open('Harbour at dawn');
    expect(requestsFor('/0.webm')).toHaveLength(0);
    await play();
    await playing();
    expect(requestsFor('/0.webm').length).toBeGreaterThan(0);
    await video().evaluate((film: HTMLVideoElement) => (film.currentTime = 3));
    await until('blue', () => video().evaluate(isBlue));
    expect(requestsFor('/0.webm').every(({ headers }) => headers.authorization === undefined)).toBe(true);
    expect(await violationsIn(window, everyRule)).toEqual([]);
    await window.getByRole('button', { name: 'Stop playing' }).click();
    expect(await video().count()).toBe(0);
  });

  it('lets go of the connection when the user stops, however much is still to come', async () => {
    const long = padded(redThenBlue, 400_000_000);
    let underWay = 0;
    server.serve('/1.webm', (request, response) => {
      underWay += 1;
      response.once('close', () => (underWay -= 1));
      seekable(long)(request, response);
    });
    await watch(1, 'Kite over dunes');
    await open('Kite over dunes');
    await play();
    await playing();
    expect(underWay).toBeGreaterThan(0);
    await window.getByRole('button', { name: 'Stop playing' }).click();
    await until('every connection to end', () => Promise.resolve(underWay === 0));
    expect(await focused()).toBe('Play here');
  });

  it('that leads to a page, or to nothing any more, is said in words, and another link plays', async () => {
    server.serve('/2.webm', htmlPage, answer(404, ''), seekable(redThenBlue));
    await watch(2, 'Night train');
    await open('Night train');
    await play();
    await window.getByText('The link leads to something that is not a video').waitFor();
    await play();
    await window.getByText('The link to this video has ended').waitFor();
    expect(await video().count()).toBe(0);
    await play();
    await playing();
    await window.keyboard.press('Escape');
    expect(await video().count()).toBe(0);
  });

  it('that no player here knows is said in words', async () => {
    server.serve('/3.webm', seekable(mp4Of(20_000)));
    await watch(3, 'Unknown codec');
    await open('Unknown codec');
    await play();
    await window.getByText('This kind of video cannot be played here').waitFor();
  });
});

describe('a saved result', () => {
  it('plays from its file when its link has ended', async () => {
    server.serve('/4.webm', seekable(padded(redThenBlue, 3_000_000)), answer(410, ''));
    await watch(4, 'Fishing pier');
    expect(await home.command(['save', idOf(4), '--to', folder])).toMatchObject({ code: 0 });
    const asked = requestsFor('/4.webm').length;
    await open('Fishing pier');
    await play();
    await playing();
    await video().evaluate((film: HTMLVideoElement) => (film.currentTime = 3));
    await until('blue', () => video().evaluate(isBlue));
    expect(requestsFor('/4.webm')).toHaveLength(asked);
  });

  it('is handed out in the pieces that are asked for', async () => {
    const source = await video().getAttribute('src');
    const whole = padded(redThenBlue, 3_000_000).length;
    const answers = await app.electron.evaluate(
      async ({ session }, { url }) => {
        const about = async (range: string) => {
          const got = await session.defaultSession.fetch(url, { headers: { range } });
          const { status, headers } = got;
          return [status, headers.get('content-range'), (await got.arrayBuffer()).byteLength];
        };
        return Promise.all(['bytes=100-199', 'bytes=-10', 'bytes=99999999-'].map(about));
      },
      { url: source ?? '' },
    );
    expect(answers).toEqual([
      [206, `bytes 100-199/${String(whole)}`, 100],
      [206, `bytes ${String(whole - 10)}-${String(whole - 1)}/${String(whole)}`, 10],
      [416, `bytes */${String(whole)}`, 0],
    ]);
  });

  it('is put on the clipboard as a file, which another program finds there', async () => {
    await window.getByRole('button', { name: 'Copy file' }).click();
    await window.getByText('File copied.').waitFor();
    const { path } = await saveOf(4);
    const pasted = execFileSync('xclip', ['-selection', 'clipboard', '-t', 'text/uri-list', '-o']);
    expect(pasted.toString()).toBe(`${pathToFileURL(path).href}\r\n`);
  });

  it('is dragged into another program from its row', async () => {
    await app.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents)
        contents.startDrag = ({ file, icon }) =>
          void Object.assign(globalThis, { dragged: [file, typeof icon === 'object' && icon.isEmpty()] });
    });
    await row('Fishing pier').locator('.thumb').dispatchEvent('dragstart');
    const { path } = await saveOf(4);
    await until('the drag', async () => {
      const dragged = await app.electron.evaluate(() => (globalThis as { dragged?: unknown }).dragged);
      return JSON.stringify(dragged) === JSON.stringify([path, false]);
    });
  });

  it('of a task that was removed has no address any more', async () => {
    const source = await video().getAttribute('src');
    expect(await statusOf(source ?? '')).toBe(200);
    await window.getByRole('button', { name: 'Remove', exact: true }).click();
    await until('the row to go', async () => (await row('Fishing pier').count()) === 0);
    expect(await statusOf(source ?? '')).toBe(404);
  });
});

describe('small pictures', () => {
  const colourOf = async (prompt: string): Promise<string> => {
    const picture = row(prompt).locator('.thumb img.loaded');
    await picture.waitFor();
    return picture.evaluate(colourIn);
  };
  const choosePictures = (choice: 'none' | 'saved' | 'all'): Promise<unknown> =>
    window.evaluate(
      (chosen) => (globalThis as unknown as { taskbell: Bridge }).taskbell.request('pictures:choose', chosen),
      choice,
    );

  it('are a frame of the saved file, with no host asked', async () => {
    server.serve('/5.webm', seekable(redThenBlue));
    server.serve('/5.png', seekable(green));
    await watch(5, 'Neon koi', { thumbnail_url: `${server.url}/5.png` });
    expect(await home.command(['save', idOf(5), '--to', folder])).toMatchObject({ code: 0 });
    expect(await colourOf('Neon koi')).toBe('red');
    expect(requestsFor('/5.png')).toHaveLength(0);
    const asked = requestsFor('/5.webm').length;
    expect(app.electron.windows()).toHaveLength(1);
    expect(readdirSync(join(home.folder, 'pictures'))).toHaveLength(1);
    expect(requestsFor('/5.webm')).toHaveLength(asked);
  });

  it('come from the link of the report once the user wants that, without the key', async () => {
    server.serve('/6.png', seekable(green));
    await watch(6, 'Snow leopard', { thumbnail_url: `${server.url}/6.png` });
    expect(requestsFor('/6.png')).toHaveLength(0);
    await choosePictures('all');
    expect(await colourOf('Snow leopard')).toBe('green');
    expect(requestsFor('/6.png')).toHaveLength(1);
    expect(JSON.stringify(requestsFor('/6.png')[0]?.headers)).not.toContain(gateway.key);
  });

  it('that are broken or no pictures cost nothing but the picture', async () => {
    server.serve('/7.png', seekable(Buffer.concat([green.subarray(0, 60), Buffer.alloc(500)])));
    server.serve('/8.png', htmlPage);
    await watch(7, 'Broken picture', { thumbnail_url: `${server.url}/7.png` });
    await watch(8, 'Page for a picture', { thumbnail_url: `${server.url}/8.png` });
    await until('both to be asked for', () =>
      Promise.resolve(requestsFor('/7.png').length === 1 && requestsFor('/8.png').length === 1),
    );
    server.serve('/9.png', seekable(green));
    await watch(9, 'Whole picture', { thumbnail_url: `${server.url}/9.png` });
    expect(await colourOf('Whole picture')).toBe('green');
    expect(await row('Broken picture').locator('.thumb img.loaded').count()).toBe(0);
    expect(await row('Page for a picture').locator('.thumb svg').count()).toBe(1);
  });

  it('that stop in the middle hold up no other', async () => {
    server.serve('/10.png', stallAfter(60, { bytes: green, takesRanges: false }));
    server.serve('/11.png', seekable(green));
    await watch(10, 'Stalled picture', { thumbnail_url: `${server.url}/10.png` });
    await until('it to be asked for', () => Promise.resolve(requestsFor('/10.png').length === 1));
    await watch(11, 'Next picture', { thumbnail_url: `${server.url}/11.png` });
    expect(await colourOf('Next picture')).toBe('green');
    expect(await row('Stalled picture').locator('.thumb img.loaded').count()).toBe(0);
  });

  it('are gone from list and disk at once when the user wants none', async () => {
    await choosePictures('none');
    await until('the list to be without', async () => (await window.locator('.thumb img').count()) === 0);
    await until('the folder to go', () => Promise.resolve(!existsSync(join(home.folder, 'pictures'))));
  });
});

describe('a gateway that hands out its videos only with the key', () => {
  it('gets the key for what is played, and the host that it redirects to does not', async () => {
    const host = await createFileServer();
    const key = 'sk-keyed-0123456789abcdef';
    const id = 'task_keyed_1';
    const about = { id, object: 'video', status: 'completed', progress: 100, model: 'sora-2' };
    const content = `/v1/videos/${id}/content`;
    server.serve(
      `/v1/videos/${id}`,
      answer(200, JSON.stringify(about), { 'content-type': 'application/json' }),
    );
    server.serve(content, redirectTo(`${host.url}/far.webm`));
    host.serve('/far.webm', seekable(redThenBlue));
    const add = ['gateway', 'add', 'Keyed', '--url', server.url, '--dialect', 'openai-videos', '--key-stdin'];
    await home.command(add, key);
    await home.command(['watch', id, '--gateway', 'Keyed']);
    const keyed = row(id).filter({ hasText: 'Ready' });
    await keyed.waitFor();
    await keyed.click();
    await play();
    await playing();
    const authorizations = requestsFor(content).map(({ headers }) => headers.authorization);
    expect(new Set(authorizations)).toEqual(new Set([`Bearer ${key}`]));
    expect(host.requests.length).toBeGreaterThan(1);
    expect(JSON.stringify(host.requests.map(({ headers }) => headers))).not.toContain(key);
    await host.close();
  });
});

describe('an address in the window’s own origin', () => {
  it.each([
    'results/no-such-task',
    'results/..%2f..%2fetc%2fpasswd',
    'results/%2e%2e%2fkeys.taskbell',
    'results/%00',
    'results/a/b',
    'pictures/..%2fwatchlist.sqlite',
    'pictures/',
  ])('leads to nothing but a task of the list that is played: %s', async (path) => {
    expect(await statusOf(`app://taskbell/${path}`)).toBe(404);
  });
});

const isBlue = (film: HTMLVideoElement): boolean => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const drawing = canvas.getContext('2d');
  drawing?.drawImage(film, 0, 0, 1, 1);
  const [red = 0, , blue = 0] = drawing?.getImageData(0, 0, 1, 1).data ?? [];
  return blue > 200 && red < 60;
};

const colourIn = (picture: HTMLElement): string => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const drawing = canvas.getContext('2d');
  if (picture instanceof HTMLImageElement) drawing?.drawImage(picture, 0, 0, 1, 1);
  const [red = 0, lime = 0] = drawing?.getImageData(0, 0, 1, 1).data ?? [];
  return red > 180 && lime < 80 ? 'red' : lime > 180 && red < 80 ? 'green' : 'neither';
};
