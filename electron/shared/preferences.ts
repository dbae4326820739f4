import type { LanguageChoice } from './language/languages.ts';

/** How the tray icon looks where macOS does not colour it itself. */
export const trayIconChoices = ['automatic', 'coloured', 'light', 'dark'] as const;

export type TrayIconChoice = (typeof trayIconChoices)[number];

/** How the window looks: as the system, or always the same. */
export const themes = ['system', 'light', 'dark'] as const;

export type Theme = (typeof themes)[number];

/** What a global shortcut does. */
export type ShortcutName = 'window' | 'clipboard';

export interface Shortcut {
  /** As Electron writes it, such as `CommandOrControl+Shift+T`; null when there is none. */
  readonly keys: string | null;
  /** False when another program has these keys. */
  readonly works: boolean;
}

export type ShortcutTrouble = 'not-keys' | 'needs-modifier' | 'taken' | 'used-here';

/** Why the system did not take what was chosen. */
export type StartupTrouble = 'not-possible' | 'not-written';

/** How Taskbell is at home on this computer. */
export interface Preferences {
  /** Null where this system has no such thing. */
  readonly startsAtLogin: boolean | null;
  readonly shortcuts: Readonly<Record<ShortcutName, Shortcut>>;
  /** What the user should know of shortcuts here; null when they simply work. */
  readonly shortcutRemark: string | null;
  readonly language: LanguageChoice;
  readonly theme: Theme;
  readonly offersClipboard: boolean;
  readonly trayIcon: TrayIconChoice;
  /** Whether the choice of the icon means anything here. */
  readonly hasTrayIconChoice: boolean;
}
