import { cp, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { drawTrayPictures } from './icons/tray-pictures.mjs';

/** @param {string} relative */
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** Everything that runs goes to out/, from nothing. */
await rm(path('../out'), { recursive: true, force: true });
await build({ configFile: path('renderer.vite.ts'), logLevel: 'warn' });
for (const mode of ['main', 'preload', 'cli']) {
  await build({ configFile: path('main.vite.ts'), mode, logLevel: 'warn' });
}
await cp(path('icons/png'), path('../out/icons'), { recursive: true });
for (const [name, png] of await drawTrayPictures()) await writeFile(path(`../out/icons/${name}`), png);
console.log('Built to out/.');
