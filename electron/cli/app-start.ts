import { spawn } from 'node:child_process';
import type { Clock } from '../core/ports.ts';
import { words } from '../shared/language/spoken.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import type { AppLaunch } from './app-launch.ts';
import type { Environment } from './data-folder.ts';

export interface AppStart {
  readonly launch: AppLaunch;
  readonly env: Environment;
  readonly clock: Clock;
  /** Whether the app answers on its control socket. */
  readonly answers: (signal: AbortSignal) => Promise<boolean>;
  readonly signal: AbortSignal;
}

const longestStartMs = 20_000;
const probeEveryMs = 100;

/** Starts the app on its own, so that it outlives this process, and resolves when it answers. */
export const startApp = async (start: AppStart): Promise<Result<null, string>> => {
  const { clock, answers, env } = start;
  const howItEnded = spawnDetached(start);
  const overdue = new AbortController();
  const cancel = clock.after(longestStartMs, () => overdue.abort());
  const stop = AbortSignal.any([overdue.signal, start.signal]);
  try {
    while (!stop.aborted) {
      // Read before asking: an app that ended because another one was faster leaves a running app behind.
      const ending = howItEnded();
      if (await answers(stop)) return ok(null);
      if (ending !== null) return failed(notStarted(ending, env));
      await new Promise<void>((resolve) => void clock.after(probeEveryMs, resolve));
    }
    return failed(words().appAnswers.start.tooLate);
  } finally {
    cancel();
  }
};

interface Ending {
  readonly how: string;
  /** False when there was nothing to run. */
  readonly hasRun: boolean;
}

/** The returned function says how the app failed; null while it runs, and when it ended of its own will. */
const spawnDetached = ({ launch, env }: AppStart): (() => Ending | null) => {
  const child = spawn(launch.executable, launch.args, { detached: true, stdio: 'ignore', env: { ...env } });
  let ending: Ending | null = null;
  child.once('error', (error) => {
    ending = { how: error.message, hasRun: false };
  });
  child.once('exit', (code, signal) => {
    const { endedWithSignal, endedWithCode } = words().appAnswers.start;
    if (code === 0) return;
    ending = { how: signal === null ? endedWithCode(String(code)) : endedWithSignal(signal), hasRun: true };
  });
  child.unref();
  return () => ending;
};

const notStarted = ({ how, hasRun }: Ending, env: Environment): string => {
  const said = words().appAnswers.start;
  const lacksDisplay = process.platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'];
  return hasRun && lacksDisplay ? said.noDisplay : said.failed(how);
};

/** The environment for the app: without what held a key, and without what would make Electron a plain Node. */
export const appEnvironment = (
  env: Environment,
  dataFolder: string,
  withoutEnv: readonly string[],
): Environment => {
  const dropped = new Set([...withoutEnv, 'ELECTRON_RUN_AS_NODE']);
  const kept = Object.entries(env).filter(([name]) => !dropped.has(name));
  return { ...Object.fromEntries(kept), TASKBELL_HOME: dataFolder };
};
