// node build/icons/make-icons.mjs [--check | --sheet FILE.png]: the pictures of the app that are kept: build/icons/png, and
// build/icons/packages for packages.
// Those of the tray are drawn by the build. --sheet draws all of these beside each other, to be looked at.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Obstacle, runScript, sayOnStdout } from '../setup/script.mjs';
import { icnsOf, icnsSizes, icoOf } from './containers.mjs';
import { contactSheet } from './contact-sheet.mjs';
import { drawn } from './tray-pictures.mjs';

const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

const appSizes = [256, 512];
const panelSizes = [16, 24, 32, 48, 64, 128, 256, 512];
const icoSizes = [16, 24, 32, 48, 64, 256];

/** Each holds what is drawn here and nothing else. */
const folders = ['png', 'packages'];

/**
 * Draws every picture that is kept.
 * @returns {Promise<Map<string, Buffer>>} path below build/icons to the file's bytes
 */
const drawIcons = async () => {
  const app = await readFile(here('svg/app.svg'), 'utf8');
  const sized = (/** @type {readonly number[]} */ sizes) =>
    new Map(sizes.map((size) => [size, drawn(app, size)]));
  return new Map([
    ...[...sized(appSizes)].map(([size, png]) => /** @type {const} */ ([`png/app-${size}.png`, png])),
    ...[...sized(panelSizes)].map(
      ([size, png]) => /** @type {const} */ ([`packages/${size}x${size}.png`, png]),
    ),
    ['packages/taskbell.ico', icoOf(sized(icoSizes))],
    ['packages/taskbell.icns', icnsOf(sized(icnsSizes))],
  ]);
};

/** @param {Map<string, Buffer>} pictures */
const write = async (pictures) => {
  for (const folder of folders) {
    await rm(here(folder), { recursive: true, force: true });
    await mkdir(here(folder));
  }
  await Promise.all([...pictures].map(([name, bytes]) => writeFile(here(name), bytes)));
  sayOnStdout(`Drew ${String(pictures.size)} pictures into build/icons.`);
};

/** @param {Map<string, Buffer>} pictures */
const check = async (pictures) => {
  const inFolder = async (/** @type {string} */ folder) =>
    (await readdir(here(folder))).map((name) => `${folder}/${name}`);
  const kept = (await Promise.all(folders.map(inFolder))).flat();
  const stale = kept.filter((name) => !pictures.has(name));
  for (const [name, bytes] of pictures) {
    if (!kept.includes(name) || !bytes.equals(await readFile(here(name)))) stale.push(name);
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
