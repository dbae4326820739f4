import { join } from 'node:path';
import { app } from 'electron';
import { once } from '../core/once.ts';
import type { ResultFiles } from '../core/saving-ports.ts';
import type { SessionBus } from './dbus/session-bus.ts';
import type { DownloadDependencies } from './download.ts';
import { createFastestDownload } from './fastest-download.ts';
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

/** The same for a file that is saved, which may be large. */
export const fileDownload = (): DownloadDependencies => {
  const through = resultDownload();
  const overSocket = once(async () =>
    (await import('./socket-download.ts')).createSocketDownload({
      userAgent: gatewaySession().getUserAgent(),
    }),
  );
  return {
    ...through,
    open: createFastestDownload({
      isDirect: async (url) => (await gatewaySession().resolveProxy(url)) === 'DIRECT',
      overSocket: async (request, signal) => (await overSocket())(request, signal),
      throughSystem: through.open,
    }),
  };
};

/** A start does without them. */
const openers = () => import('./opened-files.ts');

export const createElectronResultFiles = (bus: SessionBus | null): ResultFiles =>
  createResultFiles({
    ...fileDownload(),
    defaultFolder: join(app.getPath('downloads'), 'Taskbell'),
    openFile: async (path) => (await openers()).openInProgram(path),
    showFile: async (path) => (await openers()).showInFileManager(path, bus),
  });
