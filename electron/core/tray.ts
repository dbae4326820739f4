import type { TrayHost } from './ports.ts';
import type { TaskStore } from './store-ports.ts';
import { createTrayCommands, type TrayCommandsDependencies } from './tray-commands.ts';
import { createTrayDismissals } from './tray-dismissals.ts';
import { createTrayPainter, type TrayPainterDependencies } from './tray-painter.ts';
import type { TrayAction } from './tray-view.ts';
import type { Watchlist } from './watchlist.ts';

export interface TrayDependencies
  extends
    Omit<TrayCommandsDependencies, 'dismissals' | 'onChanged'>,
    Pick<TrayPainterDependencies, 'clock' | 'clipboardOffers'> {
  readonly clock: TrayPainterDependencies['clock'];
  readonly store: Pick<TaskStore, 'setting' | 'saveSetting'>;
  readonly trayHost: TrayHost;
  readonly watchlist: Pick<Watchlist, 'view' | 'status' | 'updateStatus'>;
}

/** What the tray shows, what is chosen in it, and what is said where there is none. */
export interface Tray {
  /** The watchlist has changed. */
  draw(): void;
  /** Another language is spoken. */
  sayAnew(): void;
  /** Does what the menu would do. */
  carryOut(action: TrayAction): void;
  start(): void;
  stop(): void;
}

export const createTray = (dependencies: TrayDependencies): Tray => {
  const { trayHost, watchlist } = dependencies;
  const dismissals = createTrayDismissals(dependencies.store);
  const painter = createTrayPainter({ ...dependencies, dismissals });
  const carryOut = createTrayCommands({ ...dependencies, dismissals, onChanged: () => painter.draw() });
  const showAdvice = (): void =>
    watchlist.updateStatus({ trayAdvice: watchlist.status().trayVisible ? null : trayHost.advice });
  return {
    draw: () => painter.draw(),
    sayAnew: () => {
      showAdvice();
      painter.draw();
    },
    carryOut,
    start: () => {
      trayHost.onVisibility((trayVisible) => {
        watchlist.updateStatus({ trayVisible });
        showAdvice();
      });
      trayHost.onSelect(carryOut);
      painter.start();
    },
    stop: () => painter.stop(),
  };
};
