import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Resolves what was written to a file to the disk. */
export const syncFile = (file: string): void => synced(file, 'r+');

/** The same for the names in a folder. Windows has no such thing. */
export const syncFolder = (folder: string): void => {
  if (process.platform !== 'win32') synced(folder, 'r');
};

const synced = (path: string, flags: string): void => {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};
