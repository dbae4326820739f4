import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readLockfile, readManifest } from './lockfile.mjs';

const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

/** @param {string} name @returns {Promise<any>} */
const json = async (name) => JSON.parse(await readFile(here(name), 'utf8'));

/** @returns {Promise<import('./check.mjs').Advisory[]>} */
export const readAdvisories = () => json('advisories.json');

/** @param {readonly import('./check.mjs').Advisory[]} advisories */
export const writeAdvisories = (advisories) =>
  writeFile(here('advisories.json'), `${JSON.stringify(advisories, null, 2)}\n`);

/** Everything that `troublesOf` takes, as it is in this checkout. */
export const readSupply = async () => ({
  manifest: await readManifest(),
  locked: await readLockfile(),
  advisories: await readAdvisories(),
  reasons: /** @type {Record<string, string>} */ (await json('dependencies.json')),
});
