import { oneLine } from '../core/one-line.ts';
import { redact } from '../core/redaction.ts';

/** One line of a gateway's text, fit to be shown and stored: at most `longest` characters. */
export const plainText = (text: string, longest: number): string => {
  const characters = Array.from(oneLine(text));
  return characters.length <= longest ? characters.join('') : `${characters.slice(0, longest - 1).join('')}…`;
};

/** As plainText, for words that a gateway put together itself and in which it may repeat a key or a signed link. */
export const safeText = (text: string, longest: number): string =>
  // Cut first, since a body may hold 2 MiB of it.
  plainText(redact(text.slice(0, longest * 8), []), longest);
