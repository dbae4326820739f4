import type { Clock } from '../core/ports.ts';
import type { TrayIconState, TrayItem, TrayView } from '../core/tray-view.ts';

/** The three things that a tray item can be told. Each may cost a round trip and close an open menu. */
export interface TraySurface {
  setIcon(state: TrayIconState): void;
  setTooltip(text: string): void;
  setMenu(items: readonly TrayItem[]): void;
}

export interface TrayPublisher {
  /** The view is asked for when it is drawn, because it costs a look at the whole watchlist. */
  draw(view: () => TrayView): void;
  /** From now on views are drawn there, the latest one at once. */
  showOn(surface: TraySurface): void;
}

const restMs = 500;

/** Tells a surface only what has changed, at most twice a second, and always the last state in the end. */
export const createTrayPublisher = (clock: Clock): TrayPublisher => {
  let surface: TraySurface | null = null;
  let latest: (() => TrayView) | null = null;
  let drawn: TrayView | null = null;
  let resting = false;

  const publish = (): void => {
    if (resting || surface === null || latest === null) return;
    const viewNow = latest;
    latest = null;
    resting = true;
    const view = viewNow();
    if (view.icon !== drawn?.icon) surface.setIcon(view.icon);
    if (view.tooltip !== drawn?.tooltip) surface.setTooltip(view.tooltip);
    if (JSON.stringify(view.menu) !== JSON.stringify(drawn?.menu)) surface.setMenu(view.menu);
    drawn = view;
    clock.after(restMs, () => {
      resting = false;
      publish();
    });
  };

  return {
    draw: (view) => {
      latest = view;
      publish();
    },
    showOn: (next) => {
      surface = next;
      publish();
    },
  };
};
