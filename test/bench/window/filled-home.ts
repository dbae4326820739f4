import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../../electron/platform/sqlite-database.ts';
import { storeOver } from '../../../electron/platform/sqlite-store.ts';
import { createTaskbellHome, type TaskbellHome } from '../../e2e/running-app.ts';
import { fillStore } from '../store/filled-store.ts';

/** Of the tasks that have ended, a start lists this many and no more. */
const ended = 1000;

/** A data folder whose store lists so many tasks. Checks are paused: nothing but the window is to be measured. */
export const createFilledHome = (tasks: number): TaskbellHome => {
  const home = createTaskbellHome();
  mkdirSync(home.folder, { recursive: true, mode: 0o700 });
  const file = join(home.folder, 'taskbell.sqlite');
  fillStore(file, ended, tasks - ended);
  const store = storeOver(openDatabase(file));
  store.saveSetting('paused', 'true');
  store.close();
  return home;
};
