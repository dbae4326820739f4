import { BrowserWindow, nativeImage, nativeTheme } from 'electron';
import type { Cancel, Clock, WindowHost } from '../core/ports.ts';
import type { EventChannel, Events } from '../shared/ipc-contract.ts';
import type { Route } from '../shared/route.ts';
import { words } from '../shared/language/spoken.ts';

export interface WindowSetup {
  readonly clock: Clock;
  readonly pageUrl: string;
  readonly preload: string;
  readonly icon: string;
  /** For the task bar of Windows, while there is news. */
  readonly overlayIcon: string;
  /** Whether the user has already been told that closing only hides. */
  readonly hidingIsExplained: () => boolean;
  /** Whether a tray item can bring a hidden window back. */
  readonly canHide: () => boolean;
  /** Called once, before there is a window: what only a window needs. */
  readonly beforeFirst: () => void;
}

export interface ElectronWindow extends WindowHost {
  /** Hides the window; after a while without it, its process is given back. */
  hide(): void;
  send<Channel extends EventChannel>(channel: Channel, payload: Events[Channel]): void;
  /** The page has said this news. */
  noteSaid(id: string): void;
  /** Unseen endings, on the window's button in the task bar. Windows only. */
  showNews(count: number): void;
  /** From now on closing really closes. */
  letGo(): void;
}

/** A hidden window costs a process; opening again within this time is instant. */
const destroyAfterMs = 60_000;

/** A page that has not said it by then does not, and the desktop does instead. */
const longestSayMs = 500;

/** The one window. It does not exist until it is asked for. */
export const createElectronWindow = (setup: WindowSetup): ElectronWindow => {
  let window: BrowserWindow | null = null;
  let loaded = false;
  let pendingRoute: Route | null = null;
  let leaving = false;
  let isFirst = true;
  let cancelDestroy: Cancel = () => undefined;
  let news = 0;

  const create = (): BrowserWindow => {
    if (isFirst) setup.beforeFirst();
    isFirst = false;
    const created = new BrowserWindow({
      width: 860,
      height: 680,
      minWidth: 360,
      minHeight: 420,
      title: 'Taskbell',
      icon: setup.icon,
      show: false,
      autoHideMenuBar: true,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#161618' : '#f6f6f4',
      webPreferences: {
        preload: setup.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
      },
    });
    loaded = false;
    created.webContents.once('did-finish-load', () => {
      loaded = true;
      if (pendingRoute !== null) send('window:navigate', pendingRoute);
      pendingRoute = null;
      showOverlay();
      created.show();
    });
    created.on('close', (event) => {
      if (leaving) return;
      event.preventDefault();
      if (setup.hidingIsExplained()) hide();
      else send('window:explain-hide', null);
    });
    created.on('closed', () => {
      window = null;
    });
    // A page that is gone or never came can neither be shown nor answer a close: the next time opens another.
    const giveUp = (): void => {
      if (!created.isDestroyed()) created.destroy();
    };
    created.webContents.on('render-process-gone', giveUp);
    created.loadURL(setup.pageUrl).catch((error: unknown) => {
      // One that another load has broken off comes with that.
      const isBrokenOff = error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED';
      if (!isBrokenOff) giveUp();
    });
    return created;
  };

  // A window that is made later shows it too.
  const showOverlay = (): void => {
    if (process.platform !== 'win32' || window === null || window.isDestroyed()) return;
    const text = words().tray.newEndings(news);
    window.setOverlayIcon(news === 0 ? null : nativeImage.createFromPath(setup.overlayIcon), text);
  };

  const send: ElectronWindow['send'] = (channel, payload) => {
    if (window !== null && !window.isDestroyed()) window.webContents.send(channel, payload);
  };

  const saying = new Map<string, (said: boolean) => void>();
  let lastNews = 0;
  const say: WindowHost['say'] = (news) =>
    new Promise((resolve) => {
      // The page knows where the user is in it; whether it has the user's attention at all is known here.
      if (!loaded || window === null || window.isDestroyed() || !window.isFocused()) return resolve(false);
      const id = String((lastNews += 1));
      const settle = (said: boolean): void => {
        cancel();
        saying.delete(id);
        resolve(said);
      };
      const cancel = setup.clock.after(longestSayMs, () => settle(false));
      saying.set(id, settle);
      send('news:say', { ...news, id });
    });

  const hide = (): void => {
    const hiding = window;
    if (hiding === null) return;
    if (!setup.canHide()) {
      hiding.minimize();
      return;
    }
    hiding.hide();
    cancelDestroy();
    cancelDestroy = setup.clock.after(destroyAfterMs, () => {
      if (!hiding.isDestroyed() && !hiding.isVisible()) hiding.destroy();
    });
  };

  return {
    open: (route) => {
      cancelDestroy();
      window ??= create();
      if (route !== undefined && !loaded) pendingRoute = route;
      if (!loaded) return;
      if (route !== undefined) send('window:navigate', route);
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    say,
    drag: (file) => {
      // What is dragged is drawn by the desktop: nothing of a stranger's picture comes into this process.
      const icon = nativeImage.createFromPath(setup.icon).resize({ width: 48 });
      window?.webContents.startDrag({ file, icon });
    },
    noteSaid: (id) => saying.get(id)?.(true),
    hide,
    send,
    showNews: (count) => {
      news = count;
      showOverlay();
    },
    letGo: () => {
      leaving = true;
      cancelDestroy();
    },
  };
};
