import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { commandNames } from '../../electron/cli/command-shapes.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = [...globSync('*.md', { cwd: root }), ...globSync('docs/**/*.md', { cwd: root })];
const read = (page: string): string => readFileSync(join(root, page), 'utf8');
const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '');

/** As the usual viewers make an anchor of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const anchorsOf = (file: string): readonly string[] =>
  [...withoutCode(readFileSync(file, 'utf8')).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    anchorOf(heading),
  );

it.each(pages)('%s: every link within the project leads somewhere', (page) => {
  const links = [...withoutCode(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  const dead = links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const file = path === '' ? join(root, page) : resolve(root, dirname(page), path);
    return !existsSync(file) || (anchor !== undefined && !anchorsOf(file).includes(anchor));
  });
  expect(dead).toEqual([]);
});

it.each(pages)('%s: every file of the project that it names is there', (page) => {
  const named = [...read(page).matchAll(/`((?:electron|renderer|test|build|docs)\/[\w./-]+\.\w+)`/g)];
  expect(
    named
      .map(([, file = '']) => file)
      .filter((file) => !/NAME|vN/.test(file) && !existsSync(join(root, file))),
  ).toEqual([]);
});

it.each(pages)('%s: every command that it names is one of the command line', (page) => {
  const named = [...read(page).matchAll(/(?:`|^|\| |-- )taskbell (?!-- )([a-z]+)(?= |`|$)/gm)].map(
    ([, name = '']) => name,
  );
  const known = new Set(commandNames.map((name) => name.split(' ')[0]));
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});
