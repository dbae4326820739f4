import { createSpokenLanguage, type SpokenLanguageDependencies } from './language.ts';
import type { GlobalKeys } from './ports.ts';
import { createPreferences, type PreferenceCommands, type PreferencesDependencies } from './preferences.ts';
import { createPromptnessChoice, type PromptnessChoice } from './promptness-choice.ts';
import { createShortcuts, type ShortcutsDependencies } from './shortcuts.ts';
import type { Watchlist } from './watchlist.ts';

export interface UserChoicesDependencies
  extends
    Pick<PreferencesDependencies, 'store' | 'loginStart' | 'showTheme' | 'trayIcon'>,
    Pick<SpokenLanguageDependencies, 'systemLanguage'> {
  readonly watchlist: Pick<Watchlist, 'updateStatus'>;
  readonly globalKeys: GlobalKeys;
  readonly shortcuts: ShortcutsDependencies['run'];
  /** Another language is spoken from now on. */
  readonly onSpoken: () => void;
}

/** How the user wants Taskbell to be on this computer; each choice has effect at once, and again after a restart. */
export interface UserChoices {
  readonly preferences: PreferenceCommands;
  readonly promptness: Pick<PromptnessChoice, 'choose'>;
  restore(): void;
  stop(): void;
}

export const createUserChoices = (dependencies: UserChoicesDependencies): UserChoices => {
  const { store, watchlist, globalKeys, systemLanguage, onSpoken } = dependencies;
  const promptness = createPromptnessChoice(store, watchlist);
  const language = createSpokenLanguage({
    store,
    systemLanguage,
    onSpoken: (spoken) => {
      watchlist.updateStatus({ language: spoken });
      onSpoken();
    },
  });
  const shortcuts = createShortcuts({ keys: globalKeys, store, run: dependencies.shortcuts });
  const preferences = createPreferences({ ...dependencies, language, keys: globalKeys, shortcuts });
  return {
    preferences,
    promptness,
    restore: () => {
      promptness.restore();
      language.restore();
      preferences.restore();
      shortcuts.restore();
    },
    stop: () => shortcuts.stop(),
  };
};
