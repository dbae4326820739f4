import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ListedTask } from '../../../electron/cli/control-contract.ts';
import type { DemoGateway } from './demo-gateway.ts';

/** The real command line, on the demo's own data folder. */
export interface DemoCommandLine {
  /** What the command printed; rejects with what it complained of when it failed. */
  run(...words: readonly string[]): Promise<string>;
  /** Adds the gateway and all its tasks. */
  fill(gateway: DemoGateway): Promise<void>;
  list(): Promise<readonly ListedTask[]>;
}

const cli = fileURLToPath(new URL('../../../out/cli.cjs', import.meta.url));
const gatewayName = 'Demo';
const keyVariable = 'TASKBELL_DEMO_KEY';

export const createDemoCommandLine = (environment: NodeJS.ProcessEnv): DemoCommandLine => {
  const run = async (words: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<string> => {
    const child = spawn(process.execPath, [cli, ...words], {
      env: { ...environment, ...more, ELECTRON_RUN_AS_NODE: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const exit = once(child, 'exit');
    const [out, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const [code] = (await exit) as [number | null];
    if (code === 0) return out;
    throw new Error(`taskbell ${words.slice(0, 2).join(' ')} failed: ${complaint.trim()}`);
  };
  return {
    run: (...words) => run(words),
    fill: async ({ url, key, tasks }) => {
      await run(['gateway', 'add', gatewayName, '--url', url, '--key-env', keyVariable], {
        [keyVariable]: key,
      });
      await run(['watch', ...tasks.map(({ id }) => id), '--gateway', gatewayName]);
    },
    list: async () => JSON.parse(await run(['list', '--json'])) as readonly ListedTask[],
  };
};

/** Takes the demo's gateway away, and with it the key that it has in the keychain. */
export const emptyDemo = async (commandLine: DemoCommandLine): Promise<void> => {
  await commandLine.run('gateway', 'remove', gatewayName);
  await commandLine.run('quit');
};
