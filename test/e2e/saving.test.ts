import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSession, type DesktopSession } from '../desktop/desktop-session.ts';
import { pressNotificationButton, waitForNotification } from '../desktop/received-notifications.ts';
import { startDesktopWithout, type ThrowAwayDesktop } from '../desktop/throw-away-desktop.ts';
import { startScriptedFileManager, type ScriptedFileManager } from '../desktop/scripted-file-manager.ts';
import { until } from '../desktop/until.ts';
import {
  answer,
  createFileServer,
  cutAfter,
  file,
  page,
  redirectTo,
  stallAfter,
  type FileServer,
} from '../gateway/file-server.ts';
import { createGateway, type TestGateway } from '../gateway/gateway.ts';
import { green } from '../gateway/media.ts';
import { json, running } from '../gateway/replies.ts';
import { mp4Of } from '../gateway/videos.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

const idOf = (index: number): string => `sora-2:task_01k6x15vhrff09dkkqjrzwhs${String(10 + index)}`;
const served = { bytes: mp4Of(3_000_000), etag: '"v1"' };

let desktop: ThrowAwayDesktop;
let session: DesktopSession;
let fileManager: ScriptedFileManager;
let gateway: TestGateway;
let server: FileServer;
let home: TaskbellHome;
let app: RunningApp;
let folder = '';
let programs = '';

/** What opens files on this desktop, as a shell script. */
const opener = (script: string): void =>
  writeFileSync(join(programs, 'xdg-open'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });

beforeAll(async () => {
  desktop = await startDesktopWithout();
  session = openSession(desktop.environment);
  fileManager = await startScriptedFileManager(desktop.environment['DBUS_SESSION_BUS_ADDRESS'] ?? '');
  gateway = await createGateway();
  server = await createFileServer();
  programs = mkdtempSync(join(tmpdir(), 'taskbell-programs-'));
  home = createTaskbellHome({
    ...desktop.environment,
    PATH: `${programs}:${desktop.environment['PATH'] ?? ''}`,
  });
  folder = mkdtempSync(join(tmpdir(), 'taskbell-videos-'));
  app = await home.launch();
});
afterAll(async () => {
  await app.quit();
  await Promise.all([gateway.close(), server.close()]);
  home.remove();
  for (const made of [folder, programs]) rmSync(made, { recursive: true, force: true });
  session.close();
  fileManager.die();
  await desktop.end();
});

const ready =
  (index: number, prompt: string, given: object = {}) =>
  () =>
    json({
      id: idOf(index),
      status: 'completed',
      video_url: `${server.url}/${String(index)}.mp4`,
      detail: { input: { model: 'sora-2', prompt } },
      ...given,
    });

interface Listed {
  readonly remoteId: string;
  readonly phase: string;
  readonly save: { readonly state: string; readonly path: string | null; readonly bytes: number } | null;
  readonly otherSaves: readonly { readonly kind: string; readonly path: string | null }[];
}

const listed = async (index: number): Promise<Listed | undefined> => {
  const { stdout } = await home.command(['list', '--json']);
  return (JSON.parse(stdout) as Listed[]).find(({ remoteId }) => remoteId === idOf(index));
};

/** The tests of this file are one story. */
describe('someone whose videos must not be lost', () => {
  it('switches saving on in the settings, with a folder', async () => {
    await home.command(['gateway', 'add', 'Studio', '--url', gateway.url, '--key-stdin'], gateway.key);
    const window = await app.window();
    await window.getByRole('button', { name: 'Settings' }).click();
    await window.getByLabel('Save into the folder').fill(folder);
    await window.getByLabel('Save into the folder').blur();
    await window.getByLabel('Save results when they are ready').check();
    await window.getByLabel('Its thumbnail').check();
    await window.getByRole('button', { name: 'Back' }).click();
    await app.lookAway();
  });

  it('finds a video on the disk once it is ready, and its notification leads to the file', async () => {
    server.serve('/0.mp4', file(served));
    server.serve('/0.webp', file({ bytes: green }));
    const thumbnail = { thumbnail_url: `${server.url}/0.webp` };
    gateway.script(idOf(0), [running(0.5), ready(0, 'Harbour at dawn', thumbnail)]);
    await home.command(['watch', idOf(0)]);
    await until('a first answer', async () => (await listed(0))?.phase === 'running');
    await home.command(['check', idOf(0)]);
    await until('the file to be there', async () => (await listed(0))?.save?.state === 'saved');
    const path = (await listed(0))?.save?.path ?? '';
    expect(path).toMatch(/Harbour at dawn\.mp4$/);
    expect(readFileSync(path).equals(served.bytes)).toBe(true);
    await until('its thumbnail too', async () => typeof (await listed(0))?.otherSaves[0]?.path === 'string');
    const thumbnailPath = path.replace(/mp4$/, 'png');
    expect((await listed(0))?.otherSaves).toMatchObject([{ kind: 'thumbnail', path: thumbnailPath }]);
    expect(readFileSync(thumbnailPath).equals(green)).toBe(true);
    expect(readdirSync(folder)).toHaveLength(2);

    const told = await waitForNotification(
      'saved',
      ({ summary }) => summary === 'Video saved',
      desktop.environment,
    );
    expect(told.body).toContain('Harbour at dawn.mp4');
    await pressNotificationButton(session, 'Show in folder', desktop.environment);
    await until('the file manager to be asked', () => Promise.resolve(fileManager.shown.length > 0));
    expect(fileManager.shown).toEqual([pathToFileURL(path).href]);
  });

  it('opens it from the command line, also in a program that stays open', async () => {
    opener(`printf %s "$1" > ${programs}/opened; exec sleep 60`);
    expect(await home.command(['open', idOf(0)])).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(join(programs, 'opened'), 'utf8')).toBe((await listed(0))?.save?.path);
  });

  it('hears at once that no program opens it', async () => {
    opener('exit 3');
    const opened = await home.command(['open', idOf(0)]);
    expect(opened.code).toBe(1);
    expect(opened.stderr).toContain('No program of this computer opened the video.');
  });

  it('has a video whose save was killed with signal 9 in the middle, from where it stopped', async () => {
    server.serve('/1.mp4', stallAfter(1_500_000, served), file(served));
    gateway.script(idOf(1), [running(0.5), ready(1, 'Kite over dunes')]);
    await home.command(['watch', idOf(1)]);
    await until('a first answer', async () => (await listed(1))?.phase === 'running');
    await home.command(['check', idOf(1)]);
    const part = (): string => readdirSync(folder).find((name) => name.endsWith('.part')) ?? '';
    await until('half of it to be there', () => {
      const path = join(folder, part());
      return Promise.resolve(part() !== '' && existsSync(path) && statSync(path).size > 500_000);
    });
    await app.kill();
    app = await home.launch('--hidden');
    await until('the file to be there', async () => (await listed(1))?.save?.state === 'saved');
    const path = (await listed(1))?.save?.path ?? '';
    expect(readFileSync(path).equals(served.bytes)).toBe(true);
    expect(part()).toBe('');
    expect(server.requests.at(-1)?.headers.range).toMatch(/^bytes=\d{6,7}-$/);
  });

  it('saves another by a command, over a connection that is cut', async () => {
    server.serve('/2.mp4', cutAfter(1_000_000, served), file(served));
    gateway.script(idOf(2), [ready(2, 'Night train')]);
    await home.command(['watch', idOf(2)]);
    await until('it to be ready', async () => (await listed(2))?.phase === 'succeeded');
    const saved = await home.command(['save', idOf(2)]);
    // That the connection was cut is said only where the next try has not begun yet.
    expect(saved).toMatchObject({ code: 0 });
    expect(readFileSync(saved.stdout.trim()).equals(served.bytes)).toBe(true);
  });
});

describe('a gateway that hands out its videos only with the key', () => {
  const id = 'task_keyed_1';
  const content = `/v1/videos/${id}/content`;
  const key = 'sk-keyed-0123456789abcdef';
  const keysSeen = (one: FileServer, path: string) =>
    one.requests.filter(({ url }) => url === path).map(({ headers }) => headers.authorization);

  it('gets the key for the video, and the host that it redirects to does not', async () => {
    const host = await createFileServer();
    const about = { id, object: 'video', status: 'completed', progress: 100, model: 'sora-2' };
    server.serve(
      `/v1/videos/${id}`,
      answer(200, JSON.stringify(about), { 'content-type': 'application/json' }),
    );
    server.serve(content, redirectTo(`${host.url}/far.mp4`));
    host.serve('/far.mp4', page, file(served));
    await home.command(
      ['gateway', 'add', 'Keyed', '--url', server.url, '--dialect', 'openai-videos', '--key-stdin'],
      key,
    );
    await home.command(['watch', id, '--gateway', 'Keyed']);
    const saved = () => home.command(['save', id]);
    await until('it to be ready', async () => !(await saved()).stderr.includes('not ready'));
    expect((await saved()).code).toBe(0);
    expect(keysSeen(server, content)).toContain(`Bearer ${key}`);
    expect(keysSeen(host, '/far.mp4').length).toBeGreaterThan(1);
    expect(keysSeen(host, '/far.mp4').every((seen) => seen === undefined)).toBe(true);
    expect(host.requests[0]?.headers['accept-encoding']).toBe('identity');
    expect(JSON.stringify(host.requests[0]?.headers)).not.toContain(key);
    await host.close();
  });
});
