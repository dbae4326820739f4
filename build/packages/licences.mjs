import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { repository } from '../setup/script.mjs';

/** What is packed beside the bundles, and so in no bundle's list. */
const packedWhole = ['node_modules/keytar'];

/**
 * The licences of all packages that a build took modules from, as one text: a heading a package, in the order of names.
 * Throws when one of them comes without.
 * @param {readonly string[]} moduleIds absolute paths, as the bundler names them
 * @returns {Promise<string>}
 */
export const licencesOf = async (moduleIds) => {
  const folders = moduleIds.flatMap(
    (id) => /^(?:\0)?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? [],
  );
  const all = new Set([...folders, ...packedWhole.map((place) => path.join(repository, place))]);
  const texts = await Promise.all([...all].map(licenceIn));
  return [...new Set(texts)].sort().join('\n');
};

/** @param {string} folder */
const licenceIn = async (folder) => {
  const { name, version, license } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((one) => /^(licen[cs]e|copying)/i.test(one));
  if (file === undefined && typeof license !== 'string') throw new Error(`${name} comes without a licence.`);
  const text =
    file === undefined
      ? 'Its package holds no text of the licence.'
      : await readFile(path.join(folder, file), 'utf8');
  return `${name} ${version} (${license ?? 'see below'})\n\n${text.trim()}\n\n${'-'.repeat(78)}\n`;
};
