// npm run bench -- NAME [--json]: measures one thing. Figures are for people; nothing is asserted.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { resolveElectron } from './electron-runtime.mjs';
import { show } from './setup/run.mjs';
import { Obstacle, repository, runScript, sayOnStderr } from './setup/script.mjs';

const folder = path.join(repository, 'build', 'bench');
const [name = '', ...rest] = process.argv.slice(2);

await runScript(async () => {
  const script = path.join(folder, name, 'bench.ts');
  if (!/^[a-z-]+$/.test(name) || !existsSync(script)) {
    const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    throw new Obstacle(`Say which: npm run bench -- ${names.map((entry) => entry.name).join(' | ')}`);
  }
  const electron = await resolveElectron({ say: sayOnStderr, mayFetch: false });
  return show(electron.executable, [script, ...rest], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
});
