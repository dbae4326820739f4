import { app as electron, powerMonitor } from 'electron';
import type { App } from '../app.ts';
import type { ControlServer } from '../cli/control-server.ts';
import type { createTrayAbsence } from '../core/tray-absence.ts';
import type { Desktop } from '../platform/desktop.ts';
import type { SessionBus } from '../platform/dbus/session-bus.ts';
import type { KeytarVault } from '../platform/keytar-vault.ts';
import type { OwnedWatchlist } from '../platform/owned-watchlist.ts';

export interface Leaving {
  readonly app: App;
  readonly watchlist: Pick<OwnedWatchlist, 'release'>;
  readonly desktop: Desktop;
  readonly systemBus: Pick<SessionBus, 'close'> | null;
  readonly controls: readonly ControlServer[];
  readonly vault: Pick<KeytarVault, 'letGo'>;
  readonly absence: ReturnType<typeof createTrayAbsence> | null;
}

/** Ends everything in its order, whoever asks for the end. */
export const leaveInOrder = ({
  app,
  watchlist,
  desktop,
  systemBus,
  controls,
  vault,
  absence,
}: Leaving): void => {
  // A session that ends and a service manager that stops us are as good a reason to end in order as "Quit".
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => electron.quit());
  powerMonitor.on('shutdown', () => electron.quit());
  electron.on('before-quit', () => desktop.window.letGo());
  electron.once('will-quit', (event) => {
    event.preventDefault();
    app.stop();
    watchlist.release();
    absence?.stop();
    desktop.close();
    systemBus?.close();
    const closed = Promise.all(controls.map((one) => one.close()));
    void Promise.all([vault.letGo(), closed]).then(([free]) => {
      app.installUpdate();
      // Leaving in order waits for every thread, and a keyring that does not answer keeps one for ever.
      if (free) electron.exit(0);
      else process.kill(process.pid, 'SIGKILL');
    });
  });
};
