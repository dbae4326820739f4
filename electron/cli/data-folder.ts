import { isAbsolute, posix, resolve, win32 } from 'node:path';
import { words } from '../shared/language/spoken.ts';
import { ok, failed, type Result } from '../shared/result.ts';
import { ensurePrivateFolder } from './private-folder.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where Taskbell keeps its data: TASKBELL_HOME, else the place the platform has for that. Always absolute. */
export const dataFolder = (env: Environment, platform: NodeJS.Platform, homeDir: string): string => {
  const moved = env['TASKBELL_HOME'];
  if (moved !== undefined && moved !== '') return resolve(moved);
  if (platform === 'win32') {
    return win32.join(env['APPDATA'] ?? win32.join(homeDir, 'AppData', 'Roaming'), 'Taskbell');
  }
  if (platform === 'darwin') return posix.join(homeDir, 'Library', 'Application Support', 'Taskbell');
  const config = env['XDG_CONFIG_HOME'] ?? '';
  // The XDG specification says that a relative path here is to be ignored.
  return posix.join(isAbsolute(config) ? config : posix.join(homeDir, '.config'), 'taskbell');
};

/** Makes the data folder, closed to other users; the trouble is a sentence for a person. */
export const ensureDataFolder = (folder: string): Result<null, string> => {
  const made = ensurePrivateFolder(folder);
  return made.ok ? ok(null) : failed(words().appAnswers.folders[made.trouble](folder));
};
