// npm run dev: the window reloads by itself, the app starts again when the code of its main process changes.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildWhenStale, forgetBuild } from './fresh-build.mjs';
import { launchFlags } from './launch-flags.mjs';
import { repository, runScript, sayOnStdout as say } from './setup/script.mjs';
import { setUp } from './setup/set-up.mjs';

/**
 * Rebuilds one of main and preload on every change of its sources.
 * @param {typeof import('vite')} vite
 * @param {'main' | 'preload'} mode
 * @param {() => void} onBuilt
 */
const watch = async (vite, mode, onBuilt) => {
  const configFile = path.join(repository, 'build', 'main.vite.ts');
  const watcher = await vite.build({ configFile, mode, logLevel: 'warn', build: { watch: {} } });
  if (!('on' in watcher)) throw new Error('Vite did not start to watch.');
  watcher.on('event', (event) => {
    if (event.code === 'ERROR') say(`${mode}: ${event.error.message}`);
    if (event.code === 'END') onBuilt();
  });
  return () => watcher.close();
};

await runScript(async () => {
  const electron = await setUp({ desktop: false, say });
  await buildWhenStale(say);
  await forgetBuild();
  const vite = await import('vite');
  const server = await vite.createServer({
    configFile: path.join(repository, 'build', 'renderer.vite.ts'),
    server: { host: '127.0.0.1' },
  });
  await server.listen();
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('Vite gave no address.');

  const args = [...launchFlags(electron, say), repository, ...process.argv.slice(2)];
  const env = { ...process.env, TASKBELL_DEV_URL: url };
  /** @type {Set<'main' | 'preload'>} */
  const built = new Set();
  /** @type {{ app: import('node:child_process').ChildProcess | null }} */
  const running = { app: null };
  /** @type {(code: number) => void} */
  let finish = () => undefined;
  /** @type {Promise<number>} */
  const finished = new Promise((resolve) => (finish = resolve));

  const startAgain = () => {
    const previous = running.app;
    const start = () => {
      const started = spawn(electron.executable, args, { cwd: repository, env, stdio: 'inherit' });
      running.app = started;
      // An app that ends by itself was quit by the user; one that was replaced is no longer the running one.
      started.once('exit', (code) => running.app === started && finish(code ?? 0));
    };
    running.app = null;
    if (previous === null || previous.exitCode !== null) return start();
    say('Starting the app again …');
    previous.once('exit', start);
    previous.kill();
  };
  const onBuilt = (/** @type {'main' | 'preload'} */ mode) => () => {
    built.add(mode);
    if (built.size === 2) startAgain();
  };
  const closers = [
    await watch(vite, 'main', onBuilt('main')),
    await watch(vite, 'preload', onBuilt('preload')),
  ];
  process.once('SIGINT', () => finish(130));
  const code = await finished;
  running.app?.kill();
  await Promise.all([server.close(), ...closers.map((close) => close())]);
  return code;
});
