import { BrowserWindow, dialog } from 'electron';
import { words } from '../shared/language/spoken.ts';

const filters = () => [
  { name: words().moves.listFiles, extensions: ['json'] },
  { name: words().moves.spreadsheets, extensions: ['csv'] },
];

/** The desktop's own dialogs, on the window that is open. Null when the user chooses none. */
export const createChosenFiles = () => ({
  toWrite: async (suggestedName: string): Promise<string | null> => {
    const wanted = filters().filter(({ extensions }) =>
      extensions.some((ending) => suggestedName.endsWith(ending)),
    );
    const options = { defaultPath: suggestedName, filters: wanted };
    const window = BrowserWindow.getAllWindows()[0];
    const chosen = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
    return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
  },
  toRead: async (): Promise<string | null> => {
    const options: Electron.OpenDialogOptions = { properties: ['openFile'], filters: filters().slice(0, 1) };
    const window = BrowserWindow.getAllWindows()[0];
    const chosen = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
    return chosen.filePaths[0] ?? null;
  },
  folder: async (startsAt: string): Promise<string | null> => {
    const options: Electron.OpenDialogOptions = {
      defaultPath: startsAt,
      properties: ['openDirectory', 'createDirectory'],
    };
    const window = BrowserWindow.getAllWindows()[0];
    const chosen = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
    return chosen.filePaths[0] ?? null;
  },
});
