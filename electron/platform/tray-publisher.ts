import type { Cancel, Clock } from '../core/ports.ts';
import type { TrayItem, TrayView } from '../core/tray-view.ts';

/** The things that a tray item can be told. Each may cost a round trip and close an open menu. */
export interface TraySurface {
  setIcon(icon: Pick<TrayView, 'icon' | 'ring'>): void;
  setTooltip(text: string): void;
  setMenu(items: readonly TrayItem[]): void;
  /** How many endings the user has not seen, where the item has a place for it. */
  setNews(count: number): void;
}

export interface TrayPublisher {
  /** The view is asked for when it is drawn, because it costs a look at the whole watchlist. */
  draw(view: () => TrayView): void;
  /** From now on views are drawn there, the latest one at once. */
  showOn(surface: TraySurface): void;
  /** The icons look otherwise now, though the view is the same. */
  redrawIcon(): void;
}

const restMs = 1000;

/**
 * Tells a surface only what has changed, at most once a second, and always the last state in the end. `onNews` hears of
 * unseen endings also while there is no surface: a dock can show their number without a tray.
 */
export const createTrayPublisher = (
  clock: Clock,
  onNews: (count: number) => void = () => undefined,
): TrayPublisher => {
  let surface: TraySurface | null = null;
  let latest: (() => TrayView) | null = null;
  let isDue = false;
  let drawn: TrayView | null = null;
  let newsTold = 0;
  let endRest: Cancel | null = null;

  const publish = (): void => {
    if (endRest !== null || !isDue || latest === null) return;
    isDue = false;
    endRest = clock.after(restMs, () => {
      endRest = null;
      publish();
    });
    const view = latest();
    if (view.news !== newsTold) onNews(view.news);
    newsTold = view.news;
    if (surface !== null) drawOn(surface, view);
  };

  const drawOn = (on: TraySurface, view: TrayView): void => {
    if (view.icon !== drawn?.icon || view.ring !== drawn.ring) on.setIcon(view);
    if (view.tooltip !== drawn?.tooltip) on.setTooltip(view.tooltip);
    if (view.news !== (drawn?.news ?? 0)) on.setNews(view.news);
    if (JSON.stringify(view.menu) !== JSON.stringify(drawn?.menu)) on.setMenu(view.menu);
    drawn = view;
  };

  return {
    draw: (view) => {
      latest = view;
      isDue = true;
      publish();
    },
    showOn: (next) => {
      surface = next;
      isDue = true;
      endRest?.();
      endRest = null;
      publish();
    },
    redrawIcon: () => {
      if (surface !== null && drawn !== null) surface.setIcon(drawn);
    },
  };
};
