import type { ClipboardOffer } from '../shared/watching.ts';
import type { ClipboardOffers } from './clipboard-offer.ts';
import type { Cancel, Clock, TrayHost } from './ports.ts';
import type { TrayDismissals } from './tray-dismissals.ts';
import { trayViewOf } from './tray-view.ts';
import type { Watchlist } from './watchlist.ts';

export interface TrayPainterDependencies {
  readonly clock: Clock;
  readonly trayHost: TrayHost;
  readonly watchlist: Pick<Watchlist, 'view'>;
  readonly dismissals: Pick<TrayDismissals, 'ids'>;
  readonly clipboardOffers: Pick<ClipboardOffers, 'look'>;
}

/** Keeps the tray as the watchlist is. */
export interface TrayPainter {
  draw(): void;
  start(): void;
  stop(): void;
}

/** Its texts about time change once a minute at most. */
const redrawMs = 60_000;

export const createTrayPainter = (dependencies: TrayPainterDependencies): TrayPainter => {
  const { clock, trayHost, watchlist, dismissals, clipboardOffers } = dependencies;
  // Known from when the menu was about to open, where that is told.
  let offer: ClipboardOffer | null = null;
  let cancelRedraw: Cancel = () => undefined;

  const draw = (): void =>
    trayHost.draw(() => trayViewOf(watchlist.view(), clock.now(), dismissals.ids(), offer));

  // What the menu says of the time left goes on while nothing else changes.
  const drawEachMinute = (): void => {
    draw();
    cancelRedraw = clock.after(redrawMs, drawEachMinute);
  };

  return {
    draw,
    start: () => {
      trayHost.onOpening(() => {
        void clipboardOffers.look().then((found) => {
          offer = found;
          draw();
        });
      });
      drawEachMinute();
    },
    stop: () => cancelRedraw(),
  };
};
