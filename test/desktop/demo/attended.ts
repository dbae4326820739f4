import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { notAsNode } from '../desktop-session.ts';
import { createDemoCommandLine, emptyDemo } from './demo-command-line.ts';
import { startDemoGateway } from './demo-gateway.ts';

// Runs on the user's own desktop: node build/demo.mjs starts it there.
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const repository = fileURLToPath(new URL('../../..', import.meta.url));
const flags = process.argv.slice(2);

const home = await mkdtemp(path.join(tmpdir(), 'taskbell-demo-'));
const env = {
  ...notAsNode(process.env),
  TASKBELL_HOME: home,
  TASKBELL_ELECTRON: process.execPath,
  ...(flags.length === 0 ? {} : { TASKBELL_NO_SANDBOX: '1' }),
};
const commandLine = createDemoCommandLine(env);
const gateway = await startDemoGateway();
const interrupted = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
const app = spawn(process.execPath, [...flags, repository], { env, stdio: 'inherit', detached: true });
const quit = once(app, 'exit');

try {
  // The first command waits until the app answers.
  await commandLine.fill(gateway);
  say(`The demo watches ${String(gateway.tasks.length)} tasks of the built-in gateway:`);
  for (const { story } of gateway.tasks) say(`  one ${story}`);
  say(
    'Its data is in a folder of its own. Quit Taskbell from its tray menu, or press Ctrl-C, to end the demo.',
  );
  await Promise.race([quit, interrupted]);
} finally {
  // Also after a quit: it leaves no key in the keychain.
  await emptyDemo(commandLine).catch((error: unknown) => say(String(error)));
  if (app.exitCode === null) app.kill();
  await quit;
  await gateway.close();
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
}
