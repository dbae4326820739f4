// npm start [-- ARGS]: the app for real use, built when it is not.
import { buildWhenStale } from './fresh-build.mjs';
import { launchFlags } from './launch-flags.mjs';
import { show } from './setup/run.mjs';
import { hasDisplay, Obstacle, repository, runScript, sayOnStdout as say } from './setup/script.mjs';
import { setUp } from './setup/set-up.mjs';

await runScript(async () => {
  if (!hasDisplay()) {
    throw new Obstacle(
      'There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set. Run this on a desktop; "npm run demo" brings one of its own.',
    );
  }
  const electron = await setUp({ desktop: false, say });
  await buildWhenStale(say);
  return show(electron.executable, [...launchFlags(electron, say), repository, ...process.argv.slice(2)]);
});
