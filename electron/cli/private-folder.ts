import { chmodSync, lstatSync, mkdirSync, readdirSync, statSync, type Stats } from 'node:fs';
import { failed, ok, type Result } from '../shared/result.ts';

export type FolderTrouble = 'not-a-folder' | 'of-another-user' | 'open-to-others' | 'not-writable';

/** Whether a folder is the user's own and closed to everybody else; null when it is. */
const troubleWith = (stats: Stats): FolderTrouble | null => {
  if (!stats.isDirectory()) return 'not-a-folder';
  // Windows has no such bits: there the folder inherits the rights of the user's profile.
  if (process.platform === 'win32') return null;
  if (stats.uid !== process.geteuid?.()) return 'of-another-user';
  return (stats.mode & 0o077) === 0 ? null : 'open-to-others';
};

/**
 * Makes the folder with mode 0700, or checks the one that is there. An empty one is closed to others; one with
 * files in it is refused instead, since it may be a shared place such as /tmp.
 */
export const ensurePrivateFolder = (folder: string): Result<null, FolderTrouble> => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const trouble = troubleWith(statSync(folder));
    if (trouble === 'open-to-others' && readdirSync(folder).length === 0) {
      chmodSync(folder, 0o700);
      return ok(null);
    }
    return trouble === null ? ok(null) : failed(trouble);
  } catch (error) {
    return failed(
      codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOTDIR' ? 'not-a-folder' : 'not-writable',
    );
  }
};

/**
 * The same without making or following anything, for a folder at a place where other users can write: a link
 * put there by somebody else must not be trusted. 'absent' when there is none.
 */
export const privateFolderAt = (folder: string): Result<null, FolderTrouble | 'absent'> => {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) return failed('absent');
  const trouble = troubleWith(stats);
  return trouble === null ? ok(null) : failed(trouble);
};

/** The code of a system error, such as ENOENT. */
export const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
