import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const folder = fileURLToPath(new URL('./pictures/', import.meta.url));

/** Where `npm run pictures` wants new pictures; undefined when they are to be compared. */
const wantedIn = process.env['TASKBELL_PICTURES'];

/** Of the pixels, this many may look different: runtimes of other versions round edges otherwise. */
const mostDifferent = 0.005;

/** Compares a screenshot with the picture that is kept of it, or keeps it; null when they are alike. */
export const unlikePicture = (name: string, taken: Buffer): string | null => {
  if (wantedIn !== undefined) {
    mkdirSync(wantedIn, { recursive: true });
    // Packed tighter than a screenshot is.
    const packed = PNG.sync.write(PNG.sync.read(taken), {
      deflateLevel: 9,
      deflateStrategy: 0,
      filterType: 0,
      colorType: 2,
    });
    writeFileSync(`${wantedIn}/${name}.png`, packed);
    return null;
  }
  const file = `${folder}${name}.png`;
  if (!existsSync(file)) return `${name}: there is no picture yet. npm run pictures makes it.`;
  const before = PNG.sync.read(readFileSync(file));
  const now = PNG.sync.read(taken);
  const { width, height } = before;
  if (now.width !== width || now.height !== height)
    return `${name}: ${String(now.width)} × ${String(now.height)} in place of ${String(width)} × ${String(height)}`;
  const different = pixelmatch(before.data, now.data, undefined, width, height, { threshold: 0.1 });
  return different / (width * height) <= mostDifferent
    ? null
    : `${name}: ${String(different)} pixels are different. If they are to be, npm run pictures keeps the new ones.`;
};
