import { nativeTheme } from 'electron';
import type { Cancel } from '../core/ports.ts';
import type { IconLook } from '../core/tray-drawing.ts';
import type { TrayIconChoice } from '../shared/preferences.ts';

/**
 * The look that the tray icon has where the user has chosen none. Windows says whether its taskbar is dark. On Linux
 * nobody says what colour a panel has (the theme of windows is another thing: GNOME's bar is dark beside light
 * windows), so there the icon has colours that are seen on both.
 */
export const iconLook = (choice: TrayIconChoice, platform: NodeJS.Platform): IconLook => {
  if (choice !== 'automatic') return choice;
  if (platform !== 'win32') return 'coloured';
  return nativeTheme.shouldUseDarkColorsForSystemIntegratedUI ? 'light' : 'dark';
};

/** The taskbar may have changed its colour. */
export const onThemeChange = (react: () => void): Cancel => {
  nativeTheme.on('updated', react);
  return () => void nativeTheme.off('updated', react);
};
