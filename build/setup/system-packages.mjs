import { existsSync } from 'node:fs';
import path from 'node:path';
import { installDebianPackages, onDebian } from './debian.mjs';
import { capture } from './run.mjs';
import { Obstacle, repository } from './script.mjs';
import { packagesOfCommand, packagesOfLibrary, xfconfServiceFiles } from './system-needs.mjs';

/** @typedef {{ name: string, packages: readonly string[] }} Need a library, command or file, and what brings it */

/**
 * Installs what this Linux lacks, or throws an Obstacle that says how. Other systems need nothing.
 * @param {object} options
 * @param {import('../electron-runtime.mjs').ElectronRuntime} options.electron
 * @param {boolean} options.desktop
 * @param {import('./script.mjs').Say} options.say
 */
export const provideSystemPackages = async ({ electron, desktop, say }) => {
  if (process.platform !== 'linux') return;
  const missing = await missingNeeds(electron, desktop);
  if (missing.length === 0) return;

  const names = missing.map((need) => need.name).join(', ');
  if (!onDebian() || missing.some((need) => need.packages.length === 0)) {
    throw new Obstacle(`This system lacks ${names}. Install what brings them, then run this again.`);
  }
  await installDebianPackages(
    missing.map((need) => need.packages),
    say,
  );
  const left = await missingNeeds(electron, desktop);
  if (left.length > 0) {
    throw new Obstacle(`Still missing after the installation: ${left.map((need) => need.name).join(', ')}.`);
  }
};

/**
 * @param {import('../electron-runtime.mjs').ElectronRuntime} electron
 * @param {boolean} desktop
 * @returns {Promise<Need[]>}
 */
const missingNeeds = async (electron, desktop) => {
  const libraries = new Set(await missingLibraries(electron.executable));
  for (const library of await missingLibraries(keytarBinary())) libraries.add(library);
  const needs = [...libraries].map((name) => ({ name, packages: packagesOfLibrary[name] ?? [] }));
  if (!desktop) return needs;

  for (const [name, packages] of Object.entries(packagesOfCommand)) {
    if (!isOnPath(name)) needs.push({ name, packages });
  }
  if (!xfconfServiceFiles.some((file) => existsSync(file)))
    needs.push({ name: 'xfconfd', packages: ['xfconf'] });
  return needs;
};

const keytarBinary = () =>
  path.join(repository, 'node_modules', 'keytar', 'prebuilds', `linux-${process.arch}`, 'keytar.node');

/** @param {string} binary */
const missingLibraries = async (binary) => {
  const { stdout } = await capture('ldd', [binary]);
  return [...stdout.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '');
};

/** @param {string} command */
const isOnPath = (command) =>
  (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, command)));
