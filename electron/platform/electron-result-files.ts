import { join } from 'node:path';
import { app } from 'electron';
import type { ResultFiles } from '../core/saving-ports.ts';
import type { SessionBus } from './dbus/session-bus.ts';
import type { DownloadDependencies } from './download.ts';
import { createNetDownload } from './net-download.ts';
import { createResultFiles } from './result-files.ts';
import { gatewaySession } from './session-fetch.ts';

/** Results are asked for through the session that gateways are asked through. Usable once the app is ready. */
export const resultDownload = (): DownloadDependencies => ({
  open: createNetDownload(gatewaySession),
  addressesOf: async (hostname) => {
    const resolved = await gatewaySession()
      .resolveHost(hostname)
      .catch(() => null);
    return resolved?.endpoints.map(({ address }) => address) ?? [];
  },
});

/** A start does without them. */
const openers = () => import('./opened-files.ts');

export const createElectronResultFiles = (bus: SessionBus | null): ResultFiles =>
  createResultFiles({
    ...resultDownload(),
    defaultFolder: join(app.getPath('downloads'), 'Taskbell'),
    openFile: async (path) => (await openers()).openInProgram(path),
    showFile: async (path) => (await openers()).showInFileManager(path, bus),
  });
