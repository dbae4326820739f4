import { readFile } from 'node:fs/promises';
import { Resvg } from '@resvg/resvg-js';

/** As in electron/core/tray-view.ts; a running icon has a picture for each eighth of its ring. */
export const trayStates = /** @type {const} */ ([
  'idle',
  'running',
  'attention',
  'failed',
  'offline',
  'paused',
  'quiet',
]);

const ringSteps = [0, 1, 2, 3, 4, 5, 6, 7];

/** What each look paints everything with; null keeps the colours of the source. */
const looks = { '': null, '-light': '#f4f4f5', '-dark': '#26262a' };

/**
 * Electron picks a file for the screen's scale by these endings. On Linux only the largest goes to the panel, which
 * scales it down itself.
 */
const panelSizes = { '': 16, '@1.25x': 20, '@1.5x': 24, '@2x': 32, '@3x': 48, '@4x': 64 };
const menuBarSizes = { '': 18, '@2x': 36 };

/** @typedef {(typeof trayStates)[number] | 'news'} Shape */

/**
 * One picture as SVG.
 * @param {string} source the text of svg/tray.svg
 * @param {Shape} shape
 * @param {number | null} ring how many eighths of the ring are drawn
 * @param {string | null} paint one colour for everything
 */
export const traySvg = (source, shape, ring, paint) => {
  const length = 2 * Math.PI * 6.9;
  const arc =
    ring === null || ring === 0
      ? ''
      : `<circle class="ring" cx="8" cy="8" r="6.9" transform="rotate(-90 8 8)" stroke-dasharray="${(length * ring) / 8} ${length}"/>`;
  const whole = source.replace('</svg>', `<use href="#${shape}"/>${arc}</svg>`);
  // Masks are drawn in black and white, and stay so.
  return paint === null ? whole : whole.replaceAll(/#(?!ffffff|000000)[0-9a-f]{6}\b/g, paint);
};

/**
 * @param {string} svg
 * @param {number} size in pixels, of both sides
 */
export const drawn = (svg, size) =>
  new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();

export const traySource = () => readFile(new URL('svg/tray.svg', import.meta.url), 'utf8');

/**
 * Draws every picture of the tray from its one source.
 * @returns {Promise<Map<string, Buffer>>} file name to PNG bytes
 */
export const drawTrayPictures = async () => {
  const source = await traySource();
  /** @type {Map<string, Buffer>} */
  const pictures = new Map();
  for (const state of trayStates) {
    for (const ring of state === 'running' ? ringSteps : [null]) {
      const name = ring === null ? `tray-${state}` : `tray-${state}-${ring}`;
      for (const [look, paint] of Object.entries(looks)) {
        const svg = traySvg(source, state, ring, paint);
        for (const [ending, size] of Object.entries(panelSizes))
          pictures.set(`${name}${look}${ending}.png`, drawn(svg, size));
      }
      // A template image of macOS: black, its shape in the transparency.
      const template = traySvg(source, state, ring, '#000000');
      for (const [ending, size] of Object.entries(menuBarSizes))
        pictures.set(`${name}Template${ending}.png`, drawn(template, size));
    }
  }
  pictures.set('overlay-news.png', drawn(traySvg(source, 'news', null, null), 32));
  return pictures;
};
