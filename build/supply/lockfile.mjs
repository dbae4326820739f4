import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { repository } from '../setup/script.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} place its folder, such as node_modules/axios
 * @property {string} name what the code calls it
 * @property {string} realName what the registry calls it
 * @property {string} version
 * @property {string | undefined} integrity
 * @property {boolean} hasScript whether installing it would run something of its own
 */

/**
 * @typedef {object} Manifest
 * @property {Record<string, string>} dependencies
 * @property {Record<string, string>} devDependencies
 * @property {Record<string, boolean>} allowScripts
 */

/** @param {string} name @returns {Promise<any>} */
const json = async (name) => JSON.parse(await readFile(path.join(repository, name), 'utf8'));

/** @returns {Promise<Manifest>} */
export const readManifest = () => json('package.json');

/** Every package that is installed, direct or not. @returns {Promise<LockedPackage[]>} */
export const readLockfile = async () => {
  const { packages } = await json('package-lock.json');
  return Object.entries(packages)
    .filter(([place]) => place !== '')
    .map(([place, about]) => {
      const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return {
        place,
        name,
        realName: about.name ?? name,
        version: about.version,
        integrity: about.integrity,
        hasScript: about.hasInstallScript === true,
      };
    });
};
