import { BrowserWindow, session, type Session } from 'electron';
import type { DrawingPage, Drawn } from './picture-maker.ts';

const pageUrl = 'app://picture/page';

/**
 * Draws what strangers made in a process that has nothing else: no preload, no network, no storage, and no page but a
 * blank one. One page at a time: they share where their bytes come from.
 */
export const createDrawingPages = (): ((drawn: Drawn) => DrawingPage) => {
  let current: Drawn | null = null;
  let apart: Session | null = null;
  const own = (): Session => (apart ??= sessionApart(() => current));

  return (drawn) => {
    current = drawn;
    const window = new BrowserWindow({
      show: false,
      width: 64,
      height: 64,
      skipTaskbar: true,
      focusable: false,
      webPreferences: {
        session: own(),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        backgroundThrottling: false,
        spellcheck: false,
      },
    });
    const { webContents } = window;
    return {
      picture: window
        .loadURL(pageUrl)
        .then((): Promise<unknown> =>
          webContents.executeJavaScript(`(${draw})(${JSON.stringify(drawn.kind)})`),
        ),
      gone: new Promise<void>((resolve) => webContents.once('render-process-gone', () => resolve())),
      close: () => {
        current = null;
        window.destroy();
      },
    };
  };
};

const policy = "default-src 'none'; img-src 'self'; media-src 'self'";

const sessionApart = (current: () => Drawn | null): Session => {
  const apart = session.fromPartition('pictures', { cache: false });
  apart.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  apart.setPermissionCheckHandler(() => false);
  apart.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !url.startsWith('app://picture/') }),
  );
  apart.protocol.handle('app', async ({ url, headers }) => {
    if (url === pageUrl)
      return new Response('<!doctype html>', {
        headers: { 'Content-Type': 'text/html', 'Content-Security-Policy': policy },
      });
    const drawn = current();
    if (url !== 'app://picture/source' || drawn === null) return new Response(null, { status: 404 });
    return drawn.respond(headers.get('range'));
  });
  return apart;
};

/** Runs in the maker's page. A picture of more than 64 million points would take gigabytes to draw. */
const draw = `async (kind) => {
  const element = document.createElement(kind === 'image' ? 'img' : 'video');
  const heard = (good) =>
    new Promise((resolve, reject) => {
      element.addEventListener(good, resolve, { once: true });
      element.addEventListener('error', reject, { once: true });
    });
  const loaded = heard(kind === 'image' ? 'load' : 'loadeddata');
  element.muted = true;
  element.preload = 'auto';
  element.src = 'app://picture/source';
  await loaded;
  if (kind === 'video' && element.duration > 0.2 && element.duration < Infinity) {
    const moved = heard('seeked');
    element.currentTime = Math.min(1, element.duration / 2);
    await moved;
  }
  const width = element.naturalWidth || element.videoWidth;
  const height = element.naturalHeight || element.videoHeight;
  if (!(width * height > 0 && width * height <= 64_000_000)) return null;
  const scale = Math.min(1, 480 / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext('2d').drawImage(element, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/jpeg', 0.8);
}`;
