import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import type { Bridge } from '../../../electron/shared/bridge.ts';
import type { WatchlistPatch } from '../../../electron/shared/watchlist-view.ts';
import type { RunningApp } from '../../e2e/running-app.ts';

export interface PatchingFigures {
  readonly patches: number;
  /** Of one processor core, in percent. */
  readonly cpuPercent: number;
  readonly longestTaskMs: number;
  readonly longestFrameMs: number;
}

const everyMs = 10;
const patchesATurn = 5;
const tickMs = 10;

/** Sends patches to the window as main does, one changed task each, and looks at what they cost its process. */
export const measurePatching = async (
  app: RunningApp,
  page: Page,
  turns: number,
): Promise<PatchingFigures> => {
  const { revision, running } = await page.evaluate(async () => {
    const { taskbell } = globalThis as unknown as { taskbell: Bridge };
    const { revision, tasks } = await taskbell.request('watchlist:read');
    return { revision, running: tasks.filter(({ phase }) => phase === 'running').slice(-1000) };
  });
  const processId = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  await page.evaluate(watchTasksAndFrames);
  const cpuBefore = cpuMs(processId ?? 0);
  const began = performance.now();
  const patches = await app.electron.evaluate(
    ({ BrowserWindow }, { from, tasks, length, every, atOnce }) =>
      new Promise<number>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        let sent = 0;
        const send = (): void => {
          const task = tasks[(sent * 37) % tasks.length];
          if (task === undefined) return;
          const patch: WatchlistPatch = {
            from: from + sent,
            to: from + sent + 1,
            changedTasks: [{ ...task, progress: (sent % 100) / 100 }],
            removedTasks: [],
            changedGateways: [],
            removedGateways: [],
            status: null,
          };
          contents?.send('watchlist:patched', patch);
          sent += 1;
        };
        const timer = setInterval(() => {
          for (let count = 0; count < atOnce; count += 1) send();
          if (sent < length * atOnce) return;
          clearInterval(timer);
          resolve(sent);
        }, every);
      }),
    { from: revision, tasks: running, length: turns, every: everyMs, atOnce: patchesATurn },
  );
  const tookMs = performance.now() - began;
  const cpuPercent = ((cpuMs(processId ?? 0) - cpuBefore) / tookMs) * 100;
  return { patches, cpuPercent, ...(await page.evaluate(endWatching)) };
};

interface Watching {
  watching: { longestTaskMs: number; longestFrameMs: number; end: () => void };
}

const watchTasksAndFrames = (): void => {
  const seen: Watching['watching'] = { longestTaskMs: 0, longestFrameMs: 0, end: () => undefined };
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longestTaskMs = Math.max(seen.longestTaskMs, duration);
  });
  observer.observe({ entryTypes: ['longtask'] });
  let before = performance.now();
  let ended = false;
  const onFrame = (now: number): void => {
    seen.longestFrameMs = Math.max(seen.longestFrameMs, now - before);
    before = now;
    if (!ended) requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
  seen.end = () => {
    ended = true;
    observer.disconnect();
  };
  Object.assign(globalThis, { watching: seen });
};

const endWatching = (): Omit<PatchingFigures, 'patches' | 'cpuPercent'> => {
  const { watching } = globalThis as unknown as Watching;
  watching.end();
  return { longestTaskMs: watching.longestTaskMs, longestFrameMs: watching.longestFrameMs };
};

/** What a process has computed so far, on all its threads. */
const cpuMs = (processId: number): number => {
  const text = readFileSync(`/proc/${String(processId)}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
};
