import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';

const given = ['exports', 'require', 'module', '__filename', '__dirname'];

/** The file of the main process, ready to run: a function of what a module is given. */
export const compiledMain = (file: string): Script => {
  const source = readFileSync(file);
  return compiled(file, source, fittingCache(codeCacheOf(file), source));
};

/** Beside a file: what V8 made of it on this system. See docs/decisions/0090-start.md */
export const codeCacheOf = (file: string): string =>
  file.replace(/\.cjs$/, `.${process.platform}-${process.arch}.cache`);

/** What V8 makes stands behind this: V8 itself compares no more than the length of the source. */
export const hashOf = (source: Buffer): Buffer => hash('sha256', source, 'buffer');

export const compiled = (file: string, source: Buffer, cachedData: Buffer | null): Script =>
  new Script(`(function (${given.join()}) { ${source.toString()}\n})`, {
    filename: file,
    ...(cachedData === null ? {} : { cachedData }),
  });

const fittingCache = (cacheFile: string, source: Buffer): Buffer | null => {
  try {
    const cache = readFileSync(cacheFile);
    const expected = hashOf(source);
    return expected.equals(cache.subarray(0, expected.length)) ? cache.subarray(expected.length) : null;
  } catch {
    // Built for another system, or where there was no Electron.
    return null;
  }
};
