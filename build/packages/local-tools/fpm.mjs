#!/usr/bin/env node
// What electron-builder calls fpm for when it makes a deb, done with dpkg-deb: fpm's program has to be fetched.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

/** @type {import('node:util').ParseArgsOptionsConfig} */
const options = {
  s: { type: 'string', short: 's' },
  t: { type: 'string', short: 't' },
  depends: { type: 'string', short: 'd', multiple: true },
  force: { type: 'boolean' },
  'deb-recommends': { type: 'string', multiple: true },
  ...Object.fromEntries(
    [
      'deb-compression',
      'deb-priority',
      'architecture',
      'after-install',
      'after-remove',
      'description',
      'version',
      'package',
      'name',
      'maintainer',
      'vendor',
      'url',
      'license',
      'category',
    ].map((name) => [name, /** @type {const} */ ({ type: 'string' })]),
  ),
};

/** @param {string} command @param {readonly string[]} args @returns {string} */
const run = (command, args) => {
  const { status, stdout, stderr } = spawnSync(command, [...args], { encoding: 'utf8' });
  if (status === 0) return stdout;
  console.error(`${command}: ${stderr}`);
  process.exit(1);
};

const { values, positionals } = parseArgs({ options, allowPositionals: true });
const value = (/** @type {string} */ name) => String(values[name] ?? '');
const list = (/** @type {string} */ name) => /** @type {string[]} */ (values[name] ?? []).join(', ');
if (value('s') !== 'dir' || value('t') !== 'deb') {
  console.error('This stands in for fpm only to make debs.');
  process.exit(2);
}

const root = mkdtempSync(path.join(path.dirname(value('package')), 'deb-'));
process.on('exit', () => rmSync(root, { recursive: true, force: true }));

for (const pair of positionals) {
  const [from = '', to = ''] = pair.split('=');
  const target = path.join(root, to);
  mkdirSync(path.dirname(target), { recursive: true });
  // Links instead of copies: a quarter of a gigabyte.
  if (from.endsWith('/')) run('cp', ['-al', from.slice(0, -1), target]);
  else copyFileSync(from, target);
}
run('find', [root, '-type', 'd', '-exec', 'chmod', '0755', '{}', '+']);

const [synopsis = '', ...more] = value('description').split('\n');
const size = run('du', ['-sk', '--apparent-size', root]).split('\t')[0];
const control = [
  `Package: ${value('name')}`,
  `Version: ${value('version')}`,
  `Architecture: ${value('architecture')}`,
  `Maintainer: ${value('maintainer')}`,
  `Installed-Size: ${size}`,
  `Depends: ${list('depends')}`,
  ...(list('deb-recommends') === '' ? [] : [`Recommends: ${list('deb-recommends')}`]),
  'Section: video',
  `Priority: ${value('deb-priority')}`,
  `Homepage: ${value('url')}`,
  `Description: ${synopsis}`,
  ...more.map((line) => ` ${line.trim()}`),
];
mkdirSync(path.join(root, 'DEBIAN'));
writeFileSync(path.join(root, 'DEBIAN', 'control'), `${control.join('\n')}\n`);
for (const [option, name] of [
  ['after-install', 'postinst'],
  ['after-remove', 'postrm'],
]) {
  const script = path.join(root, 'DEBIAN', name ?? '');
  copyFileSync(value(option ?? ''), script);
  run('chmod', ['0755', script]);
}
run('dpkg-deb', [
  `-Z${value('deb-compression')}`,
  '-z1',
  `--threads-max=${os.availableParallelism()}`,
  '--root-owner-group',
  '--build',
  root,
  value('package'),
]);
