import type { TrayAction, TrayIconState, TrayItem, TrayView } from './tray-view.ts';

/** How a tray item is drawn on one platform, down to the letter, as data. */
export interface TrayDrawing {
  /** The name of the picture, without size and ending. */
  readonly icon: string;
  /** Beside the icon, where the platform has a place for it. */
  readonly title: string;
  readonly tooltip: string;
  readonly menu: readonly DrawnItem[];
}

export type DrawnItem =
  | { readonly type: 'separator' }
  | { readonly type: 'normal'; readonly label: string; readonly enabled: false }
  | { readonly type: 'normal'; readonly label: string; readonly action: TrayAction }
  | { readonly type: 'submenu'; readonly label: string; readonly submenu: readonly DrawnItem[] };

/**
 * What colours an icon has: those of Taskbell, which are seen on every panel, or one only, for panels that are known
 * to be dark or light.
 */
export type IconLook = 'coloured' | 'light' | 'dark';

export const trayDrawing = (view: TrayView, platform: string, look: IconLook): TrayDrawing => ({
  icon: iconName(view, platform, look),
  title: titleFor(view.news, platform),
  tooltip: view.tooltip,
  menu: view.menu.map(drawnItem),
});

/** macOS colours the template itself, so there it has no look. */
export const iconName = (
  { icon, ring }: { readonly icon: TrayIconState; readonly ring: number | null },
  platform: string,
  look: IconLook,
): string => {
  const picture = ring === null ? `tray-${icon}` : `tray-${icon}-${String(ring)}`;
  if (platform === 'darwin') return `${picture}Template`;
  return look === 'coloured' ? picture : `${picture}-${look}`;
};

export const titleFor = (news: number, platform: string): string =>
  platform === 'darwin' && news > 0 ? String(news) : '';

export const drawnItem = (item: TrayItem): DrawnItem => {
  switch (item.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'note':
      return { type: 'normal', label: labelFor(item.text), enabled: false };
    case 'action':
      return { type: 'normal', label: labelFor(item.text), action: item.action };
    case 'submenu':
      return { type: 'submenu', label: labelFor(item.text), submenu: item.items.map(drawnItem) };
  }
};

/**
 * A single "&" marks the next letter as a shortcut and is not drawn, on every platform. Chromium doubles "_" for
 * Linux itself.
 */
const labelFor = (text: string): string => text.replaceAll('&', '&&');
