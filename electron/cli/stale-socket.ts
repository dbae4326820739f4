import { lstatSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { codeOf } from './private-folder.ts';

/** What tells one file at a path from the next: inode numbers alone are used again at once. */
export interface Seen {
  readonly inode: bigint;
  readonly madeAtNs: bigint;
}

export const seen = (path: string): Seen | null => {
  const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? null : { inode: stats.ino, madeAtNs: stats.mtimeNs };
};

export const sameFile = (one: Seen, other: Seen | null): boolean =>
  other !== null && one.inode === other.inode && one.madeAtNs === other.madeAtNs;

/** Nobody holds the right to remove for longer; who seems to has died on the way. */
const longestRemovalMs = 10_000;

/**
 * Removes the dead socket that was seen. Of several processes that saw it, one gets the right to remove exactly
 * that file, so that none removes a socket which another has put there since. The others do nothing.
 */
export const removeStale = (path: string, dead: Seen): void => {
  const right = `${path}.${String(dead.inode)}-${String(dead.madeAtNs)}`;
  try {
    writeFileSync(right, '', { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') return;
    const taken = statSync(right, { throwIfNoEntry: false });
    if (taken !== undefined && Date.now() - taken.mtimeMs > longestRemovalMs) rmSync(right, { force: true });
    return;
  }
  if (sameFile(dead, seen(path))) rmSync(path, { force: true });
  rmSync(right, { force: true });
};
