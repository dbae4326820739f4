import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { app as electron, net, powerMonitor } from 'electron';
import type { App } from '../app.ts';
import type { ControlServer, serveControl } from '../cli/control-server.ts';
import type { Clock, Log } from '../core/ports.ts';
import { trayIconChoice } from '../core/preferences.ts';
import { createTrayAbsence } from '../core/tray-absence.ts';
import { appOrigin } from '../platform/app-protocol.ts';
import { systemBusAddress } from '../platform/dbus/bus-address.ts';
import { createSessionBus } from '../platform/dbus/session-bus.ts';
import { createDesktop, type DesktopBeginnings } from '../platform/desktop.ts';
import { createDiagnostics, type DiagnosticsReader } from '../platform/diagnostics.ts';
import type { KeytarVault } from '../platform/keytar-vault.ts';
import { wasStartedAtLogin } from '../platform/login-start.ts';
import { openOwnedWatchlist } from '../platform/owned-watchlist.ts';
import { gatewaySession } from '../platform/session-fetch.ts';
import { leaveInOrder } from './leave-in-order.ts';
import { createRealApp } from './real-app.ts';
import { serveApp } from './serve-app.ts';
import type { StartedWith } from './started-with.ts';

export interface Started {
  readonly app: App;
  /** For the window and for the command line alike. */
  readonly diagnostics: DiagnosticsReader;
}

export type ServeControl = () => ReturnType<typeof serveControl>;

export interface Beginnings extends StartedWith {
  readonly control: ControlServer;
  readonly serve: ServeControl;
  readonly vault: KeytarVault;
  readonly log: Log;
  readonly clock: Clock;
  readonly begun: DesktopBeginnings;
}

/** So long after all else the item is in the tray, as far as it depends on us. */
const itemTakesMs = 100;

/** Opens the store, brings the item into the tray and the app to life. Throws what keeps it from starting. */
export const startApp = async (beginnings: Beginnings): Promise<Started> => {
  const { folder, link, hidden, control, serve, vault, log, clock, begun } = beginnings;
  const controls = [control];
  const outFolder = join(electron.getAppPath(), 'out');
  const watchlist = openOwnedWatchlist({
    folder,
    clock,
    log,
    // The socket was in it too.
    onFolderMadeAnew: () =>
      void serve().then((served) => {
        if (served.ok) controls.push(served.value);
      }),
  });
  const { store } = watchlist;
  // In between the desktop is listened to, whose answers bring the item into the tray.
  await turn();
  const devUrl = electron.isPackaged ? undefined : process.env['TASKBELL_DEV_URL'];
  const desktop = createDesktop({
    ...begun,
    clock,
    pageUrl: devUrl ?? `${appOrigin}/index.html`,
    outFolder,
    hidingIsExplained: () => store.setting('hiding-explained') === 'true',
    trayIcon: () => trayIconChoice(store),
    beforeFirstWindow: () => servePage(),
  });

  await turn();
  const { app, respondWith } = createRealApp({ ...beginnings, watchlist, desktop, outFolder });
  await turn();
  app.start();
  desktop.showTray();
  const systemBus =
    process.platform === 'linux' ? createSessionBus(systemBusAddress(process.env), clock) : null;
  const diagnostics = createDiagnostics({
    app,
    dataFolder: folder,
    version: electron.getVersion(),
    bus: begun.bus,
    systemBus,
    doNotDisturb: desktop.ports.doNotDisturb,
    isOnline: () => net.isOnline(),
    session: gatewaySession,
    playWaking: () => void powerMonitor.emit('resume'),
  });
  const servePage = (): void =>
    serveApp({ app, diagnostics, desktop, store, clock, log, outFolder, devUrl, respondWith });
  app.subscribe((patch) => desktop.window.send('watchlist:patched', patch));
  const staysHidden = hidden || wasStartedAtLogin(process.platform);
  const absence = staysHidden ? createTrayAbsence({ clock, store, ...desktop.ports }) : null;
  leaveInOrder({ app, watchlist, desktop, systemBus, controls, vault, absence });
  electron.on('activate', () => app.open());
  // Which program a link belongs to is the desktop file's business on Linux; from a checkout nobody asked for it.
  if (electron.isPackaged && process.platform !== 'linux') electron.setAsDefaultProtocolClient('taskbell');
  if (link !== null) app.openLink(link);
  else if (!staysHidden) app.open();
  clock.after(itemTakesMs, () => desktop.listen());
  return { app, diagnostics };
};
