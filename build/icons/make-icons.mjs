// node build/icons/make-icons.mjs [--check | --sheet FILE.png]: the pictures of the app that are kept in build/icons/png.
// Those of the tray are drawn by the build. --sheet draws all of these beside each other, to be looked at.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Obstacle, runScript, sayOnStdout } from '../setup/script.mjs';
import { contactSheet } from './contact-sheet.mjs';
import { drawn } from './tray-pictures.mjs';

const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

const pngFolder = here('png');
const appSizes = [256, 512];

/**
 * Draws every picture that is kept.
 * @returns {Promise<Map<string, Buffer>>} file name to PNG bytes
 */
const drawIcons = async () => {
  const app = await readFile(here('svg/app.svg'), 'utf8');
  return new Map(appSizes.map((size) => [`app-${size}.png`, drawn(app, size)]));
};

/** @param {Map<string, Buffer>} pictures */
const write = async (pictures) => {
  await rm(pngFolder, { recursive: true, force: true });
  await mkdir(pngFolder);
  await Promise.all([...pictures].map(([name, png]) => writeFile(path.join(pngFolder, name), png)));
  sayOnStdout(`Drew ${String(pictures.size)} pictures into build/icons/png.`);
};

/** @param {Map<string, Buffer>} pictures */
const check = async (pictures) => {
  const kept = await readdir(pngFolder);
  const stale = kept.filter((name) => !pictures.has(name));
  for (const [name, png] of pictures) {
    if (!kept.includes(name) || !png.equals(await readFile(path.join(pngFolder, name)))) stale.push(name);
  }
  if (stale.length > 0)
    throw new Obstacle(`Out of date, run node build/icons/make-icons.mjs: ${stale.join(', ')}`);
};

await runScript(async () => {
  const [option, file] = process.argv.slice(2);
  if (option === '--sheet' && file !== undefined) {
    await writeFile(file, await contactSheet());
    sayOnStdout(`Drew ${file}.`);
    return 0;
  }
  const pictures = await drawIcons();
  await (option === '--check' ? check(pictures) : write(pictures));
  return 0;
});
