import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { notAsNode, openSession, type DesktopSession } from '../desktop/desktop-session.ts';
import { waitForTrayItem } from '../desktop/tray-item.ts';
import { clickMenuEntry, flattened, waitForMenu, readMenu } from '../desktop/tray-menu.ts';
import { until } from '../desktop/until.ts';

/** A package of our own: what was packaged, with an address that newer versions come from, run as an AppImage is. */
const folder = mkdtempSync(join(tmpdir(), 'updating-'));
const program = join(folder, 'taskbell');
const image = join(folder, 'Taskbell.AppImage');
const older = '#!/bin/sh\necho older\n';
// The new image is run once, to settle in.
const newer = `#!/bin/sh\ntouch '${join(folder, 'newer-was-run')}'\n`;

let session: DesktopSession;
let server: Server;
let asked: string[];
let offered: string | null;
let checksum: string;

beforeAll(async () => {
  cpSync(process.env['TASKBELL_UNPACKED'] ?? '', folder, { recursive: true });
  session = openSession();
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://here.invalid');
    asked.push(pathname);
    if (pathname === '/Taskbell-9.9.9.AppImage') response.end(newer);
    else if (offered !== null && pathname === '/latest-linux.yml') response.end(offered);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  writeFileSync(
    join(folder, 'resources/app-update.yml'),
    `provider: generic\nurl: http://127.0.0.1:${String(port)}/\nupdaterCacheDirName: taskbell-updater\n`,
  );
});
afterAll(() => {
  server.close();
  session.close();
  rmSync(folder, { recursive: true, force: true });
});

const metadata = (): string =>
  `version: 9.9.9\nfiles:\n  - url: Taskbell-9.9.9.AppImage\n    sha512: ${checksum}\n    size: ${String(newer.length)}\npath: Taskbell-9.9.9.AppImage\nsha512: ${checksum}\nreleaseDate: '2026-11-24T00:00:00.000Z'\n`;

let ended: Promise<unknown>;
const launch = async (asImage: boolean) => {
  asked = [];
  writeFileSync(image, older, { mode: 0o755 });
  const home = join(folder, `home-${String(Math.random())}`);
  mkdirSync(home);
  const leading = process.env['TASKBELL_NO_SANDBOX'] === '1' ? ['--no-sandbox'] : [];
  const child = spawn(program, [...leading, '--hidden'], {
    stdio: 'ignore',
    env: {
      ...notAsNode(process.env),
      TASKBELL_HOME: join(home, 'data'),
      XDG_CACHE_HOME: home,
      ...(asImage ? { APPIMAGE: image } : {}),
    },
  });
  ended = once(child, 'exit');
  const tray = await waitForTrayItem(session, child.pid);
  return {
    tray,
    quit: async () => {
      await clickMenuEntry(session, tray, 'Quit Taskbell');
      await ended;
    },
    said: async () => flattened(await readMenu(session, tray)).map(({ label }) => label),
  };
};

afterEach(async () => {
  await ended;
});

describe('a newer version on the server', () => {
  it('is brought, told in the tray, and put in place when Taskbell quits, not before', async () => {
    checksum = createHash('sha512').update(newer).digest('base64');
    offered = metadata();
    const app = await launch(true);
    await waitForMenu(session, app.tray, 'the newer version', (entries) =>
      entries.some(({ label }) => label === 'Version 9.9.9 is ready; it is put in place when you quit'),
    );
    expect(readFileSync(image, 'utf8')).toBe(older);
    await app.quit();
    expect(readFileSync(image, 'utf8')).toBe(newer);
    expect(existsSync(join(folder, 'newer-was-run'))).toBe(true);
  });

  it('is not used when it is not what its description says', async () => {
    checksum = createHash('sha512').update('something else').digest('base64');
    offered = metadata();
    const app = await launch(true);
    await until('the file to be asked for', () => asked.includes('/Taskbell-9.9.9.AppImage'), 30_000);
    await app.quit();
    expect(readFileSync(image, 'utf8')).toBe(older);
  });

  it('is only told by a package that is no AppImage', async () => {
    checksum = createHash('sha512').update(newer).digest('base64');
    offered = metadata();
    const app = await launch(false);
    await waitForMenu(session, app.tray, 'the newer version', (entries) =>
      entries.some(({ label }) => label === 'Version 9.9.9 is there; get it where you got this one'),
    );
    await app.quit();
    expect(asked).toEqual(['/latest-linux.yml']);
    expect(readFileSync(image, 'utf8')).toBe(older);
  });
});

it('a server that has nothing disturbs nobody', async () => {
  offered = null;
  const app = await launch(true);
  await until('the server to be asked', () => asked.length > 0, 30_000);
  expect((await app.said()).filter((label) => label.includes('Version'))).toEqual([]);
  await app.quit();
  expect(readFileSync(image, 'utf8')).toBe(older);
});
