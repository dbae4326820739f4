import {
  languageChoices,
  spokenIn,
  type Language,
  type LanguageChoice,
} from '../shared/language/languages.ts';
import { speak } from '../shared/language/spoken.ts';
import type { TaskStore } from './store-ports.ts';

const setting = 'language';

/** Which language Taskbell speaks: the user's choice, or that of the system. */
export interface SpokenLanguage {
  choice(): LanguageChoice;
  choose(choice: LanguageChoice): void;
  /** Speaks as was chosen, which is also what is spoken after a restart. */
  restore(): void;
}

export interface SpokenLanguageDependencies {
  readonly store: Pick<TaskStore, 'setting' | 'saveSetting'>;
  readonly systemLanguage: Language;
  /** From now on this is spoken: what is drawn already has to be drawn anew. */
  readonly onSpoken: (language: Language) => void;
}

export const createSpokenLanguage = (dependencies: SpokenLanguageDependencies): SpokenLanguage => {
  const { store, systemLanguage, onSpoken } = dependencies;
  const choice = (): LanguageChoice =>
    languageChoices.find((one) => one === store.setting(setting)) ?? 'system';
  const restore = (): void => {
    const chosen = choice();
    const language = chosen === 'system' ? systemLanguage : chosen;
    speak(spokenIn[language]);
    onSpoken(language);
  };
  return {
    choice,
    choose: (wanted) => {
      store.saveSetting(setting, wanted);
      restore();
    },
    restore,
  };
};
