// npm test [-- FILES]: the unit tests. With --desktop first: the tests that need the throw-away desktop.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { resolveElectron } from './electron-runtime.mjs';
import { buildWhenStale } from './fresh-build.mjs';
import { runTests } from './run-tests.mjs';
import { show } from './setup/run.mjs';
import { runScript, sayOnStdout as say } from './setup/script.mjs';
import { withDesktop } from './throw-away-desktop.mjs';

const [first, ...rest] = process.argv.slice(2);
const onDesktop = first === '--desktop';
const filters = onDesktop || first === undefined ? rest : [first, ...rest];

await runScript(async () => {
  const electron = await resolveElectron({ say, mayFetch: false });
  if (onDesktop) {
    await buildWhenStale(say);
    const tally = await withDesktop({ electron, say }, ({ run, folder }) =>
      runTests({ project: 'desktop', electron, run, reportFolder: folder, filters }),
    );
    return tally.failed === 0 ? 0 : 1;
  }
  const reportFolder = await mkdtemp(path.join(os.tmpdir(), 'taskbell-test-'));
  try {
    const run = /** @type {Parameters<typeof runTests>[0]['run']} */ (
      (command, args, env) => show(command, args, { env: { ...process.env, ...env } })
    );
    const tally = await runTests({ project: 'unit', electron, run, reportFolder, filters });
    return tally.failed === 0 ? 0 : 1;
  } finally {
    await rm(reportFolder, { recursive: true, force: true });
  }
});
