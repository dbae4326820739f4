import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { show } from './setup/run.mjs';
import { Obstacle, repository } from './setup/script.mjs';

const stampFile = path.join(repository, 'out', '.built-from');
const sources = ['electron', 'renderer', 'build', 'package.json', 'package-lock.json'];

/** Builds the app into `out/`. @returns {Promise<boolean>} whether that worked */
export const buildApp = async () => {
  const stamp = await currentStamp();
  const code = await show(process.execPath, ['build/build.mjs']);
  if (code === 0) await writeFile(stampFile, stamp);
  return code === 0;
};

/**
 * Builds the app unless nothing changed since `out/` was built.
 * @param {import('./setup/script.mjs').Say} say
 */
export const buildWhenStale = async (say) => {
  if ((await readFile(stampFile, 'utf8').catch(() => null)) === (await currentStamp())) return;
  say('Building the app …');
  if (!(await buildApp())) throw new Obstacle('The app could not be built, see above.');
};

/** Says that somebody else writes to `out/` from now on. */
export const forgetBuild = () => rm(stampFile, { force: true });

/** Name, size and time of change of every source file. */
const currentStamp = async () => {
  const lines = [];
  for (const name of sources) lines.push(...(await stampLines(name)));
  return lines.sort().join('\n');
};

/**
 * @param {string} name relative to the checkout
 * @returns {Promise<string[]>}
 */
const stampLines = async (name) => {
  const file = path.join(repository, name);
  const about = await stat(file);
  if (!about.isDirectory()) return [`${name} ${about.size} ${about.mtimeMs}`];
  const names = await readdir(file);
  const lines = await Promise.all(names.map((inner) => stampLines(path.join(name, inner))));
  return lines.flat();
};
