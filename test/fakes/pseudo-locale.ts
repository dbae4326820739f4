import { english } from '../../electron/shared/language/english.ts';
import type { Spoken, Words } from '../../electron/shared/language/spoken.ts';

const accents: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', n: 'ñ', c: 'ç' };

/** As other languages may be two fifths longer than English, in words that can be broken. */
const longer = (text: string): string => {
  if (text.trim() === '') return text;
  const accented = text.replaceAll(/[aeioun]/g, (letter) => accents[letter] ?? letter);
  return `⟦${accented}${'~'.repeat(Math.ceil(text.length * 0.4)).replaceAll(/~{7}(?=~)/g, '$& ')}⟧`;
};

const pseudo = (value: unknown): unknown => {
  if (typeof value === 'string') return longer(value);
  if (typeof value === 'function')
    return (...given: unknown[]) => pseudo((value as (...given: unknown[]) => unknown)(...given));
  if (Array.isArray(value)) return value.map(pseudo);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, pseudo(one)]));
};

/** English in brackets, longer and with accents: what a user reads without brackets stands outside the catalogue. */
export const pseudoLocale: Spoken = { locale: 'en-GB', words: pseudo(english) as Words };
