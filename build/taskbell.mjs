// npm run taskbell -- ARGS: the command line of the checkout. Standard output is the command's alone.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { resolveElectron } from './electron-runtime.mjs';
import { buildWhenStale } from './fresh-build.mjs';
import { launchFlags } from './launch-flags.mjs';
import { show } from './setup/run.mjs';
import { repository, runScript, sayOnStderr as say } from './setup/script.mjs';

await runScript(async () => {
  // Which Electron it is has been said at the set-up; before every answer it would be in the way.
  const electron = await resolveElectron({ say: () => undefined, mayFetch: false });
  if (!existsSync(path.join(repository, 'out', 'cli.cjs'))) await buildWhenStale(say);
  return show(process.execPath, [path.join(repository, 'out', 'cli.cjs'), ...process.argv.slice(2)], {
    cwd: process.env['INIT_CWD'] ?? process.cwd(),
    env: {
      ...process.env,
      TASKBELL_ELECTRON: electron.executable,
      // For when the command starts the app; the command itself says so.
      ...(launchFlags(electron, () => undefined).length === 0 ? {} : { TASKBELL_NO_SANDBOX: '1' }),
    },
  });
});
