import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { Obstacle } from './setup/script.mjs';

/** A fuse is a character in the program: https://www.electronjs.org/docs/latest/tutorial/fuses */
const burnt = { on: '1'.charCodeAt(0), off: '0'.charCodeAt(0) };

/**
 * What must be so in every packaged Electron, whatever electron-builder made of electron-builder.yml.
 * @type {Readonly<Partial<Record<keyof typeof FuseV1Options, boolean>>>}
 */
const wanted = {
  RunAsNode: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  GrantFileProtocolExtraPrivileges: false,
};

/**
 * Reads the fuses of each unpacked program below a folder of packages. Throws when one is not as it must be, or
 * when there is no program.
 * @param {string} folder
 * @returns {Promise<void>}
 */
export const checkFuses = async (folder) => {
  const unpacked = (await readdir(folder)).filter((name) => /unpacked|^mac/.test(name));
  const programs = await Promise.all(unpacked.map((name) => programIn(path.join(folder, name))));
  if (programs.length === 0) throw new Obstacle('The fuses could not be read: there is no unpacked program.');
  for (const program of programs) {
    const wire = await getCurrentFuseWire(program);
    const wrong = Object.entries(wanted).filter(([name, on]) => {
      const fuse = FuseV1Options[/** @type {keyof typeof FuseV1Options} */ (name)];
      return Number(wire[fuse]) !== (on ? burnt.on : burnt.off);
    });
    if (wrong.length > 0) {
      throw new Obstacle(
        `Fuses of ${program} are not as they must be: ${wrong.map(([name]) => name).join(', ')}.`,
      );
    }
  }
};

/** @param {string} folder @returns {Promise<string>} */
const programIn = async (folder) => {
  const names = await readdir(folder);
  const name = names.find((one) => one.endsWith('.app') || one === 'Taskbell.exe' || one === 'taskbell');
  if (name === undefined) throw new Obstacle(`There is no program in ${folder}.`);
  return path.join(folder, name);
};
