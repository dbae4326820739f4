import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markedParts } from '../../renderer/marking.ts';

const shown = (text: string, ...words: readonly string[]): string =>
  markedParts(text, words)
    .map((part) => (part.isMatch ? `[${part.text}]` : part.text))
    .join('');

it('marks every word wherever it is, in any case, the longer of two', () => {
  expect(shown('Neon koi, neon lens', 'neon', 'le')).toBe('[Neon] koi, [neon] [le]ns');
  expect(shown('papers', 'paper', 'pap')).toBe('[paper]s');
  expect(shown('koi')).toBe('koi');
});

it('marks nothing where lower case has other places', () => {
  expect(shown('İstanbul', 'st')).toBe('İstanbul');
});

it('keeps the text whole', () => {
  const words = fc.array(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 4 });
  fc.assert(
    fc.property(fc.string(), words, (text, given) => {
      const parts = markedParts(
        text,
        given.map((word) => word.toLowerCase()),
      );
      expect(parts.map((part) => part.text).join('')).toBe(text);
    }),
  );
});
