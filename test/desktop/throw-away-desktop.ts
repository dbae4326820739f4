import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { electronHere, notAsNode } from './desktop-session.ts';

export interface ThrowAwayDesktop {
  /** What a program on it must be given. */
  readonly environment: NodeJS.ProcessEnv;
  end(): Promise<void>;
}

const script = fileURLToPath(new URL('../../build/throw-away-desktop.mjs', import.meta.url));
const tellEnvironment = 'console.log(JSON.stringify(process.env)); process.stdin.resume()';

/** Another desktop beside the one that a test runs on, lacking what the test wants to be absent. */
export const startDesktopWithout = async (
  ...services: readonly ('keyring' | 'panel' | 'notifications')[]
): Promise<ThrowAwayDesktop> => {
  const { executable, environment: ours } = electronHere();
  const without = services.length === 0 ? [] : ['--without', services.join(',')];
  const holder = spawn(executable, [script, ...without, '--', executable, '-e', tellEnvironment], {
    env: { ...ours, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(holder, 'exit');
  const [line] = (await Promise.race([
    once(createInterface(holder.stdout), 'line'),
    ended.then(() => Promise.reject(new Error('The desktop did not come up, see above.'))),
  ])) as [string];
  return {
    environment: notAsNode(JSON.parse(line) as NodeJS.ProcessEnv),
    end: async () => {
      holder.stdin.end();
      await ended;
    },
  };
};
