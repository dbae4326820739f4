import { join } from 'node:path';
import { app, shell } from 'electron';
import type { ResultFiles } from '../core/saving-ports.ts';
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

export const createElectronResultFiles = (): ResultFiles =>
  createResultFiles({
    ...resultDownload(),
    defaultFolder: join(app.getPath('downloads'), 'Taskbell'),
    openFile: async (path) => (await shell.openPath(path)) === '',
    showFile: (path) => shell.showItemInFolder(path),
  });
