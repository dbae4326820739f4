import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { controlAddress } from '../../electron/cli/control-address.ts';
import { dataFolder, ensureDataFolder } from '../../electron/cli/data-folder.ts';
import { sentenceOf, temporaryFolder } from './harness.ts';

describe('the data folder', () => {
  it.each([
    [{ TASKBELL_HOME: '/data/bell' }, 'linux', '/data/bell'],
    [{ TASKBELL_HOME: '/data/bell' }, 'darwin', '/data/bell'],
    [{ TASKBELL_HOME: '', XDG_CONFIG_HOME: '/cfg' }, 'linux', '/cfg/taskbell'],
    [{ XDG_CONFIG_HOME: 'relative' }, 'linux', '/home/u/.config/taskbell'],
    [{}, 'linux', '/home/u/.config/taskbell'],
    [{}, 'darwin', '/home/u/Library/Application Support/Taskbell'],
  ] as const)('with %j on %s is %s', (env, platform, folder) => {
    expect(dataFolder(env, platform, '/home/u')).toBe(folder);
  });

  it.each([
    [{ APPDATA: 'C:\\Users\\u\\AppData\\Roaming' }, 'C:\\Users\\u\\AppData\\Roaming\\Taskbell'],
    [{}, 'C:\\Users\\u\\AppData\\Roaming\\Taskbell'],
  ])('with %j on Windows is %s', (env, folder) => {
    expect(dataFolder(env, 'win32', 'C:\\Users\\u')).toBe(folder);
  });

  it('is absolute even when TASKBELL_HOME is not', () => {
    expect(dataFolder({ TASKBELL_HOME: 'here' }, 'linux', '/home/u')).toBe(join(process.cwd(), 'here'));
  });

  it('is made closed to others, with everything above it', () => {
    const folder = join(temporaryFolder(), 'a', 'taskbell');
    expect(ensureDataFolder(folder).ok).toBe(true);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('is closed to others when it is there and empty', () => {
    const folder = join(temporaryFolder(), 'open');
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    expect(ensureDataFolder(folder).ok).toBe(true);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('is refused and left alone when others can look into it and it holds something', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'thing'), '');
    chmodSync(folder, 0o755);
    expect(sentenceOf(ensureDataFolder(folder))).toContain('chmod 700');
    expect(statSync(folder).mode & 0o777).toBe(0o755);
  });

  it('is refused with a sentence when it is a file', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(sentenceOf(ensureDataFolder(file))).toContain('is a file');
    expect(ensureDataFolder(join(file, 'below'))).toMatchObject({ ok: false });
  });
});

describe('the control address', () => {
  const long = `/home/u/${'deep/'.repeat(30)}taskbell`;

  it('is in the data folder', () => {
    expect(controlAddress({ dataFolder: '/home/u/.config/taskbell', platform: 'linux', user: 'u' })).toEqual({
      path: '/home/u/.config/taskbell/control.sock',
      ownFolder: null,
    });
  });

  it.each(['linux', 'darwin'] as const)(
    'fits into a socket path on %s however long the data folder is',
    (platform) => {
      for (let length = 1; length < 300; length += 1) {
        const { path } = controlAddress({ dataFolder: `/${'é'.repeat(length)}`, platform, user: 'u' });
        expect(Buffer.byteLength(path)).toBeLessThanOrEqual(96);
      }
    },
  );

  it.each(['linux', 'win32'] as const)('is never shared by two users or two folders on %s', (platform) => {
    const places = [long, `${long}2`].flatMap((folder) =>
      ['u', 'v'].map((user) => ({ dataFolder: folder, platform, user })),
    );
    expect(new Set(places.map((place) => controlAddress(place).path)).size).toBe(4);
  });

  it('is a named pipe on Windows, the same however the folder is spelled', () => {
    const address = (folder: string) =>
      controlAddress({ dataFolder: folder, platform: 'win32', user: 'u' }).path;
    expect(address('C:\\Data\\Bell')).toMatch(/^\\\\\.\\pipe\\taskbell-[0-9a-f]{32}$/);
    expect(address('C:\\Data\\Bell')).toBe(address('c:/data/bell'));
  });
});
