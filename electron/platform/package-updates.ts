import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { AppImageUpdater, AppUpdater, NsisUpdater } from 'electron-updater';
import type { Log, Updates } from '../core/ports.ts';
import { updateWayOf } from './update-way.ts';

/** electron-updater, loaded when there is something to look for: most starts never need it. */
export const createUpdates = (log: Log): Updates => {
  const way = updateWayOf({
    platform: process.platform,
    executable: process.execPath,
    environment: process.env,
    hasAddress: app.isPackaged && existsSync(join(process.resourcesPath, 'app-update.yml')),
  });
  let updater: AppUpdater | null = null;
  let installer: AppImageUpdater | NsisUpdater | null = null;

  const load = async (): Promise<AppUpdater> => {
    if (updater !== null) return updater;
    const kinds = await import('electron-updater');
    if (process.platform !== 'darwin')
      installer = process.platform === 'win32' ? new kinds.NsisUpdater() : new kinds.AppImageUpdater();
    updater = installer ?? new kinds.MacUpdater();
    updater.autoDownload = way === 'installs';
    // macOS puts it in place itself, when the process ends; elsewhere `install` does.
    updater.autoInstallOnAppQuit = process.platform === 'darwin';
    updater.disableDifferentialDownload = true;
    updater.logger = null;
    // Or it would take every program that is not an AppImage for one that cannot look.
    updater.forceDevUpdateConfig = way === 'tells';
    return updater;
  };

  return {
    way,
    look: async () => {
      try {
        const found = await (await load()).checkForUpdates();
        if (found?.isUpdateAvailable !== true) return null;
        await found.downloadPromise;
        return found.updateInfo.version;
      } catch (error) {
        log(`looked for a newer version: ${error instanceof Error ? error.message : String(error)}`);
        return null;
      }
    },
    install: () => void installer?.install(true, false),
  };
};
