import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../cli/harness.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { packagesOfLibrary } = (await import(path.join(root, 'build/setup/system-needs.mjs'))) as {
  packagesOfLibrary: Readonly<Record<string, readonly string[]>>;
};
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

interface BuilderConfiguration {
  readonly getConfig: (folder: string, file: string, changes: null) => Promise<Record<string, unknown>>;
  readonly validateConfiguration: (configuration: unknown, log: unknown) => Promise<void>;
}

/** electron-builder's own reading and checking of its configuration, which it exports to nobody. */
const { getConfig, validateConfiguration } = createRequire(import.meta.url)(
  path.join(root, 'node_modules/app-builder-lib/out/util/config/config.js'),
) as BuilderConfiguration;
const configuration = await getConfig(root, 'electron-builder.yml', null);
const check = (changes: Readonly<Record<string, unknown>>): Promise<void> =>
  validateConfiguration({ ...configuration, ...changes }, { isEnabled: false, add: () => undefined });

describe('electron-builder.yml', () => {
  it('is taken by electron-builder for every system, and a wrong word in it is not', async () => {
    await check({});
    await expect(check({ nsis: { oneClik: true } })).rejects.toThrow('configuration.nsis');
    await expect(check({ linux: { targets: 7 } })).rejects.toThrow('configuration.linux');
  });

  it('names in the deb what Electron and keytar load, under the names of old and new releases', () => {
    const { depends } = configuration['deb'] as { depends: readonly string[] };
    const needed = Object.values(packagesOfLibrary).map((names) => names.join(' | '));
    expect([...depends].sort()).toEqual([...new Set([...needed, 'xdg-utils'])].sort());
  });

  it('publishes nothing and nowhere', () => {
    expect(configuration['publish']).toBeNull();
  });

  it('has the version of package.json in what app stores are told', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    const metadata = read('build/packages/linux/io.github.taskbell.Taskbell.metainfo.xml');
    expect(metadata).toContain(`<release version="${version}"`);
  });
});

describe('the command of a package', () => {
  /** What it starts the program beside it with. */
  const wordsFor = (...words: readonly string[]): string => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'bin'));
    const command = path.join(folder, 'bin', 'taskbell');
    copyFileSync(path.join(root, 'build/packages/linux/taskbell'), command);
    writeFileSync(path.join(folder, 'taskbell'), '#!/bin/sh\necho "$@"\n', { mode: 0o755 });
    return execFileSync('sh', [command, ...words], { encoding: 'utf8', env: { PATH: process.env['PATH'] } });
  };

  it('starts the app for nothing, for options and for a link', () => {
    for (const words of [[], ['--hidden'], ['taskbell://watch?ref=a'], ['--hidden', 'TASKBELL:x']])
      expect(wordsFor(...words)).not.toContain('headless');
  });

  it('draws nothing for a command', () => {
    for (const words of [['list'], ['--version'], ['-h'], ['wait', 'a b']])
      expect(wordsFor(...words)).toContain('--ozone-platform=headless --disable-gpu');
    expect(wordsFor('wait', 'a b')).toMatch(/wait a b\n$/);
  });
});
