import { userInfo } from 'node:os';
import type { Page } from 'playwright';
import { askApp } from '../../../electron/cli/control-client.ts';
import { controlAddress } from '../../../electron/cli/control-address.ts';
import { until } from '../../desktop/until.ts';
import type { RunningApp, TaskbellHome } from '../../e2e/running-app.ts';

/** Opening the window, from asking the app for it to the first rows on the screen, in ms. */
export interface OpeningFigures {
  /** The first window since the app started. */
  readonly coldMs: number;
  /** A window that was hidden a moment ago. */
  readonly hiddenMs: number;
  /** A window whose process was given back, as happens a while after it was hidden. */
  readonly givenBackMs: number;
}

declare global {
  /** When the first row was painted (wall clock ms); for the page that is measured. */
  var rowsPaintedAt: number | undefined;
}

/** Runs in the page before anything else of it. */
const notePaintedRows = (): void => {
  const look = (): void => {
    if (document.querySelector('[role=option]') === null) return void requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (globalThis.rowsPaintedAt = performance.timeOrigin + performance.now());
    // A frame is painted right after its callbacks, and a message is handled after that.
    requestAnimationFrame(() => port2.postMessage(null));
  };
  requestAnimationFrame(look);
};

export const measureOpening = async (home: TaskbellHome, app: RunningApp): Promise<OpeningFigures> => {
  const address = controlAddress({
    dataFolder: home.folder,
    platform: process.platform,
    user: userInfo().username,
  });
  await app.electron.context().addInitScript(notePaintedRows);
  const open = async (): Promise<number> => {
    const askedAt = Date.now();
    await askApp(address, 'app.open', {});
    return askedAt;
  };
  const openAnew = async (): Promise<number> => {
    const askedAt = await open();
    const page = await app.window();
    return (await paintedAt(page)) - askedAt;
  };

  const coldMs = await openAnew();
  const page = await app.window();
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const shown = app.electron.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => BrowserWindow.getAllWindows()[0]?.once('show', resolve)),
  );
  const askedAt = await open();
  await shown;
  const hiddenMs = (await page.evaluate(nextPaint)) - askedAt;

  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.destroy());
  await until('the window to be gone', () => app.electron.windows().length === 0);
  return { coldMs, hiddenMs, givenBackMs: await openAnew() };
};

/** When the next frame is painted. Runs in the page. */
const nextPaint = (): Promise<number> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
    requestAnimationFrame(() => port2.postMessage(null));
  });

const paintedAt = (page: Page): Promise<number> =>
  until('painted rows', () => page.evaluate(() => globalThis.rowsPaintedAt ?? null));
