import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sessionBusAddress, socketsOf } from '../../../electron/platform/dbus/bus-address.ts';
import { electronHere, listenOnBus, openSession } from '../../desktop/desktop-session.ts';
import { registeredItems } from '../../desktop/tray-item.ts';
import { until } from '../../desktop/until.ts';

/** A program on Electron that puts an item into the tray. */
export interface TrayProgram {
  readonly name: string;
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
}

export interface Started {
  readonly processId: number;
  /** From the start of its process to its item in the panel's list, in ms. */
  readonly tookMs: number;
  /** What its main thread worked until then: unlike the time that passed, it is the same beside other work. */
  readonly workedMs: number;
  end(): Promise<void>;
}

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const blankTray = (window: 'none' | 'hidden'): TrayProgram => ({
  name: window === 'none' ? 'blank tray' : 'blank tray with a hidden window',
  args: [file('blank-tray.mjs')],
  environment: { BLANK_ICON: file('../../../out/icons/app-256.png'), BLANK_WINDOW: window },
});

export const taskbell = (name: string, folder: string): TrayProgram => ({
  name,
  args: [file('../../..'), '--hidden'],
  environment: { TASKBELL_HOME: folder },
});

/** How long a process's first thread has run. */
const ownMs = (processId: number): number =>
  Number(readFileSync(`/proc/${String(processId)}/schedstat`, 'utf8').split(' ')[0]) / 1e6;

/** Starts it on the desktop that we run on, and waits for its item. Nothing else may be in the tray. */
export const start = async (program: TrayProgram): Promise<Started> => {
  const here = electronHere();
  const session = openSession();
  await until('an empty tray', async () => (await registeredItems(session)).length === 0);
  const address = sessionBusAddress(process.env) ?? '';
  if (socketsOf(address).length === 0) throw new Error('There is no session bus.');
  const registered = Promise.withResolvers<number>();
  const connection = await listenOnBus(address, (from) => {
    if (from === 'org.kde.StatusNotifierWatcher') registered.resolve(performance.now());
  });
  const userData = mkdtempSync(join(tmpdir(), 'taskbell-footprint-'));
  const began = performance.now();
  const child = spawn(here.executable, [...here.leading, `--user-data-dir=${userData}`, ...program.args], {
    env: { ...here.environment, ...program.environment },
    stdio: 'ignore',
  });
  const tookMs = (await registered.promise) - began;
  const workedMs = ownMs(child.pid ?? 0);
  connection.end();
  session.close();
  return {
    processId: child.pid ?? 0,
    tookMs,
    workedMs,
    end: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
