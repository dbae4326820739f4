import type { ElectronApplication } from 'playwright';

/** Keeps everything that the main process sends to windows from now on: answers and events, as JSON. */
export const recordIpc = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate(({ ipcMain, app }) => {
    const sent: string[] = [];
    Object.assign(globalThis, { sentToWindows: sent });
    // Electron offers no way to listen in on `handle`; should the field go, the test fails and says so.
    const { _invokeHandlers: handlers } = ipcMain as unknown as {
      _invokeHandlers: Map<string, (...args: unknown[]) => unknown>;
    };
    const set = handlers.set.bind(handlers);
    // Those of the page are set with the first window.
    handlers.set = (channel, handler) =>
      set(channel, async (...args) => {
        const answer = await handler(...args);
        sent.push(`${channel} ${JSON.stringify(answer)}`);
        return answer;
      });
    for (const [channel, handler] of [...handlers]) handlers.set(channel, handler);
    app.on('web-contents-created', (_event, contents) => {
      const send = contents.send.bind(contents);
      contents.send = (channel: string, ...args: unknown[]) => {
        sent.push(`${channel} ${JSON.stringify(args)}`);
        send(channel, ...args);
      };
    });
  });

/** What was sent, oldest first, one message an entry. */
export const recordedIpc = (electron: ElectronApplication): Promise<readonly string[]> =>
  electron.evaluate(() => (globalThis as unknown as { sentToWindows: string[] }).sentToWindows);
