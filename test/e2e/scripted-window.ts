import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Page } from 'playwright';
import { channels } from '../../electron/ipc/answering.ts';
import type { EventChannel, Events, RequestChannel } from '../../electron/shared/ipc-contract.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { createTaskbellHome, type RunningApp } from './running-app.ts';

/** The built window behind its real preload, over answers that a test gives: any screen can be brought about. */
export interface ScriptedWindow {
  readonly app: RunningApp;
  readonly page: Page;
  /** Loads the window anew over these answers. */
  load(bridge: FakeBridge): Promise<void>;
  send<Channel extends EventChannel>(channel: Channel, payload: Events[Channel]): Promise<void>;
  /** In CSS pixels, at a zoom: a window twice as large, at a zoom of 2, shows as much. */
  resize(width: number, height: number, zoom?: number): Promise<void>;
  end(): Promise<void>;
}

/** `now` is the time that stands still in the window, wall clock ms. */
export const openScriptedWindow = async (now: number): Promise<ScriptedWindow> => {
  let bridge = new FakeBridge();
  let stopForwarding = (): void => undefined;
  const server = createServer((request, response) => {
    void answerOf(request, bridge).then(
      (answer) => response.end(answer),
      () => response.writeHead(500).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const home = createTaskbellHome();
  const app = await home.launch();
  const page = await app.window();
  // A load that breaks off another one would pass for a page that never came.
  await page.waitForLoadState('load');
  await page.clock.setFixedTime(now);
  await app.electron.evaluate(answerFrom, { url, asked: channels });

  const send: ScriptedWindow['send'] = (channel, payload) =>
    app.electron.evaluate(
      ({ BrowserWindow }, sent) =>
        BrowserWindow.getAllWindows()[0]?.webContents.send(sent.channel, sent.payload),
      { channel, payload },
    );
  return {
    app,
    page,
    send,
    load: async (next) => {
      stopForwarding();
      bridge = next;
      stopForwarding = next.on('watchlist:patched', (patch) => void send('watchlist:patched', patch));
      await page.evaluate(() => localStorage.clear());
      await page.reload();
      await page.locator('.page, [role=alert]').first().waitFor();
    },
    resize: async (width, height, zoom = 1) => {
      await app.electron.evaluate(
        ({ BrowserWindow }, size) => {
          const window = BrowserWindow.getAllWindows()[0];
          window?.webContents.setZoomFactor(size.zoom);
          window?.setContentSize(size.width * size.zoom, size.height * size.zoom);
        },
        { width, height, zoom },
      );
      await page.waitForFunction((size) => innerWidth === size.width && innerHeight === size.height, {
        width,
        height,
      });
      // What depends on the width follows with the next frame.
      await page.evaluate(
        () =>
          new Promise<void>((done) => {
            requestAnimationFrame(() => requestAnimationFrame(() => done()));
          }),
      );
    },
    end: async () => {
      stopForwarding();
      await app.quit();
      server.close();
      home.remove();
    },
  };
};

/** Runs in the main process: asks the test in place of Taskbell. */
const answerFrom = (
  { ipcMain }: typeof Electron.CrossProcessExports,
  { url, asked }: { readonly url: string; readonly asked: readonly RequestChannel[] },
): void => {
  for (const channel of asked) {
    ipcMain.removeHandler(channel);
    ipcMain.handle(channel, async (_event, ...args: unknown[]) => {
      const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ channel, args }) });
      return ((await answer.json()) as { readonly value?: unknown }).value;
    });
  }
};

const answerOf = async (request: IncomingMessage, bridge: FakeBridge): Promise<string> => {
  const { channel, args } = JSON.parse(await text(request)) as {
    readonly channel: RequestChannel;
    readonly args: readonly never[];
  };
  const ask = bridge.request.bind(bridge) as (name: RequestChannel, ...given: never[]) => Promise<unknown>;
  return JSON.stringify({ value: await ask(channel, ...args) });
};
