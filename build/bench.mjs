// npm run bench -- NAME [options]: measures something; every folder of test/bench is one.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { resolveElectron } from './electron-runtime.mjs';
import { buildWhenStale } from './fresh-build.mjs';
import { show } from './setup/run.mjs';
import { Obstacle, repository, runScript, sayOnStderr as say } from './setup/script.mjs';
import { withDesktop } from './throw-away-desktop.mjs';

/** These drive the built app, on a throw-away desktop. */
const onDesktop = ['footprint', 'leaks', 'window'];

await runScript(async () => {
  const folder = path.join(repository, 'test', 'bench');
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const [name = '', ...options] = process.argv.slice(2);
  if (!names.includes(name)) {
    throw new Obstacle(`Say what to measure: npm run bench -- ${names.sort().join(' | ')}`);
  }
  // The app's own code runs under the Node inside Electron, which reads TypeScript.
  const electron = await resolveElectron({ say, mayFetch: false });
  const args = [path.join(folder, name, 'bench.ts'), ...options];
  const asNode = { ELECTRON_RUN_AS_NODE: '1' };
  if (onDesktop.includes(name)) {
    await buildWhenStale(say);
    return withDesktop({ electron, say }, ({ run }) => run(electron.executable, args, asNode));
  }
  return show(electron.executable, args, { env: { ...process.env, ...asNode } });
});
