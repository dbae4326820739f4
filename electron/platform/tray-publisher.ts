import type { Clock } from '../core/ports.ts';
import type { TrayIconState, TrayItem, TrayView } from '../core/tray-view.ts';

/** The three things that a tray item can be told. Each may cost a round trip and close an open menu. */
export interface TraySurface {
  setIcon(state: TrayIconState): void;
  setTooltip(text: string): void;
  setMenu(items: readonly TrayItem[]): void;
}

export interface TrayPublisher {
  draw(view: TrayView): void;
  /** From now on views are drawn there, the latest one at once. */
  showOn(surface: TraySurface): void;
}

const restMs = 500;

/** Tells a surface only what has changed, at most twice a second, and always the last state in the end. */
export const createTrayPublisher = (clock: Clock): TrayPublisher => {
  let surface: TraySurface | null = null;
  let latest: TrayView | null = null;
  let drawn: TrayView | null = null;
  let resting = false;

  const publish = (): void => {
    if (resting || surface === null || latest === null) return;
    const menuChanged = JSON.stringify(latest.menu) !== JSON.stringify(drawn?.menu);
    if (latest.icon === drawn?.icon && latest.tooltip === drawn.tooltip && !menuChanged) return;
    if (latest.icon !== drawn?.icon) surface.setIcon(latest.icon);
    if (latest.tooltip !== drawn?.tooltip) surface.setTooltip(latest.tooltip);
    if (menuChanged) surface.setMenu(latest.menu);
    drawn = latest;
    resting = true;
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
