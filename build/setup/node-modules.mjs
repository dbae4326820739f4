import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder, Obstacle, repository } from './script.mjs';
import { npm, show } from './run.mjs';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} LockedPackage */

const stampFile = path.join(cacheFolder, 'taskbell-packages');

/**
 * Makes `node_modules` what the lockfile says. Says nothing when it already is.
 * @param {import('./script.mjs').Say} say
 */
export const installPackages = async (say) => {
  const wanted = await stamp();
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === wanted) return;
  if (!(await matchesLockfile())) {
    say('Installing the npm packages (npm ci) …');
    const { command, leading } = npm();
    const code = await show(command, [...leading, 'ci', '--loglevel=error', '--no-audit', '--no-fund']);
    if (code !== 0) {
      throw new Obstacle(
        'npm ci failed, see above. Check that the package registry can be reached, then run this again.',
      );
    }
  }
  await mkdir(cacheFolder, { recursive: true });
  await writeFile(stampFile, wanted);
};

const stamp = async () => {
  const lockfile = await readFile(path.join(repository, 'package-lock.json'));
  const manifest = JSON.parse(await readFile(path.join(repository, 'package.json'), 'utf8'));
  return createHash('sha256')
    .update(lockfile)
    .update(JSON.stringify(manifest.allowScripts))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
};

/** npm's own record of what it installed, against the lockfile; packages of other platforms may be missing. */
const matchesLockfile = async () => {
  const installed = await lockedPackages(path.join(repository, 'node_modules', '.package-lock.json'));
  const locked = await lockedPackages(path.join(repository, 'package-lock.json'));
  if (installed === null || locked === null) return false;
  const extra = Object.keys(installed).some((name) => locked[name] === undefined);
  return (
    !extra &&
    Object.entries(locked).every(([name, entry]) => {
      const found = installed[name];
      if (name === '') return true;
      if (found === undefined) return entry.optional === true || entry.devOptional === true;
      // The record may outlive what it speaks of.
      const isThere = existsSync(path.join(repository, name));
      return isThere && found.version === entry.version && found.integrity === entry.integrity;
    })
  );
};

/**
 * @param {string} file
 * @returns {Promise<Record<string, LockedPackage> | null>}
 */
const lockedPackages = async (file) => {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? null : JSON.parse(text).packages;
};
