import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { link, lstat, mkdir, open, rename, rm, stat, statfs, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { numberedName } from '../core/file-name.ts';
import { boxEnd, boxHeadBytes, mediaIn, signatureBytes, type Media } from '../core/media-signature.ts';
import type { FolderTrouble, SaveTrouble } from '../shared/saving.ts';

/** A file that is being saved. Every method rejects with an error of the file system. */
export interface PartFile {
  size(): Promise<number>;
  /** Keeps the first bytes only. */
  cut(length: number): Promise<void>;
  write(bytes: Uint8Array, at: number): Promise<void>;
  media(): Promise<Media | null>;
  /** Whether all that an MP4 says it holds is there; true for files that do not say. */
  isWhole(media: Media): Promise<boolean>;
  /** Gives the finished file its name beside what is there already. Resolves with its path. */
  place(name: string, ending: string): Promise<string>;
  close(): Promise<void>;
}

/** What is left alone of a disk, so that the system goes on. */
const spareBytes = 64 * 1024 * 1024;

/** `mayMake` makes the last folder of the path. */
export const openPartFile = async (folder: string, partName: string, mayMake: boolean): Promise<PartFile> => {
  if (mayMake) await mkdir(folder).catch(() => undefined);
  const path = join(folder, partName);
  // What has been put there in its place must not lead the writing elsewhere.
  const { O_CREAT, O_RDWR } = constants;
  const noFollow = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW;
  const handle = await open(path, O_RDWR | O_CREAT | noFollow, 0o600);
  const about = await handle.stat();
  if (!about.isFile() || about.nlink > 1) {
    await handle.close();
    throw Object.assign(new Error('This is not a file of its own.'), { code: 'EPERM' });
  }
  return partFileOver(handle, folder, path);
};

/** Tries it out, since rights alone say little; leaves nothing behind. `mayMake` as above. */
export const folderTroubleOf = async (folder: string, mayMake: boolean): Promise<FolderTrouble | null> => {
  if (mayMake) await mkdir(folder).catch(() => undefined);
  const path = join(folder, `.taskbell-${randomUUID()}.part`);
  try {
    await (await open(path, 'wx', 0o600)).close();
    await rm(path, { force: true });
    return null;
  } catch (error) {
    const trouble = diskTroubleOf(error);
    // Room can be made; it is told when a file does not fit.
    if (trouble === 'disk-full') return null;
    return trouble === 'no-folder' ? trouble : 'not-writable';
  }
};

const partFileOver = (handle: FileHandle, folder: string, path: string): PartFile => {
  const size = async (): Promise<number> => (await handle.stat()).size;
  const headAt = async (at: number, length: number): Promise<Uint8Array> => {
    const { bytesRead, buffer } = await handle.read(new Uint8Array(length), 0, length, at);
    return buffer.subarray(0, bytesRead);
  };
  return {
    size,
    cut: (length) => handle.truncate(length),
    write: async (bytes, at) => {
      const { bytesWritten } = await handle.write(bytes, 0, bytes.length, at);
      if (bytesWritten < bytes.length)
        throw Object.assign(new Error('Not all was written.'), { code: 'ENOSPC' });
    },
    media: async () => mediaIn(await headAt(0, signatureBytes)),
    isWhole: async ({ ending }) => {
      if (ending !== 'mp4' && ending !== 'mov') return true;
      const whole = await size();
      for (let at: number | null = 0; at !== whole;) {
        at = boxEnd(await headAt(at, boxHeadBytes), at, whole);
        if (at === null) return false;
      }
      return true;
    },
    place: async (name, ending) => {
      await handle.sync();
      await handle.close();
      const placed = await placeBeside(path, folder, name, ending);
      await syncedNames(folder);
      return placed;
    },
    close: () => handle.close(),
  };
};

/** Resolves when the names in a folder are on the disk too, as far as the system has such a thing. */
const syncedNames = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};

/** No file is ever replaced: a taken name is numbered. */
const placeBeside = async (part: string, folder: string, name: string, ending: string): Promise<string> => {
  for (let number = 1; ; number += 1) {
    const path = join(folder, numberedName(name, ending, number));
    try {
      await link(part, path);
      await rm(part);
      return path;
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EEXIST') continue;
      // Disks of cameras and phones know no second name of a file.
      if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL'].includes(code)) throw error;
    }
    if (
      await lstat(path).then(
        () => true,
        () => false,
      )
    )
      continue;
    await rename(part, path);
    return path;
  }
};

export const discardPart = (folder: string, partName: string): Promise<void> =>
  rm(join(folder, partName), { force: true }).catch(() => undefined);

export const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (about) => about.isFile(),
    () => false,
  );

/** Whether the disk of a folder takes so much more. */
export const hasRoom = async (folder: string, bytes: number): Promise<boolean> => {
  const about = await statfs(folder).catch(() => null);
  return about === null || about.bavail * about.bsize >= bytes + spareBytes;
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** What an error of the file system means for a save; null for any other error. */
export const diskTroubleOf = (error: unknown): SaveTrouble | null => {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return 'disk-full';
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'no-folder';
  return ['EACCES', 'EPERM', 'EROFS', 'ELOOP', 'EIO', 'EISDIR', 'EBUSY', 'ENAMETOOLONG', 'EMFILE'].includes(
    code,
  )
    ? 'not-writable'
    : null;
};

export const isSameFolder = (one: string, other: string): boolean => join(one, '.') === join(other, '.');
