import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bridge } from '../../electron/shared/bridge.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

let home: TaskbellHome;
let app: RunningApp;
let page: Page;
let outside: Server;
let outsideUrl: string;
const reached: string[] = [];

beforeAll(async () => {
  outside = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').end('outside');
  });
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  outsideUrl = `http://127.0.0.1:${String((outside.address() as AddressInfo).port)}`;
  home = createTaskbellHome();
  app = await home.launch();
  page = await app.window();
  await page.getByText('Taskbell').first().waitFor();
});
afterAll(async () => {
  await app.quit();
  outside.close();
  home.remove();
});

/** What the page would do that a hostile answer had taken over. */
describe('the page of the window', () => {
  it('has nothing of Node, and only the bridge of Taskbell', async () => {
    const found = await page.evaluate(() => {
      const world = globalThis as unknown as Record<string, unknown>;
      const names = ['require', 'process', 'Buffer', 'module', 'electron', 'ipcRenderer'];
      return names.filter((name) => world[name] !== undefined);
    });
    expect(found).toEqual([]);
  });

  it('has no safe default undone', async () => {
    const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
    expect(preferences['webSecurity']).not.toBe(false);
    for (const loosened of ['webviewTag', 'allowRunningInsecureContent', 'experimentalFeatures'])
      expect(preferences[loosened] ?? false, loosened).toBe(false);
    expect(preferences['enableBlinkFeatures'] ?? '').toBe('');
  });

  it('runs no text as code and takes no raw HTML', async () => {
    const ran = await page.evaluate(async () => {
      // What DevTools evaluates may evaluate; what comes later is the page's own.
      await new Promise((resolve) => setTimeout(resolve));
      const tries: Record<string, () => unknown> = {
        eval: () => (globalThis.eval as (text: string) => unknown)('1 + 1'),
        function: () => Reflect.construct(Function, ['return 1']),
        html: () => {
          document.createElement('div').innerHTML = '<b>x</b>';
        },
        script: () => {
          document.createElement('script').src = 'https://a.example/x.js';
        },
      };
      return Object.entries(tries).flatMap(([name, attempt]) => {
        try {
          attempt();
          return [name];
        } catch {
          return [];
        }
      });
    });
    expect(ran).toEqual([]);
  });

  it('reaches no address, not even on this machine', async () => {
    const answers = await page.evaluate(async (url) => {
      const image = new Promise<string>((resolve) => {
        const element = new Image();
        element.onload = () => resolve('loaded');
        element.onerror = () => resolve('refused');
        element.src = `${url}/image.png`;
      });
      const fetched = fetch(`${url}/fetch`).then(
        () => 'answered',
        () => 'refused',
      );
      const socket = new Promise<string>((resolve) => {
        try {
          const opened = new WebSocket(url.replace('http', 'ws'));
          opened.onopen = () => resolve('open');
          opened.onerror = () => resolve('refused');
        } catch {
          resolve('refused');
        }
      });
      return Promise.all([image, fetched, socket]);
    }, outsideUrl);
    expect(answers).toEqual(['refused', 'refused', 'refused']);
    // It is there for others.
    await fetch(`${outsideUrl}/control`);
    expect(reached).toEqual(['/control']);
  });

  it('goes nowhere else, opens no window, frame or webview, and downloads nothing', async () => {
    const before = page.url();
    await page.evaluate((url) => {
      window.open(`${url}/window`);
      for (const [target, download] of [
        ['_self', null],
        ['_blank', null],
        ['_self', 'file.mp4'],
      ] as const) {
        const link = document.createElement('a');
        link.href = `${url}/link`;
        link.target = target;
        if (download !== null) link.download = download;
        document.body.append(link);
        link.click();
        link.remove();
      }
      const frame = document.createElement('iframe');
      frame.src = `${url}/frame`;
      const view = document.createElement('webview');
      view.setAttribute('src', `${url}/webview`);
      document.body.append(frame, view);
    }, outsideUrl);
    // A second page load would have begun by the time that a round trip through the main process takes.
    await app.electron.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(page.url()).toBe(before);
    expect(app.electron.windows()).toHaveLength(1);
    expect(reached).toEqual(['/control']);
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('iframe, webview')) element.remove();
    });
  });

  it('is refused what it asks too often, which holds nobody else up', async () => {
    const { refused, others } = await page.evaluate(async () => {
      const bridge = Reflect.get(globalThis, 'taskbell') as Bridge;
      const answers = await Promise.allSettled(
        Array.from({ length: 1000 }, () => bridge.request('tasks:open-video', 'none')),
      );
      const view = await bridge.request('watchlist:read');
      return {
        refused: answers.flatMap((answer) => (answer.status === 'rejected' ? [String(answer.reason)] : [])),
        others: view.tasks,
      };
    });
    expect(refused.length).toBeGreaterThan(900);
    expect(refused.at(-1)).toContain('tasks:open-video: refused, too many messages at once');
    expect(others).toEqual([]);
    expect(await home.command(['list'])).toMatchObject({ code: 0 });
  });

  it('is granted no permission', async () => {
    const states = await page.evaluate(async () => {
      const names = ['notifications', 'geolocation', 'camera', 'microphone', 'clipboard-read', 'midi'];
      const asked = await Promise.all(
        names.map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then(
            ({ state }) => state as string,
            () => 'denied',
          ),
        ),
      );
      return [...asked, await Notification.requestPermission()];
    });
    expect(new Set(states)).toEqual(new Set(['denied']));
  });
});

describe('a page that is not Taskbell’s', () => {
  it('gets no answer, though it has the same bridge', async () => {
    const answer = await app.electron.evaluate(async ({ app: electron, BrowserWindow }) => {
      const preload = `${electron.getAppPath()}/out/preload.cjs`;
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await other.loadURL('data:text/html,<title>Other</title>');
      const asked = (await other.webContents.executeJavaScript(
        `taskbell.request('watchlist:read').then(() => 'answered', (error) => error.message)`,
      )) as string;
      other.destroy();
      return asked;
    });
    expect(answer).toContain('the sender is not Taskbell’s window');
  });
});

describe('the app’s own scheme', () => {
  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/..%5cpackage.json',
    '/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc/passwd',
    '//etc/passwd',
    '/assets/../../main.cjs',
    '/index.html%00.png',
  ])('gives nothing from outside its folder: %s', async (path) => {
    const status = await app.electron.evaluate(
      ({ net }, url) =>
        net.fetch(url).then(
          ({ status: code }) => code,
          () => 0,
        ),
      `app://taskbell${path}`,
    );
    expect(status).not.toBe(200);
  });

  it('answers for no other host', async () => {
    const status = await app.electron.evaluate(({ net }) =>
      net.fetch('app://elsewhere/index.html').then(
        ({ status: code }) => code,
        () => 0,
      ),
    );
    expect(status).not.toBe(200);
  });
});
