import type { LanguageChoice } from '../shared/language/languages.ts';
import {
  themes,
  trayIconChoices,
  type Preferences,
  type ShortcutName,
  type ShortcutTrouble,
  type StartupTrouble,
  type Theme,
  type TrayIconChoice,
} from '../shared/preferences.ts';
import { ok, type Result } from '../shared/result.ts';
import type { SpokenLanguage } from './language.ts';
import type { GlobalKeys, LoginStart } from './ports.ts';
import type { TaskStore } from './store-ports.ts';
import type { Shortcuts } from './shortcuts.ts';

export interface PreferencesDependencies {
  readonly store: Pick<TaskStore, 'setting' | 'saveSetting'>;
  readonly shortcuts: Shortcuts;
  readonly language: Pick<SpokenLanguage, 'choice' | 'choose'>;
  readonly loginStart: LoginStart;
  readonly keys: Pick<GlobalKeys, 'remark'>;
  /** Shows the window in this theme from now on. */
  readonly showTheme: (theme: Theme) => void;
  readonly trayIcon: { readonly canChoose: boolean; readonly changed: () => void };
}

/** How Taskbell is at home on this computer: read, and chosen with effect at once. */
export interface PreferenceCommands {
  /** What was chosen before takes effect again. */
  restore(): void;
  read(): Preferences;
  setStartsAtLogin(on: boolean): Result<Preferences, StartupTrouble>;
  setShortcut(name: ShortcutName, keys: string | null): Result<Preferences, ShortcutTrouble>;
  setLanguage(choice: LanguageChoice): Preferences;
  setTheme(theme: Theme): Preferences;
  setOffersClipboard(on: boolean): Preferences;
  setTrayIcon(choice: TrayIconChoice): Preferences;
}

const offerSetting = 'offers-clipboard';
const iconSetting = 'tray-icon';
const themeSetting = 'theme';

export const offersClipboard = (store: Pick<TaskStore, 'setting'>): boolean =>
  store.setting(offerSetting) === 'true';

export const trayIconChoice = (store: Pick<TaskStore, 'setting'>): TrayIconChoice =>
  trayIconChoices.find((choice) => choice === store.setting(iconSetting)) ?? 'automatic';

const themeOf = (store: Pick<TaskStore, 'setting'>): Theme =>
  themes.find((theme) => theme === store.setting(themeSetting)) ?? 'system';

export const createPreferences = (dependencies: PreferencesDependencies): PreferenceCommands => {
  const { store, shortcuts, language, loginStart, keys, trayIcon } = dependencies;
  const read = (): Preferences => ({
    startsAtLogin: loginStart.isOn(),
    shortcuts: shortcuts.list(),
    shortcutRemark: keys.remark,
    language: language.choice(),
    theme: themeOf(store),
    offersClipboard: offersClipboard(store),
    trayIcon: trayIconChoice(store),
    hasTrayIconChoice: trayIcon.canChoose,
  });
  const after = <Trouble extends string>(done: Result<null, Trouble>): Result<Preferences, Trouble> =>
    done.ok ? ok(read()) : done;
  return {
    restore: () => dependencies.showTheme(themeOf(store)),
    read,
    setStartsAtLogin: (on) => after(loginStart.set(on)),
    setShortcut: (name, combination) => after(shortcuts.set(name, combination)),
    setLanguage: (choice) => {
      language.choose(choice);
      return read();
    },
    setTheme: (theme) => {
      store.saveSetting(themeSetting, theme);
      dependencies.showTheme(theme);
      return read();
    },
    setOffersClipboard: (on) => {
      store.saveSetting(offerSetting, String(on));
      return read();
    },
    setTrayIcon: (choice) => {
      store.saveSetting(iconSetting, choice);
      trayIcon.changed();
      return read();
    },
  };
};
