import { readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { openSession } from '../../desktop/desktop-session.ts';
import { processOwning } from '../../desktop/name-owners.ts';
import { until } from '../../desktop/until.ts';
import { createTaskbellHome, type RunningApp } from '../../e2e/running-app.ts';
import { memoryMb } from '../footprint/process-costs.ts';

/** What the built app holds after so many windows. */
export interface UsedApp {
  readonly windows: number;
  readonly heapMb: number;
  readonly memoryMb: number;
  readonly descriptors: number;
  readonly handles: number;
  readonly listeners: number;
}

const readUse = async (app: RunningApp, windows: number): Promise<UsedApp> => {
  await pause(3000);
  const inside = await app.electron.evaluate(({ app: electron, nativeTheme, powerMonitor }) => {
    process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
    (process.getBuiltinModule('node:vm').runInNewContext('gc') as () => void)();
    const emitters: NodeJS.EventEmitter[] = [electron, nativeTheme, powerMonitor, process];
    return {
      heapMb: process.memoryUsage().heapUsed / 1e6,
      handles: process.getActiveResourcesInfo().length,
      listeners: emitters
        .flatMap((emitter) => emitter.eventNames().map((name) => emitter.listenerCount(name)))
        .reduce((sum, count) => sum + count, 0),
    };
  });
  const descriptors = readdirSync(`/proc/${String(app.processId)}/fd`).length;
  return { windows, ...inside, memoryMb: memoryMb(app.processId), descriptors };
};

/** Opens the window, waits for its page, and gives its process back, as happens a while after it was hidden. */
const openAndClose = (app: RunningApp): Promise<void> =>
  app.electron.evaluate(
    ({ app: electron, BrowserWindow }) =>
      new Promise<void>((resolve) => {
        electron.emit('activate');
        const [window] = BrowserWindow.getAllWindows();
        window?.webContents.once('did-finish-load', () => {
          setTimeout(() => {
            window.once('closed', () => resolve());
            window.destroy();
          }, 50);
        });
      }),
  );

/** The bus starts each of these again as soon as somebody asks for it. */
const kill = async (name: string): Promise<void> => {
  const session = openSession();
  try {
    process.kill(await processOwning(session, name), 'SIGKILL');
    await until(`${name} to be gone`, async () =>
      processOwning(session, name).then(
        () => false,
        () => true,
      ),
    );
  } finally {
    session.close();
  }
};

export const useApp = async (
  windows: number,
  readings: number,
  restarts: number,
): Promise<readonly UsedApp[]> => {
  const home = createTaskbellHome();
  const app = await home.launch('--hidden');
  const used: UsedApp[] = [];
  try {
    // The first window brings in what every later one uses again.
    await openAndClose(app);
    used.push(await readUse(app, 1));
    for (let opened = 1; opened < windows; opened += 1) {
      await openAndClose(app);
      if ((opened + 1) % Math.ceil(windows / readings) === 0) used.push(await readUse(app, opened + 1));
    }
    for (let round = 0; round < restarts; round += 1) {
      for (const name of ['org.freedesktop.Notifications', 'org.freedesktop.secrets']) {
        await kill(name).catch(() => undefined); // it was not started again, so it cannot be killed
        await home.command(['doctor']);
      }
    }
    used.push(await readUse(app, windows));
  } finally {
    await app.quit();
    home.remove();
  }
  return used;
};
