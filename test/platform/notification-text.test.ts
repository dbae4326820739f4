import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyFor } from '../../electron/platform/notification-text.ts';

describe('the body of a notification', () => {
  it('keeps its lines and loses what is invisible', () => {
    expect(bodyFor([], ' Paper\u202E boat \r\n\tis ready\0 ')).toBe('Paper boat\nis ready');
  });

  it('never holds markup where markup is read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const body = bodyFor(['body-markup'], `<b>${text}&</b>`);
        expect(body).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
      }),
    );
  });
});
