import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DialectId } from '../../electron/dialects/dialect.ts';
import type { SavedKind } from '../../electron/shared/saving.ts';
import type { TaskEntry } from '../../electron/shared/watchlist-view.ts';
import { createFileServer, type FileServer } from '../gateway/file-server.ts';
import { startNetworkedApp, type NetworkedApp } from './networked-app.ts';
import { key } from './whole-app.ts';

/** The app in front of servers on loopback, and a folder that it saves into. */
export interface ServedResults extends NetworkedApp {
  /** Where the gateway answers. */
  readonly origin: FileServer;
  /** Where results may lie as well. */
  readonly host: FileServer;
  readonly folder: string;
  /** Watches a task, which is ready, and saves what came of it as `result`. */
  saved(task: ReadyTask): Promise<TaskEntry>;
  end(): Promise<void>;
}

export interface ReadyTask {
  readonly dialect: DialectId;
  readonly remoteId: string;
  readonly kinds?: readonly SavedKind[];
}

export const serveResults = async (): Promise<ServedResults> => {
  const origin = await createFileServer();
  const host = await createFileServer();
  const folder = mkdtempSync(join(tmpdir(), 'taskbell-served-'));
  const { whole, settled } = startNetworkedApp(folder);
  const { app, clock } = whole;
  return {
    whole,
    settled,
    origin,
    host,
    folder,
    saved: async ({ dialect, remoteId, kinds = ['video'] }) => {
      const added = await app.gateways.add({
        name: 'Studio',
        baseUrl: origin.url,
        dialect,
        allowPlainHttp: false,
        requestsPerSecond: null,
        saving: 'as-set',
        key,
      });
      if (!added.ok) throw new Error(added.trouble);
      const settings = app.results.settings();
      await app.results.configure({ ...settings, on: true, kinds, folder, nameTemplate: 'result' });
      app.tasks.watch(remoteId, added.value.id, 'window');
      await clock.advance(5000);
      await settled();
      return whole.onlyTask();
    },
    end: async () => {
      app.stop();
      await Promise.all([origin.close(), host.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
