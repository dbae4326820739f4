import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Small files by task in a folder of their own, at most so many bytes of them. No method rejects. */
export interface PictureFolder {
  read(taskId: string): Promise<Uint8Array | null>;
  /** The oldest make room for it. */
  keep(taskId: string, bytes: Uint8Array): Promise<void>;
  drop(taskIds: readonly string[]): Promise<void>;
  empty(): Promise<void>;
}

export const mostPictureBytes = 200 * 1024 * 1024;

export const createPictureFolder = (folder: string, mostBytes = mostPictureBytes): PictureFolder => {
  // A task's id is a stranger's text in the worst case, and no part of a path.
  const pathOf = (taskId: string): string =>
    join(folder, `${createHash('sha256').update(taskId).digest('hex').slice(0, 40)}.jpg`);

  /** Sizes in the order in which they were made; read once, because only this process writes there. */
  let reading: Promise<Map<string, number>> | null = null;
  const sizes = (): Promise<Map<string, number>> => (reading ??= sizesIn(folder));

  const forget = async (path: string): Promise<void> => {
    (await sizes()).delete(path);
    await rm(path, { force: true }).catch(() => undefined);
  };

  const makeRoom = async (): Promise<void> => {
    const known = await sizes();
    let total = [...known.values()].reduce((sum, size) => sum + size, 0);
    for (const [path, size] of known) {
      if (total <= mostBytes) return;
      total -= size;
      await forget(path);
    }
  };

  const keep = async (taskId: string, bytes: Uint8Array): Promise<void> => {
    const path = pathOf(taskId);
    await mkdir(folder, { recursive: true });
    await writeFile(`${path}.part`, bytes);
    await rename(`${path}.part`, path);
    const known = await sizes();
    known.delete(path);
    known.set(path, bytes.length);
    await makeRoom();
  };

  return {
    read: (taskId) => readFile(pathOf(taskId)).catch(() => null),
    // A disk that takes none costs nothing but the picture.
    keep: (taskId, bytes) => keep(taskId, bytes).catch(() => undefined),
    drop: async (taskIds) => {
      for (const taskId of taskIds) await forget(pathOf(taskId));
    },
    empty: async () => {
      reading = null;
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    },
  };
};

const sizesIn = async (folder: string): Promise<Map<string, number>> => {
  const names = await readdir(folder).catch(() => []);
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const about = await stat(path).catch(() => null);
      return about === null ? [] : [{ path, size: about.size, at: about.mtimeMs }];
    }),
  );
  const inOrder = files.flat().sort((one, other) => one.at - other.at);
  return new Map(inOrder.map(({ path, size }) => [path, size]));
};
