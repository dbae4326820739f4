import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { shell } from 'electron';
import type { SessionBus } from './dbus/session-bus.ts';

/** Who is still busy with it then has opened it: some openers stay for as long as their program is open. */
const openedAfterMs = 3000;

/** Opens a file or a folder in the user's program for it; false when there is none. Never rejects. */
export const openInProgram = (path: string): Promise<boolean> => {
  const opening =
    process.platform === 'linux' ? byOpener(path) : shell.openPath(path).then((why) => why === '');
  const stillBusy = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(true), openedAfterMs).unref();
  });
  return Promise.race([opening.catch(() => false), stillBusy]);
};

/** Electron's own call tells nothing before the opened program has ended, and not always then. */
const byOpener = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const opener = spawn('xdg-open', [path], { detached: true, stdio: 'ignore' });
    opener.once('error', () => resolve(false));
    opener.once('exit', (code) => resolve(code === 0));
    opener.unref();
  });

const fileManagerAnswersWithinMs = 3000;

/**
 * Shows a file in the desktop's file manager, or at least its folder where that cannot point at files; false when
 * there is none. Never rejects. https://www.freedesktop.org/wiki/Specifications/file-manager-interface/
 */
export const showInFileManager = async (path: string, bus: SessionBus | null): Promise<boolean> => {
  if (process.platform !== 'linux') {
    shell.showItemInFolder(path);
    return true;
  }
  const shown = await bus?.call(
    {
      destination: 'org.freedesktop.FileManager1',
      path: '/org/freedesktop/FileManager1',
      interface: 'org.freedesktop.FileManager1',
      member: 'ShowItems',
      signature: 'ass',
      body: [[pathToFileURL(path).href], process.env['XDG_ACTIVATION_TOKEN'] ?? ''],
    },
    fileManagerAnswersWithinMs,
  );
  return shown?.ok === true || openInProgram(dirname(path));
};
