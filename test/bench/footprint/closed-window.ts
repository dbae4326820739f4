import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../../desktop/until.ts';
import type { TaskbellHome } from '../../e2e/running-app.ts';
import { memoryMb } from './process-costs.ts';

export interface AroundWindow {
  /** MB before there was a window, and once it was closed and its process given back. */
  readonly beforeMb: number;
  readonly afterMb: number;
}

/** Driven over Playwright, whose connection costs some MB in both figures. */
export const measureClosedWindow = async (home: TaskbellHome, settleMs: number): Promise<AroundWindow> => {
  const app = await home.launch('--hidden');
  try {
    await pause(settleMs);
    const beforeMb = memoryMb(app.processId);
    await app.electron.evaluate(({ app: electron }) => electron.emit('activate'));
    await (await app.window()).locator('[role=option]').first().waitFor();
    await pause(2000);
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.destroy());
    await until('the window to be gone', () => app.electron.windows().length === 0);
    await pause(settleMs);
    return { beforeMb, afterMb: memoryMb(app.processId) };
  } finally {
    await app.quit();
  }
};
