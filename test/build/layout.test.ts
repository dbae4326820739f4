import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

/** The rows of CONTRIBUTING's table: what a place may import. */
const layout = new Map(
  [...read('CONTRIBUTING.md').matchAll(/^\| `([^`]+)`\s*\|[^|]*\|([^|]*)\|$/gm)].map(
    ([, place = '', may = '']) => [place, may.trim()],
  ),
);

const foldersIn = (folder: string): readonly string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}${name}/`);

const filesBelow = (place: string): readonly string[] =>
  place.endsWith('/')
    ? readdirSync(path.join(root, place), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(ts|svelte)$/.test(name))
        .map((name) => `${place}${name}`)
    : [place];

/** The place of the table that a file belongs to. */
const placeOf = (file: string): string | undefined =>
  [...layout.keys()].filter((place) => file.startsWith(place)).sort((a, b) => b.length - a.length)[0];

const imported = (file: string): readonly string[] =>
  [...read(file).matchAll(/(?:from|import\() ?'(\.[^']+)'/g)].map(([, name = '']) =>
    path.join(path.dirname(file), name),
  );

describe('the layout in CONTRIBUTING', () => {
  it('names every folder of the source, and none that is not there', () => {
    expect([...layout.keys()].filter((place) => !existsSync(path.join(root, place)))).toEqual([]);
    for (const folder of foldersIn('electron/')) expect([...layout.keys()]).toContain(folder);
    for (const folder of ['renderer/', 'build/', 'test/']) expect([...layout.keys()]).toContain(folder);
  });

  const ruled = [...layout].filter(([place, may]) => may !== '' && may !== 'everything' && place !== 'test/');

  it('has rules to compare', () => expect(ruled.length).toBeGreaterThan(6));

  it.each(ruled)('%s imports what is said of it: %s', (place, may) => {
    const allowed = may
      .replaceAll(/\([^)]*\)/g, '')
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== 'nothing')
      .map((word) => (word === 'app' ? 'electron/app.ts' : `electron/${word}/`));
    const strangers = filesBelow(place)
      .filter((file) => placeOf(file) === place)
      .flatMap((file) =>
        imported(file)
          .filter((target) => {
            const at = placeOf(target);
            return at !== place && at !== undefined && !allowed.includes(at);
          })
          .map((target) => `${file} → ${target}`),
      );
    expect(strangers).toEqual([]);
  });

  it('is what the project references of each folder allow', () => {
    for (const folder of ['core', 'dialects', 'shared']) {
      const { references = [] } = JSON.parse(read(`electron/${folder}/tsconfig.json`)) as {
        references?: readonly { path: string }[];
      };
      const may = layout.get(`electron/${folder}/`) ?? '';
      const named = references.map(({ path: to }) => path.basename(to)).sort();
      expect(named).toEqual(may === 'nothing' ? [] : may.split(', ').sort());
    }
  });
});
