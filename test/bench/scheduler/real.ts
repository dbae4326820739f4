import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { notAsNode } from '../../desktop/desktop-session.ts';
import { mostInOneSecond, rounded } from './figures.ts';
import type { AppFigures, AppOrder } from './orders.ts';
import { remoteIdOf } from './seeded.ts';

export interface RealOptions {
  readonly tasks: number;
  readonly requestsPerSecond: number;
  readonly measuredMs: number;
  readonly profileFile: string | null;
}

const here = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const root = here('../../..');
const builtFolder = join(root, 'node_modules/.cache/bench-scheduler');

/** Builds the measured process as the app's own is built. */
export const buildMeasured = (): Promise<unknown> =>
  build({
    configFile: join(root, 'build/main.vite.ts'),
    mode: 'main',
    logLevel: 'warn',
    build: {
      outDir: builtFolder,
      rolldownOptions: { input: here('app-process.ts') },
    },
  });

/** The app's main process against the test gateway in another process, in real time on loopback. */
export const measureReal = async (options: RealOptions) => {
  // The bench itself runs under Electron as Node.
  const executable = process.execPath;
  const folder = await mkdtemp(join(tmpdir(), 'taskbell-bench-'));
  const gateway = await startGateway(executable, options.tasks);
  try {
    const order: AppOrder = {
      folder,
      answerFile: join(folder, 'figures.json'),
      url: gateway.url,
      key: gateway.key,
      tasks: options.tasks,
      requestsPerSecond: options.requestsPerSecond,
      warmUpMs: 10_000,
      measuredMs: options.measuredMs,
      idleMs: 20_000,
      profileFile: options.profileFile,
    };
    await runApp(executable, order);
    const figures = JSON.parse(await readFile(order.answerFile, 'utf8')) as AppFigures;
    const arrived = (await gateway.end()).filter((at) => at >= figures.from && at < figures.to);
    const perSecond = arrived.length / ((figures.to - figures.from) / 1000);
    const { tasks, requestsPerSecond } = options;
    return {
      options: { tasks, requestsPerSecond, measuredMs: options.measuredMs },
      arrivedPerSecond: rounded(perSecond),
      shareOfBudget: rounded(perSecond / requestsPerSecond, 3),
      mostArrivedInASecond: mostInOneSecond(arrived),
      ...figures,
    };
  } finally {
    gateway.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};

const startGateway = async (executable: string, tasks: number) => {
  const child = spawn(executable, [here('gateway-process.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  const lines = createInterface(child.stdout);
  const ids = Array.from({ length: tasks }, (_, place) => remoteIdOf('gw0', place));
  child.stdin.write(`${JSON.stringify(ids)}\n`);
  const [first] = (await once(lines, 'line')) as [string];
  const { url, key } = JSON.parse(first) as { url: string; key: string };
  return {
    url,
    key,
    /** When each request came, wall clock ms. */
    end: async (): Promise<readonly number[]> => {
      child.stdin.end();
      const [seen] = (await once(lines, 'line')) as [string];
      return JSON.parse(seen) as number[];
    },
    stop: () => void child.kill(),
  };
};

const runApp = async (executable: string, order: AppOrder): Promise<void> => {
  const noSandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(
    executable,
    ['--ozone-platform=headless', '--disable-gpu', ...noSandbox, join(builtFolder, 'main.cjs')],
    {
      stdio: ['ignore', 'inherit', 'pipe'],
      env: { ...notAsNode(process.env), TASKBELL_BENCH_ORDER: JSON.stringify(order) },
    },
  );
  // Chromium complains there of the display and the buses that are missing on purpose.
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The measured process ended with ${String(code)}.\n${complaints}`);
};
