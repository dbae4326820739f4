import { join } from 'node:path';
import { app as electron, Menu } from 'electron';

/** What has to be said to Electron before it is ready. */
export const prepareElectron = (folder: string): void => {
  // Without it Windows shows no notification and starts nothing when one is clicked.
  electron.setAppUserModelId('io.github.taskbell.Taskbell');
  // Chromium would put a key for its cookies into the user's keyring, and ask to unlock it; Taskbell has no cookies.
  electron.commandLine.appendSwitch('password-store', 'basic');
  // What Chromium keeps for itself stays beside our data, out of the way.
  electron.setPath('userData', join(folder, 'chromium'));
  // macOS knows copy and paste only through a menu; elsewhere a menu bar would be in the way.
  Menu.setApplicationMenu(
    process.platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null,
  );
  // The window is one view of the app; without it the app goes on in the tray.
  electron.on('window-all-closed', () => undefined);
};
