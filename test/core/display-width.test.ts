import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutToWidth, displayWidth } from '../../electron/core/display-width.ts';
import { oneLine } from '../../electron/core/one-line.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });

describe('cutting a text to a width', () => {
  it('counts CJK and emoji double', () => {
    expect(displayWidth('纸船 boat 👨‍👩‍👧')).toBe(12);
    expect(cutToWidth('纸船漂过图书馆', 8)).toBe('纸船漂…');
    expect(cutToWidth('纸船漂过', 8)).toBe('纸船漂过');
  });

  it('never cuts a character in two', () => {
    expect(cutToWidth('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 5)).toBe('👨‍👩‍👧👨‍👩‍👧…');
  });

  it('leaves no space before the ellipsis', () => {
    expect(cutToWidth('Paper boat drifting', 7)).toBe('Paper…');
  });

  it('reduces a pile of combining marks to its first character', () => {
    expect(cutToWidth(`a${'\u0301'.repeat(500)}b`, 10)).toBe('ab');
  });

  it('fits, and changes only what is too long', () => {
    fc.assert(
      fc.property(anyText, fc.nat(60), (text, columns) => {
        const cut = cutToWidth(text, columns);
        expect(displayWidth(cut)).toBeLessThanOrEqual(columns);
        if (displayWidth(text) <= columns) expect(cut).toBe(text);
      }),
    );
  });
});

describe('a text as one line', () => {
  it('turns line breaks and tabs into single spaces', () => {
    expect(oneLine('  first\r\n\tsecond\u2028third ')).toBe('first second third');
  });

  it('removes what reorders or hides text, and keeps the joiners that words need', () => {
    expect(oneLine('a\u202Eb\u2066c\u0007d\u200Be')).toBe('abcde');
    expect(oneLine('می\u200Cخواهم')).toBe('می\u200Cخواهم');
  });

  it('is stable', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(oneLine(oneLine(text))).toBe(oneLine(text));
      }),
    );
  });
});
