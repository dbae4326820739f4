// The least that a tray app on this Electron can be, to compare with: an item, a menu, and a hidden window if asked for.
import { app, BrowserWindow, Menu, Tray } from 'electron';

let tray;
app.commandLine.appendSwitch('password-store', 'basic');
app.on('window-all-closed', () => undefined);
// Not awaited here: Electron is not ready before this file has been read to its end.
void app.whenReady().then(() => {
  tray = new Tray(process.env['BLANK_ICON'] ?? '');
  tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Quit', click: () => app.quit() }]));
  if (process.env['BLANK_WINDOW'] !== 'hidden') return;
  const hidden = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  void hidden.loadURL('data:text/html,<p>Blank');
});
