import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = readFileSync(join(root, 'docs/guarantees.md'), 'utf8').replace(/\s+/g, ' ');
const named = [...page.matchAll(/`((?:test|build)\/[\w./-]+)` “([^”]+)”/g)].map(
  ([, file = '', title = '']) => ({ file, title }),
);
const promises = [...page.matchAll(/ (\d+)\. (.*?)(?= \d+\. | ## )/g)].map(([, number, text]) => ({
  number,
  text: text ?? '',
}));

describe('every promise of docs/guarantees.md', () => {
  it.each(promises)('$number names a test', ({ text }) => {
    expect(text).toMatch(/`(test|build)\/[^`]+` “[^”]+”/);
  });

  it.each(named)('is backed by a test that is there: $file “$title”', ({ file, title }) => {
    expect(readFileSync(join(root, file), 'utf8').replace(/\s+/g, ' ')).toContain(title);
  });

  it('is found by this test', () => {
    expect(promises.map(({ number }) => number)).toEqual(
      Array.from({ length: promises.length }, (_, index) => String(index + 1)),
    );
    expect(promises.length).toBeGreaterThan(20);
    expect(named.length).toBeGreaterThan(25);
  });
});
