import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { codeCacheOf, compiled, compiledMain, hashOf } from '../../electron/compiled-main.ts';
import { temporaryFolder } from '../cli/harness.ts';

let file: string;

const write = (text: string): void => writeFileSync(file, text);
const writeCache = (): void => {
  const source = readFileSync(file);
  const made = compiled(file, source, null).createCachedData();
  writeFileSync(codeCacheOf(file), Buffer.concat([hashOf(source), made]));
};
/** What the file says of itself when it is run. */
const said = (): unknown => {
  const module = { exports: {} };
  const run = compiledMain(file).runInThisContext() as (...given: readonly unknown[]) => void;
  run(module.exports, null, module, file, '');
  return module.exports;
};

beforeEach(() => {
  file = join(temporaryFolder(), 'main.cjs');
  write('module.exports = { is: "first" };');
});

describe('the file of the main process', () => {
  it('runs when nothing was compiled beforehand', () => {
    expect(compiledMain(file).cachedDataRejected).toBeUndefined();
    expect(said()).toEqual({ is: 'first' });
  });

  it('is not compiled again when it was compiled beforehand', () => {
    writeCache();
    expect(compiledMain(file).cachedDataRejected).toBe(false);
    expect(said()).toEqual({ is: 'first' });
  });

  it('is compiled when what is there was made of another text, also of one as long', () => {
    writeCache();
    write('module.exports = { is: "other" };');
    expect(compiledMain(file).cachedDataRejected).toBeUndefined();
    expect(said()).toEqual({ is: 'other' });
  });

  it.each(['', 'x', 'x'.repeat(5000)])('is compiled when what is there is no code', (text) => {
    writeFileSync(codeCacheOf(file), text);
    expect(said()).toEqual({ is: 'first' });
  });

  it('is compiled when another V8 made what is there', () => {
    const source = readFileSync(file);
    writeFileSync(codeCacheOf(file), Buffer.concat([hashOf(source), Buffer.alloc(5000, 7)]));
    expect(compiledMain(file).cachedDataRejected).toBe(true);
    expect(said()).toEqual({ is: 'first' });
  });
});
