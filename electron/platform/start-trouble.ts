import { app, dialog } from 'electron';
import { words } from '../shared/language/spoken.ts';

/** Says why Taskbell cannot start, and ends. Started without a window it says so on standard error only. */
export const startTrouble = async (sentence: string, hidden: boolean): Promise<void> => {
  process.stderr.write(`taskbell: ${sentence}\n`);
  if (!hidden) {
    await app.whenReady();
    await dialog.showMessageBox({
      type: 'error',
      title: 'Taskbell',
      message: words().storage.cannotStart,
      detail: sentence,
    });
  }
  app.exit(1);
};
