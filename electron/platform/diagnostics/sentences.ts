import { words } from '../../shared/language/spoken.ts';

/** One after another, as the language puts them; those that are empty are left out. */
export const sentences = (...said: readonly string[]): string =>
  said.filter((sentence) => sentence !== '').join(words().diagnostics.between);
