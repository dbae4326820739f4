import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a module brings in when it is loaded: neither types nor what is imported only when it is needed. */
const importsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^(?:import|export) (?!type )(?:[^;]*? from )?'([^']+)';/gms)].map(
    ([, from = '']) => from,
  );

/** All that is loaded with an entry: our own files, and the names of packages and parts of Node. */
const loadedWith = (entry: string) => {
  const files = new Set<string>();
  const packages = new Set<string>();
  const waiting = [join(root, entry)];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file) || !existsSync(file)) continue;
    files.add(file);
    for (const from of importsOf(readFileSync(file, 'utf8'))) {
      if (from.startsWith('.')) waiting.push(join(dirname(file), from));
      else packages.add(from);
    }
  }
  return { files: [...files].map((file) => relative(root, file)), packages: [...packages].sort() };
};

const { files, packages } = loadedWith('electron/main.ts');

it('a start loads these packages, and no other', () => {
  // json-p3 reads the paths of custom dialects, which are asked for without waiting.
  expect(packages.filter((name) => !name.startsWith('node:'))).toEqual([
    '@homebridge/dbus-native',
    'electron',
    'json-p3',
    'valibot',
  ]);
});

it.each([
  'electron/platform/axios-http.ts',
  'electron/platform/axios-webhooks.ts',
  'electron/platform/demo-host.ts',
  'electron/platform/opened-files.ts',
  'electron/platform/electron-looking.ts',
  'electron/platform/result-views.ts',
  'electron/platform/picture-maker.ts',
  'electron/platform/drawing-page.ts',
  'electron/platform/clipboard-file.ts',
  'electron/cli/command-line.ts',
  'electron/cli/gateway-commands.ts',
  'electron/cli/app-start.ts',
])('a start does not load %s, which is brought in when it is needed', (file) => {
  expect(existsSync(join(root, file))).toBe(true);
  expect(files).not.toContain(file);
});

it('what is looked through is the whole of the main process', () => {
  expect(files).toContain('electron/app.ts');
  expect(files).toContain('electron/platform/sqlite-store.ts');
  expect(files.length).toBeGreaterThan(200);
});
