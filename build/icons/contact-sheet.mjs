import { drawn, traySource, traySvg, trayStates } from './tray-pictures.mjs';

/** Grounds that panels have, and the look that goes there. */
const rows = [
  { ground: '#1d1d1f', paint: null },
  { ground: '#f3f3f3', paint: null },
  { ground: '#1d1d1f', paint: '#f4f4f5' },
  { ground: '#f3f3f3', paint: '#26262a' },
];
const sizes = [16, 22, 32];
const cell = 44;
const zoom = 3;

/** Every icon at the sizes of panels, enlarged without smoothing. @returns {Promise<Buffer>} a PNG */
export const contactSheet = async () => {
  const source = await traySource();
  /** @type {[import('./tray-pictures.mjs').Shape, number | null][]} */
  const pictures = [
    ...trayStates
      .filter((state) => state !== 'running')
      .map((state) => /** @type {[typeof state, null]} */ ([state, null])),
    ...[0, 1, 2, 4, 6, 7].map((ring) => /** @type {['running', number]} */ (['running', ring])),
  ];
  const width = pictures.length * cell;
  const height = rows.length * sizes.length * cell;
  const cells = rows.flatMap(({ ground, paint }, row) =>
    sizes.flatMap((size, at) => {
      const y = (row * sizes.length + at) * cell;
      const images = pictures.map(([state, ring], column) => {
        const png = drawn(traySvg(source, state, ring, paint), size).toString('base64');
        const inset = (cell - size) / 2;
        return `<image x="${column * cell + inset}" y="${y + inset}" width="${size}" height="${size}" image-rendering="optimizeSpeed" href="data:image/png;base64,${png}"/>`;
      });
      return [`<rect y="${y}" width="${width}" height="${cell}" fill="${ground}"/>`, ...images];
    }),
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${cells.join('')}</svg>`;
  return drawn(svg, width * zoom);
};
