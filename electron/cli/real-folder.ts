import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The folder itself, whatever links lead to it, also while it is not there yet: its socket has one address. */
export const realFolder = (folder: string): string => {
  try {
    return realpathSync(folder);
  } catch {
    const parent = dirname(folder);
    return parent === folder ? folder : join(realFolder(parent), basename(folder));
  }
};
