import { randomUUID } from 'node:crypto';
import { access, constants, open, readdir, readFile, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { words } from '../../shared/language/spoken.ts';
import { failed, ok } from '../../shared/result.ts';
import type { PartOfDesktop } from './part.ts';
import { sentences } from './sentences.ts';

const units: readonly (readonly [bytes: number, name: string])[] = [
  [1e12, 'TB'],
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'kB'],
];

/** "12 GB", "1.4 MB". */
const sizeText = (bytes: number): string => {
  const [unit, name] = units.find(([size]) => bytes >= size) ?? [1, words().diagnostics.storage.bytes];
  const count = bytes / unit;
  return `${count < 10 && unit > 1 ? count.toFixed(1) : String(Math.round(count))} ${name}`;
};

const littleSpace = 100e6;

export const storagePart = (dataFolder: string): PartOfDesktop => ({
  read: async () => {
    const [space, isWritable, used] = await Promise.all([
      statfs(dataFolder),
      access(dataFolder, constants.W_OK).then(
        () => true,
        () => false,
      ),
      sizeOf(dataFolder),
    ]);
    const free = space.bavail * space.bsize;
    const said = words().diagnostics.storage;
    const room = said.free(sizeText(free));
    const worry = free < littleSpace ? said.little : '';
    if (!isWritable) return said.notWritable(room);
    return sentences(said.writable(sizeText(used), room), worry);
  },
  test: async () => {
    const file = join(dataFolder, `test-${randomUUID()}.tmp`);
    const text = 'taskbell';
    try {
      const handle = await open(file, 'wx', 0o600);
      try {
        await handle.writeFile(text);
        await handle.sync();
      } finally {
        await handle.close();
      }
      const same = (await readFile(file, 'utf8')) === text;
      return same ? ok(words().diagnostics.storage.works) : failed(words().diagnostics.storage.otherText);
    } catch {
      return failed(words().diagnostics.storage.failed);
    } finally {
      await rm(file, { force: true }).catch(() => undefined);
    }
  },
});

/** Of the files at its top, where Taskbell's own are; what Chromium keeps below is not ours to count. */
const sizeOf = async (folder: string): Promise<number> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(({ name }) =>
        stat(join(folder, name)).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
};
