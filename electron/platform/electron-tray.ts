import { join } from 'node:path';
import { Menu, nativeImage, Tray, type MenuItemConstructorOptions, type NativeImage } from 'electron';
import type { Clock, TrayHost } from '../core/ports.ts';
import type { TrayAction, TrayIconState, TrayItem } from '../core/tray-view.ts';
import type { TrayHostWatch } from './tray-host-watch.ts';
import { createTrayPublisher, type TraySurface } from './tray-publisher.ts';

export interface ElectronTrayOptions {
  readonly platform: NodeJS.Platform;
  /** Holds `tray-STATE.png` and its siblings for other scales and for macOS. */
  readonly iconFolder: string;
  readonly clock: Clock;
  readonly watchHost: TrayHostWatch;
}

/**
 * One tray item for the life of the process: making it anew breaks its menu on some panels
 * (https://github.com/electron/electron/issues/49517). It is made when a panel first can show it, because Chromium
 * asks for one only then and later falls back for good. After that Chromium follows panels by itself.
 */
export const createElectronTray = ({
  platform,
  iconFolder,
  clock,
  watchHost,
}: ElectronTrayOptions): TrayHost => {
  const publisher = createTrayPublisher(clock);
  const selections = new Set<(action: TrayAction) => void>();
  const viewers = new Set<(visible: boolean) => void>();
  const select = (action: TrayAction): void => {
    for (const react of selections) react(action);
  };
  const imageOf = imagesIn(iconFolder, platform);
  let tray: Tray | null = null;
  let visible = false;

  watchHost((present) => {
    visible = present;
    if (present && tray === null) {
      tray = new Tray(imageOf('idle'));
      // On macOS a click opens the menu.
      if (platform !== 'darwin') tray.on('click', () => select({ do: 'open' }));
      publisher.showOn(surfaceOf(tray, imageOf, select));
    }
    for (const react of viewers) react(present);
  });

  return {
    draw: (view) => publisher.draw(view),
    onSelect: (react) => {
      selections.add(react);
      return () => void selections.delete(react);
    },
    onVisibility: (react) => {
      viewers.add(react);
      react(visible);
      return () => void viewers.delete(react);
    },
  };
};

const surfaceOf = (
  tray: Tray,
  imageOf: (state: TrayIconState) => NativeImage,
  select: (action: TrayAction) => void,
): TraySurface => ({
  setIcon: (state) => tray.setImage(imageOf(state)),
  setTooltip: (text) => tray.setToolTip(text),
  setMenu: (items) =>
    tray.setContextMenu(Menu.buildFromTemplate(items.map((item) => templateOf(item, select)))),
});

const templateOf = (item: TrayItem, select: (action: TrayAction) => void): MenuItemConstructorOptions => {
  if (item.kind === 'separator') return { type: 'separator' };
  return { label: labelFor(item.text), click: () => select(item.action) };
};

/**
 * A single "&" marks the next letter as a shortcut and is not drawn, on every platform. Chromium doubles "_" for
 * Linux itself.
 */
const labelFor = (text: string): string => text.replaceAll('&', '&&');

const imagesIn = (folder: string, platform: NodeJS.Platform): ((state: TrayIconState) => NativeImage) => {
  const images = new Map<TrayIconState, NativeImage>();
  const ending = platform === 'darwin' ? 'Template.png' : '.png';
  return (state) => {
    const image = images.get(state) ?? nativeImage.createFromPath(join(folder, `tray-${state}${ending}`));
    images.set(state, image);
    return image;
  };
};
