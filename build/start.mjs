// npm start [-- ARGS]: the app for real use, built when it is not.
import { buildWhenStale } from './fresh-build.mjs';
import { launchFlags } from './launch-flags.mjs';
import { show } from './setup/run.mjs';
import { repository, runScript, sayOnStdout as say } from './setup/script.mjs';
import { setUp } from './setup/set-up.mjs';

await runScript(async () => {
  const electron = await setUp({ desktop: false, say });
  await buildWhenStale(say);
  return show(electron.executable, [...launchFlags(electron, say), repository, ...process.argv.slice(2)]);
});
