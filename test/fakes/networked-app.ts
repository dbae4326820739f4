import type { ResultFiles } from '../../electron/core/saving-ports.ts';
import { createAxiosHttp } from '../../electron/platform/axios-http.ts';
import { createResultFiles } from '../../electron/platform/result-files.ts';
import { createSocketDownload } from '../../electron/platform/socket-download.ts';
import { createScriptedHttp } from './scripted-http.ts';
import { startWholeApp, type WholeApp } from './whole-app.ts';

export interface NetworkedApp {
  readonly whole: WholeApp;
  /** Lets time pass until nothing is on its way over the network any more. */
  readonly settled: () => Promise<void>;
}

/** The whole app that asks real gateways on loopback and saves what they hand out into real files. */
export const startNetworkedApp = (folder: string): NetworkedApp => {
  const underway = new Set<Promise<unknown>>();
  const noted = <Value>(work: Promise<Value>): Promise<Value> => {
    underway.add(work);
    void work.finally(() => underway.delete(work));
    return work;
  };
  const http = createAxiosHttp(fetch);
  const files = createResultFiles({
    defaultFolder: folder,
    open: createSocketDownload({ userAgent: 'Taskbell' }),
    addressesOf: () => Promise.resolve([]),
    openFile: () => Promise.resolve(true),
    showFile: () => Promise.resolve(true),
    silenceMs: 300,
  });
  const save: ResultFiles['save'] = (job) => {
    const run = files.save(job);
    return { ...run, done: noted(run.done) };
  };
  const whole = startWholeApp({
    http: { ...createScriptedHttp(), get: (request) => noted(http.get(request)) },
    resultFiles: { ...files, save },
  });
  return {
    whole,
    settled: async () => {
      do {
        await Promise.all(underway);
        await whole.clock.advance(1000);
      } while (underway.size > 0);
    },
  };
};
