import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../electron/core/redaction.ts';

describe('redaction', () => {
  it.each([
    ['Bearer abcdef123456', 'Bearer •••'],
    ['{"authorization":"Bearer abcdef123456","x":1}', '{"authorization":"•••","x":1}'],
    ['X-Api-Key: abc', 'X-Api-Key: •••'],
    ['Invalid token sk-abcd1234 for you', 'Invalid token sk-••• for you'],
    ['see https://cdn.example.com/v.mp4?sig=abc&se=1.', 'see https://cdn.example.com/v.mp4?•••'],
    ['"https://cdn.example.com/v.mp4#abc" ok', '"https://cdn.example.com/v.mp4?•••" ok'],
    ['https://me:word@example.com/x', 'https://•••@example.com/x'],
    ['checked task_1 at https://api.example.com/v1', 'checked task_1 at https://api.example.com/v1'],
  ])('turns %j into %j', (text, redacted) => {
    expect(redact(text, [])).toBe(redacted);
  });

  it('removes given secrets however they are spelled', () => {
    const secret = 'p@ss "word"/é';
    const text = [secret, encodeURIComponent(secret), JSON.stringify({ secret })].join(' | ');
    expect(redact(text, [secret])).toBe('••• | ••• | {"secret":"•••"}');
  });

  it('removes a secret that holds another one whole', () => {
    expect(redact('abcdefgh-tail', ['abcdefgh', 'abcdefgh-tail'])).toBe('•••');
  });

  it('leaves ordinary text alone when a secret is empty or a common word', () => {
    expect(redact('a key is on the way', ['', 'a', 'key'])).toBe('a key is on the way');
  });

  it('leaves no given secret in any text', () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9_-]{8,40}$/);
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (key, before, after) => {
        expect(redact(`${before}${key}${after}`, [key])).not.toContain(key);
      }),
    );
  });
});
