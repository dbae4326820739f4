import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, clipboard, nativeTheme, shell } from 'electron';
import type * as ports from '../core/ports.ts';
import { trayAdviceFor } from '../core/tray-advice.ts';
import type { Theme, TrayIconChoice } from '../shared/preferences.ts';
import { autostartFile, loginLaunch, loginStartByFile } from './autostart-file.ts';
import { sessionBusAddress } from './dbus/bus-address.ts';
import { createSessionBus, type SessionBus } from './dbus/session-bus.ts';
import { withActivationToken } from './activation-token.ts';
import { createDbusNotifier } from './dbus-notifier.ts';
import { doNotDisturbOnBus, neverDisturbing } from './desktop-quiet.ts';
import { createElectronKeys } from './electron-keys.ts';
import { createElectronMachine, neverSlow } from './electron-machine.ts';
import { createElectronNotifier } from './electron-notifier.ts';
import { createElectronTray } from './electron-tray.ts';
import { createElectronWindow, type ElectronWindow } from './electron-window.ts';
import { iconLook, onThemeChange } from './icon-look.ts';
import { showLauncherCount } from './launcher-count.ts';
import { loginStartByItem } from './login-start.ts';
import { slownessFromPortal } from './portal-slowness.ts';
import { trayHostAlwaysThere, trayHostOnBus, watchedFromNow, type TrayHostWatch } from './tray-host-watch.ts';
import { unpacked } from './unpacked.ts';

/** What is asked of the desktop while there is nothing to show yet, because its answer takes a while. */
export interface DesktopBeginnings {
  /** The session bus; null where there is none. */
  readonly bus: SessionBus | null;
  readonly watchTrayHost: TrayHostWatch;
}

export const beginDesktop = (clock: ports.Clock): DesktopBeginnings => {
  const bus = process.platform === 'linux' ? createSessionBus(sessionBusAddress(process.env), clock) : null;
  return { bus, watchTrayHost: watchedFromNow(bus === null ? trayHostAlwaysThere : trayHostOnBus(bus)) };
};

export interface DesktopSetup extends DesktopBeginnings {
  readonly clock: ports.Clock;
  readonly pageUrl: string;
  /** Where the build puts what the app needs at run time. */
  readonly outFolder: string;
  readonly hidingIsExplained: () => boolean;
  readonly trayIcon: () => TrayIconChoice;
  readonly beforeFirstWindow: () => void;
}

/** The adapters to whatever desktop Taskbell runs on. */
export interface Desktop {
  readonly window: ElectronWindow;
  readonly ports: {
    readonly notifier: ports.Notifier;
    readonly doNotDisturb: ports.DoNotDisturb;
    readonly trayHost: ports.TrayHost;
    readonly windowHost: ports.WindowHost;
    readonly clipboard: ports.Clipboard;
    readonly linkOpener: ports.LinkOpener;
    readonly machine: ports.Machine;
    readonly globalKeys: ports.GlobalKeys;
    readonly loginStart: ports.LoginStart;
    readonly showTheme: (theme: Theme) => void;
    readonly trayIcon: { readonly canChoose: boolean; readonly changed: () => void };
  };
  /** What has been drawn is true from now on, so the item may be seen. */
  showTray(): void;
  /** From now on the desktop says whether to be quiet and sparing. Later than the item, which this would hold up. */
  listen(): void;
  close(): void;
}

export const createDesktop = (setup: DesktopSetup): Desktop => {
  const { clock, outFolder, bus } = setup;
  // Other programs read the icons too, and they know nothing of Electron's archive.
  const iconFolder = unpacked(join(outFolder, 'icons'));
  const icon = join(iconFolder, 'app-256.png');

  const trayHost = createElectronTray({
    platform: process.platform,
    iconFolder,
    clock,
    watchHost: setup.watchTrayHost,
    advice: () => (bus === null ? null : trayAdviceFor(process.env['XDG_CURRENT_DESKTOP'] ?? '')),
    look: () => iconLook(setup.trayIcon(), process.platform),
    onNews: (count) => {
      if (bus !== null) showLauncherCount(bus, count);
      else if (process.platform === 'darwin') app.setBadgeCount(count);
      else window.showNews(count);
    },
  });
  const cancelTheme = onThemeChange(() => trayHost.redrawIcon());
  let trayVisible = false;
  trayHost.onVisibility((visible) => {
    trayVisible = visible;
  });

  const window = createElectronWindow({
    clock,
    icon,
    overlayIcon: join(iconFolder, 'overlay-news.png'),
    pageUrl: setup.pageUrl,
    preload: join(outFolder, 'preload.cjs'),
    hidingIsExplained: setup.hidingIsExplained,
    canHide: () => trayVisible,
    beforeFirst: setup.beforeFirstWindow,
  });

  const slow = bus === null ? null : slownessFromPortal(bus);
  const quiet = bus === null ? null : doNotDisturbOnBus(bus);

  return {
    window,
    ports: {
      notifier:
        bus === null
          ? createElectronNotifier(clock, process.platform === 'win32' ? 'win32' : 'darwin')
          : createDbusNotifier(bus, { icon, withActivation: withActivationToken }),
      doNotDisturb: quiet ?? neverDisturbing,
      trayHost,
      windowHost: window,
      clipboard: {
        read: async () => clipboard.readText(),
        write: async (text) => clipboard.writeText(text),
        writeFile: async (path) =>
          (await import('./clipboard-file.ts')).copyFileToClipboard(path, process.platform),
      },
      linkOpener: { open: openInBrowser },
      machine: createElectronMachine(slow ?? neverSlow),
      globalKeys: createElectronKeys(process.platform, process.env['XDG_SESSION_TYPE']),
      loginStart: createLoginStart(),
      showTheme: (theme) => (nativeTheme.themeSource = theme),
      trayIcon: { canChoose: process.platform !== 'darwin', changed: () => trayHost.redrawIcon() },
    },
    showTray: () => trayHost.show(),
    listen: () => {
      slow?.listen();
      quiet?.listen();
    },
    close: () => {
      cancelTheme();
      slow?.close();
      quiet?.close();
      bus?.close();
    },
  };
};

const createLoginStart = (): ports.LoginStart => {
  const { isPackaged } = app;
  const launch = loginLaunch({
    isPackaged,
    executable: process.execPath,
    appPath: app.getAppPath(),
    argv: process.argv,
    environment: process.env,
  });
  return process.platform === 'linux'
    ? loginStartByFile(autostartFile(process.env, homedir()), launch)
    : loginStartByItem(launch, isPackaged);
};

/** The last gate before a link leaves Taskbell: it came from a gateway. */
const openInBrowser = (url: string): void => {
  if (new URL(url).protocol === 'https:') void shell.openExternal(url);
};
