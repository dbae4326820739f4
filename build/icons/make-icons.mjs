import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { Obstacle, runScript, sayOnStdout } from '../setup/script.mjs';

const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

const pngFolder = here('png');

const states = ['idle', 'running', 'attention', 'failed', 'offline', 'paused'];

/**
 * Electron picks a file for the screen's scale by these endings. On Linux only the largest goes to the panel, which
 * scales it down itself.
 */
const panelSizes = { '': 16, '@1.25x': 20, '@1.5x': 24, '@2x': 32, '@3x': 48 };
const menuBarSizes = { '': 18, '@2x': 36 };
const appSizes = [256, 512];

/**
 * Draws every picture from its SVG.
 * @returns {Promise<Map<string, Buffer>>} file name to PNG bytes
 */
const drawIcons = async () => {
  /** @type {Map<string, Buffer>} */
  const pictures = new Map();
  for (const state of states) {
    const svg = await readFile(here(`svg/tray-${state}.svg`), 'utf8');
    for (const [ending, size] of Object.entries(panelSizes)) {
      pictures.set(`tray-${state}${ending}.png`, drawn(svg, size));
    }
    for (const [ending, size] of Object.entries(menuBarSizes)) {
      pictures.set(`tray-${state}Template${ending}.png`, drawn(inBlack(svg), size));
    }
  }
  const app = await readFile(here('svg/app.svg'), 'utf8');
  for (const size of appSizes) pictures.set(`app-${String(size)}.png`, drawn(app, size));
  return pictures;
};

/**
 * @param {string} svg
 * @param {number} size in pixels, of both sides
 */
const drawn = (svg, size) => new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();

/**
 * A template image of macOS: black, its shape in the transparency. Masks are drawn in black and white already.
 * @param {string} svg
 */
const inBlack = (svg) => svg.replaceAll(/#(?!ffffff)[0-9a-f]{6}/g, '#000000');

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
  const pictures = await drawIcons();
  await (process.argv.includes('--check') ? check(pictures) : write(pictures));
  return 0;
});
