// npm run bench -- NAME [--json]: measures one thing. Figures are for people; nothing is asserted.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { resolveElectron } from './electron-runtime.mjs';
import { show } from './setup/run.mjs';
import { Obstacle, repository, runScript, sayOnStderr } from './setup/script.mjs';

/** One folder a bench, with a `bench.ts`. What needs the test's gateway and clocks stands beside those. */
const folders = ['build/bench', 'test/bench'].map((folder) => path.join(repository, folder));
const scriptsOf = (/** @type {string} */ name) =>
  folders.map((folder) => path.join(folder, name, 'bench.ts')).filter((script) => existsSync(script));
const [name = '', ...rest] = process.argv.slice(2);

await runScript(async () => {
  const [script] = /^[a-z-]+$/.test(name) ? scriptsOf(name) : [];
  if (script === undefined) {
    const names = folders.flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []));
    const known = names.filter((one) => scriptsOf(one).length > 0);
    throw new Obstacle(`Say which: npm run bench -- ${known.join(' | ')}`);
  }
  const electron = await resolveElectron({ say: sayOnStderr, mayFetch: false });
  return show(electron.executable, [script, ...rest], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', TASKBELL_ELECTRON: electron.executable },
  });
});
