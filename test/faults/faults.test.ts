import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

// Each starts the runtime anew.
vi.setConfig({ testTimeout: 60_000 });

const scenario = new URL('scenario.ts', import.meta.url).pathname;
const source = new URL('../../build/crash/faults.c', import.meta.url).pathname;

const runs = (command: string, ...args: readonly string[]): boolean =>
  process.platform === 'linux' && spawnSync(command, args, { stdio: 'ignore' }).status === 0;

const hasCompiler = runs('cc', '--version');
const hasMounts = runs('unshare', '-Urm', 'sh', '-c', 'mount -t tmpfs none /mnt');
const orWhy = (possible: boolean, why: string): string => (possible ? '' : ` (skipped: ${why})`);
const withCompiler = orWhy(hasCompiler, 'there is no C compiler here');
const withMounts = orWhy(hasMounts, 'this user may not mount here');

let folder = '';
let library = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taskbell-faults-'));
  library = join(folder, 'faults.so');
  if (hasCompiler) execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl']);
});
afterAll(() => rmSync(folder, { recursive: true }));

const resultOf = (command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): unknown => {
  const ran = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, ...env } });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout);
};

const freshData = (): string => {
  const data = mkdtempSync(join(folder, 'data-'));
  mkdirSync(join(data, 'home'));
  return join(data, 'home');
};

const behindBorder = (fault: string): unknown => {
  const data = freshData();
  return resultOf(process.execPath, [scenario, data, fault], {
    LD_PRELOAD: library,
    TASKBELL_FAULT: join(data, '..', 'fault'),
    TASKBELL_FAULT_BELOW: data,
  });
};

const onSmallDisk = (fault: string): unknown => {
  const data = freshData();
  const mount = 'mount -t tmpfs -o size=1m none "$0" && exec "$@"';
  return resultOf('unshare', ['-Urm', 'sh', '-c', mount, data, process.execPath, scenario, data, fault]);
};

/** What a user sees: the ending in the list at once, one warning, and the announcement once it is written. */
const asPromised = (reason: RegExp) => ({
  during: {
    phases: ['succeeded'],
    trouble: expect.stringMatching(reason) as string,
    notices: ['Taskbell cannot save its list'],
  },
  after: { phases: ['succeeded'], trouble: null, notices: ['Taskbell cannot save its list', 'Video ready'] },
  next: { phases: ['succeeded'], trouble: null, notices: [], notice: null },
});

describe('while the disk fails, Taskbell goes on watching, says so once and catches up', () => {
  it.skipIf(!hasCompiler)(`EIO on every fsync${withCompiler}`, () => {
    expect(behindBorder('EIO')).toEqual(asPromised(/could not be saved: disk I\/O error/));
  });

  it.skipIf(!hasCompiler)(`ENOSPC on every write${withCompiler}`, () => {
    expect(behindBorder('ENOSPC')).toEqual(asPromised(/could not be saved: .*disk is full/));
  });

  it.skipIf(!hasCompiler)(`EROFS on every write${withCompiler}`, () => {
    expect(behindBorder('EROFS')).toEqual(asPromised(/could not be saved: /));
  });

  it.skipIf(!hasMounts)(`a real disk that is full${withMounts}`, () => {
    expect(onSmallDisk('full')).toEqual(asPromised(/could not be saved: .*disk is full/));
  });
});

it('a data folder that is deleted while Taskbell runs costs nothing and is not even noticed', () => {
  expect(resultOf(process.execPath, [scenario, freshData(), 'deleted'])).toEqual({
    during: { phases: ['succeeded'], trouble: null, notices: ['Video ready'] },
    after: { phases: ['succeeded'], trouble: null, notices: ['Video ready'] },
    next: { phases: ['succeeded'], trouble: null, notices: [], notice: null },
  });
});

it.skipIf(!hasMounts)(
  `in a folder that is read-only from the start it watches and tells, says that nothing is kept, and changes nothing${withMounts}`,
  () => {
    expect(onSmallDisk('read-only')).toMatchObject({
      during: {
        phases: ['succeeded'],
        notices: ['Video ready'],
        notice: expect.stringMatching(/cannot be written .*endings may be told again/) as string,
      },
      after: { phases: ['succeeded'], notices: ['Video ready'], notice: null },
    });
  },
);

it.skipIf(!hasMounts)(
  `a video that fills a real disk goes on where it stopped once there is room${withMounts}`,
  () => {
    const saves = new URL('save-scenario.ts', import.meta.url).pathname;
    const mount = 'mount -t tmpfs -o size=70m none "$0" && exec "$@"';
    const disk = freshData();
    expect(resultOf('unshare', ['-Urm', 'sh', '-c', mount, disk, process.execPath, saves, disk])).toEqual({
      full: 'disk-full',
      keptMuch: true,
      wentOnAt: true,
      identical: true,
      names: ['boat.mp4'],
    });
  },
);
