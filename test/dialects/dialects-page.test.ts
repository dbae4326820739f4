import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { dialectTable } from './dialect-table.ts';

const page = fileURLToPath(new URL('../../docs/guide/dialects.md', import.meta.url));
const begin = '<!-- prettier-ignore-start -->';
const end = '<!-- prettier-ignore-end -->';

/** `npm test -- test/dialects/dialects-page.test.ts -u` writes the table anew. */
it('shows in the user’s guide what the dialects support today', async () => {
  const [before = '', rest = ''] = (await readFile(page, 'utf8')).split(begin);
  const after = rest.slice(rest.indexOf(end));
  expect(after.startsWith(end)).toBe(true);
  await expect(`${before}${begin}\n${dialectTable()}\n${after}`).toMatchFileSnapshot(page);
});
