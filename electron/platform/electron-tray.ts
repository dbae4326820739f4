import { join } from 'node:path';
import { Menu, nativeImage, Tray, type MenuItemConstructorOptions, type NativeImage } from 'electron';
import type { Clock, TrayHost } from '../core/ports.ts';
import { drawnItem, iconName, titleFor, type DrawnItem, type IconLook } from '../core/tray-drawing.ts';
import type { TrayAction } from '../core/tray-view.ts';
import type { TrayHostWatch } from './tray-host-watch.ts';
import { createTrayPublisher, type TraySurface } from './tray-publisher.ts';

export interface ElectronTrayOptions {
  readonly platform: NodeJS.Platform;
  /** Holds the pictures that `iconName` names, and their siblings for other scales. */
  readonly iconFolder: string;
  readonly clock: Clock;
  readonly watchHost: TrayHostWatch;
  readonly advice: () => string | null;
  readonly look: () => IconLook;
  /** Unseen endings, also while no panel shows the item. */
  readonly onNews: (count: number) => void;
}

export interface ElectronTray extends TrayHost {
  /** Until this is called there is no item, whatever is drawn. */
  show(): void;
  /** `look` answers otherwise now. */
  redrawIcon(): void;
}

/**
 * One tray item for the life of the process: making it anew breaks its menu on some panels
 * (https://github.com/electron/electron/issues/49517). It is made when a panel first can show it, because Chromium
 * asks for one only then and later falls back for good. After that Chromium follows panels by itself.
 */
export const createElectronTray = (options: ElectronTrayOptions): ElectronTray => {
  const { platform, clock, watchHost } = options;
  const publisher = createTrayPublisher(clock, options.onNews);
  const selections = new Set<(action: TrayAction) => void>();
  const viewers = new Set<(visible: boolean) => void>();
  const openings = new Set<() => void>();
  const select = (action: TrayAction): void => {
    for (const react of selections) react(action);
  };
  let tray: Tray | null = null;
  let visible = false;
  let mayShow = false;

  const makeItem = (): void => {
    if (!visible || !mayShow || tray !== null) return;
    const images = imagesIn(options);
    tray = new Tray(images({ icon: 'idle', ring: null }));
    // On macOS a click opens the menu.
    if (platform !== 'darwin') tray.on('click', () => select({ do: 'open' }));
    // The pointer comes before the menu does. Linux tells neither of it nor of the menu.
    tray.on('mouse-enter', () => openings.forEach((react) => react()));
    publisher.showOn(surfaceOf(tray, platform, images, select));
  };

  watchHost((present) => {
    visible = present;
    makeItem();
    for (const react of viewers) react(present);
  });

  return {
    get advice() {
      return options.advice();
    },
    show: () => {
      mayShow = true;
      makeItem();
    },
    draw: (view) => publisher.draw(view),
    redrawIcon: () => publisher.redrawIcon(),
    onSelect: (react) => {
      selections.add(react);
      return () => void selections.delete(react);
    },
    onOpening: (react) => {
      openings.add(react);
      return () => void openings.delete(react);
    },
    onVisibility: (react) => {
      viewers.add(react);
      react(visible);
      return () => void viewers.delete(react);
    },
  };
};

type Images = (icon: Parameters<TraySurface['setIcon']>[0]) => NativeImage;

const surfaceOf = (
  tray: Tray,
  platform: NodeJS.Platform,
  images: Images,
  select: (action: TrayAction) => void,
): TraySurface => ({
  setIcon: (icon) => tray.setImage(images(icon)),
  setTooltip: (text) => tray.setToolTip(text),
  setMenu: (items) =>
    tray.setContextMenu(Menu.buildFromTemplate(items.map((item) => templateOf(drawnItem(item), select)))),
  setNews: (count) => {
    if (platform === 'darwin') tray.setTitle(titleFor(count, platform));
  },
});

const templateOf = (item: DrawnItem, select: (action: TrayAction) => void): MenuItemConstructorOptions => {
  if (item.type === 'separator') return { type: 'separator' };
  if (item.type === 'submenu')
    return { label: item.label, submenu: item.submenu.map((inner) => templateOf(inner, select)) };
  if (!('action' in item)) return { label: item.label, enabled: false };
  return { label: item.label, click: () => select(item.action) };
};

const imagesIn = ({ iconFolder, platform, look }: ElectronTrayOptions): Images => {
  const images = new Map<string, NativeImage>();
  return (icon) => {
    const name = iconName(icon, platform, look());
    const image = images.get(name) ?? nativeImage.createFromPath(join(iconFolder, `${name}.png`));
    images.set(name, image);
    return image;
  };
};
