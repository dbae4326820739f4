// npm run pictures: takes the pictures of the window anew, those that the tests compare with and those of the README.
import { copyFile, cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { resolveElectron } from './electron-runtime.mjs';
import { buildWhenStale } from './fresh-build.mjs';
import { runTests } from './run-tests.mjs';
import { repository, runScript, sayOnStdout as say } from './setup/script.mjs';
import { withDesktop } from './throw-away-desktop.mjs';

const kept = path.join(repository, 'test', 'e2e', 'pictures');
const ofReadme = { 'window.png': 'ready-en-light.png', 'window-dark.png': 'ready-en-dark.png' };

await runScript(async () => {
  const electron = await resolveElectron({ say, mayFetch: false });
  await buildWhenStale(say);
  return withDesktop({ electron, say }, async ({ run, folder }) => {
    // The desktop's user may be one who cannot write to the checkout.
    const made = path.join(folder, 'pictures');
    const tally = await runTests({
      project: 'desktop',
      electron,
      run: (command, args, env) => run(command, args, { ...env, TASKBELL_PICTURES: made }),
      reportFolder: folder,
      filters: ['test/e2e/pictures.test.ts'],
    });
    if (tally.failed > 0) return 1;
    await rm(kept, { recursive: true, force: true });
    await mkdir(kept);
    await cp(made, kept, { recursive: true });
    for (const [name, picture] of Object.entries(ofReadme))
      await copyFile(path.join(kept, picture), path.join(repository, 'docs', name));
    say(`See ${path.relative(repository, kept)} and docs/window.png. Look at each before you commit it.`);
    return 0;
  });
});
