import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What the built-in gateway says of itself when it listens. */
export interface DemoGateway {
  readonly url: string;
  readonly key: string;
  readonly tasks: readonly { readonly id: string; readonly story: string }[];
  close(): Promise<void>;
}

const main = fileURLToPath(new URL('../../gateway/main.ts', import.meta.url));

/** A process of its own, as a gateway is. It ends with us. */
export const startDemoGateway = async (): Promise<DemoGateway> => {
  const child = spawn(process.execPath, [main, '--port', '0', '--demo', '--with-parent'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
    // Ctrl-C is for us: the gateway goes on until the demo has tidied up.
    detached: true,
  });
  const ended = once(child, 'exit');
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([text]) => String(text)),
    ended.then(() => Promise.reject(new Error('The built-in gateway did not start, see above.'))),
  ]);
  return {
    ...(JSON.parse(line) as Omit<DemoGateway, 'close'>),
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
};
