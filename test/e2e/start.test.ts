import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { compiledMain } from '../../electron/compiled-main.ts';
import { createTaskbellHome } from './running-app.ts';

const out = fileURLToPath(new URL('../../out', import.meta.url));
const main = join(out, 'main.cjs');

it('the built app takes what was compiled beforehand', () => {
  expect(compiledMain(main).cachedDataRejected).toBe(false);
});

it('the main file brings in these parts of Node at a start, and no other part of itself', () => {
  const atStart = [...readFileSync(main, 'utf8').matchAll(/^(?:let|const) \w+ = require\("([^"]+)"\)/gm)];
  // No http, https, http2 or tls: they take longer to load than most of the rest.
  expect(atStart.map(([, name]) => name).sort()).toEqual([
    'electron',
    'node:child_process',
    'node:crypto',
    'node:fs',
    'node:fs/promises',
    'node:net',
    'node:os',
    'node:path',
    'node:sqlite',
    'node:stream',
    'node:timers/promises',
    'node:worker_threads',
  ]);
});

it('what is needed later stands in files of its own', () => {
  expect(readdirSync(join(out, 'later'))).toEqual(
    expect.arrayContaining(['axios-http.cjs', 'command-process.cjs']),
  );
});

it('the main file imports nothing, which Node does not let a file that was compiled beforehand', () => {
  expect(readFileSync(main, 'utf8')).not.toMatch(/\bimport\(["'`.]/);
});

it('a window whose page is loaded anew before it has come is there all the same', async () => {
  const home = createTaskbellHome();
  const app = await home.launch();
  const page = await app.window();
  await page.reload();
  await page.getByRole('button', { name: 'Try the demo' }).waitFor();
  await app.quit();
  home.remove();
});
