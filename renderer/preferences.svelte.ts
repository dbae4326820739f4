import type { Bridge } from '../electron/shared/bridge.ts';
import type { LanguageChoice } from '../electron/shared/language/languages.ts';
import type {
  Preferences,
  ShortcutName,
  ShortcutTrouble,
  StartupTrouble,
  Theme,
  TrayIconChoice,
} from '../electron/shared/preferences.ts';
import type { Result } from '../electron/shared/result.ts';

/** The preferences as the main process has them; each choice counts at once and is read back. */
export class PreferencesState {
  /** Null until they have been read. */
  current: Preferences | null = $state.raw(null);
  startupTrouble: StartupTrouble | null = $state(null);
  readonly #bridge: Bridge;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  async read(): Promise<void> {
    this.current = await this.#bridge.request('preferences:read');
  }

  async startAtLogin(on: boolean): Promise<void> {
    const set = await this.#bridge.request('preferences:set-start-at-login', on);
    this.startupTrouble = set.ok ? null : set.trouble;
    if (set.ok) this.current = set.value;
    else await this.read();
  }

  async setShortcut(name: ShortcutName, keys: string | null): Promise<Result<null, ShortcutTrouble>> {
    const set = await this.#bridge.request('preferences:set-shortcut', name, keys);
    if (!set.ok) return set;
    this.current = set.value;
    return { ok: true, value: null };
  }

  async offerClipboard(on: boolean): Promise<void> {
    this.current = await this.#bridge.request('preferences:set-clipboard-offer', on);
  }

  async chooseLanguage(choice: LanguageChoice): Promise<void> {
    this.current = await this.#bridge.request('preferences:set-language', choice);
  }

  async chooseTheme(theme: Theme): Promise<void> {
    this.current = await this.#bridge.request('preferences:set-theme', theme);
  }

  async chooseTrayIcon(choice: TrayIconChoice): Promise<void> {
    this.current = await this.#bridge.request('preferences:set-tray-icon', choice);
  }
}
