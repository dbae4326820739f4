import { cp, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { drawTrayPictures } from './icons/tray-pictures.mjs';
import { electronHere } from './electron-runtime.mjs';
import { licencesOf } from './packages/licences.mjs';
import { capture } from './setup/run.mjs';

/** @param {string} relative */
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** @type {string[]} */
const moduleIds = [];
/** @param {import('vite').InlineConfig} config */
const bundle = async (config) => {
  const outputs = [await build({ ...config, logLevel: 'warn' })].flat();
  for (const outcome of outputs) {
    if (!('output' in outcome)) continue;
    for (const file of outcome.output) if (file.type === 'chunk') moduleIds.push(...file.moduleIds);
  }
};

/** The app starts without it too, only later. */
const makeCodeCache = async () => {
  const electron = await electronHere();
  if (electron === null) return console.log('No Electron here to compile the main process with beforehand.');
  const { code, stderr } = await capture(electron.executable, [path('code-cache.mjs')], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  if (code !== 0) throw new Error(`The main process could not be compiled beforehand: ${stderr}`);
};

/** Everything that runs goes to out/, from nothing. */
await rm(path('../out'), { recursive: true, force: true });
await bundle({ configFile: path('renderer.vite.ts') });
for (const mode of ['start', 'main', 'preload', 'cli'])
  await bundle({ configFile: path('main.vite.ts'), mode });
await cp(path('icons/png'), path('../out/icons'), { recursive: true });
for (const [name, png] of await drawTrayPictures()) await writeFile(path(`../out/icons/${name}`), png);
await cp(path('demo/demo.webm'), path('../out/demo.webm'));
await writeFile(path('../out/THIRD-PARTY-LICENCES.txt'), await licencesOf(moduleIds));
await makeCodeCache();
console.log('Built to out/.');
