import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The licences of what Taskbell is built from, as the build has gathered them; null where that file is missing. */
export const licenceTexts = (folder: string): Promise<string | null> =>
  readFile(join(folder, 'THIRD-PARTY-LICENCES.txt'), 'utf8').catch(() => null);
