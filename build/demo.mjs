import { cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { resolveElectron } from './electron-runtime.mjs';
import { buildWhenStale } from './fresh-build.mjs';
import { launchFlags } from './launch-flags.mjs';
import { show } from './setup/run.mjs';
import { hasDisplay, repository, runScript, sayOnStdout as say } from './setup/script.mjs';
import { withDesktop } from './throw-away-desktop.mjs';

const output = path.join(repository, 'demo-output');

/** @param {string} name */
const script = (name) => path.join(repository, 'test', 'desktop', 'demo', name);

/** @param {import('./electron-runtime.mjs').ElectronRuntime} electron */
const attended = (electron) =>
  show(electron.executable, [script('attended.ts'), ...launchFlags(electron, say)], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });

/** @param {import('./electron-runtime.mjs').ElectronRuntime} electron */
const unattended = (electron) => {
  say('There is no display, so the demo runs on a throw-away desktop.');
  return withDesktop({ electron, say }, async ({ folder, run }) => {
    const made = path.join(folder, 'demo-output');
    const code = await run(electron.executable, [script('unattended.ts'), made], {
      ELECTRON_RUN_AS_NODE: '1',
    });
    await rm(output, { recursive: true, force: true });
    await mkdir(output);
    await cp(made, output, { recursive: true });
    say(`\nSee ${output}: window.png, tray.txt, notifications.jsonl.`);
    if (code === 0) say('To watch your own tasks: npm start');
    if (code !== 0) say('The demo did not come out as it should, see above.');
    return code;
  });
};

await runScript(async () => {
  const electron = await resolveElectron({ say, mayFetch: false });
  await buildWhenStale(say);
  return process.env['CI'] === undefined && hasDisplay() ? attended(electron) : unattended(electron);
});
