import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkoutLaunch, installedLaunch } from '../../electron/cli/app-launch.ts';
import { appEnvironment, startApp, type AppStart } from '../../electron/cli/app-start.ts';
import { sentenceOf, temporaryFolder, until } from './harness.ts';
import { createManualClock } from '../fakes/manual-clock.ts';

describe('how the app is started', () => {
  it('an installed app is its own executable', () => {
    expect(installedLaunch('/opt/Taskbell/taskbell', ['list'], {})).toMatchObject({
      executable: '/opt/Taskbell/taskbell',
      args: ['--hidden'],
    });
  });

  it('an AppImage is the image, since its executable goes away with the command', () => {
    const launch = installedLaunch('/tmp/.mount_x/taskbell', [], { APPIMAGE: '/home/u/Taskbell.AppImage' });
    expect(launch.executable).toBe('/home/u/Taskbell.AppImage');
  });

  it('the sandbox of an installed app is off only when the user said so', () => {
    expect(installedLaunch('/t', ['--no-sandbox', 'list'], {}).args).toEqual(['--hidden', '--no-sandbox']);
  });

  const checkout = (): string => {
    const root = temporaryFolder();
    for (const folder of ['out', 'node_modules/.cache']) mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, 'out/main.cjs'), '');
    writeFileSync(
      join(root, 'node_modules/.cache/electron-runtime.json'),
      `{"executable":"${process.execPath}"}`,
    );
    return root;
  };

  it('a checkout uses the Electron that the set-up recorded', () => {
    const root = checkout();
    expect(checkoutLaunch(root, {}, false)).toEqual({
      ok: true,
      value: { executable: process.execPath, args: [root, '--hidden'], remark: null },
    });
  });

  it('a checkout uses the Electron that TASKBELL_ELECTRON names before that', () => {
    const launch = checkoutLaunch(checkout(), { TASKBELL_ELECTRON: '/bin/sh' }, false);
    expect(launch).toMatchObject({ value: { executable: '/bin/sh' } });
  });

  it('a checkout run where Chromium cannot sandbox turns the sandbox off and says so', () => {
    const root = checkout();
    const launch = checkoutLaunch(root, {}, true);
    expect(launch).toMatchObject({ value: { args: ['--no-sandbox', root, '--hidden'] } });
    expect(launch.ok && launch.value.remark).toContain('without Chromium’s sandbox');
  });

  it.each([
    ['is not set up', 'node_modules/.cache/electron-runtime.json', '{}'],
    ['is not set up', 'node_modules/.cache/electron-runtime.json', 'garbage'],
    ['is not set up', 'node_modules/.cache/electron-runtime.json', '{"executable":"/nowhere/electron"}'],
  ])('a checkout whose Electron %s gives a sentence', (sentence, file, text) => {
    const root = checkout();
    writeFileSync(join(root, file), text);
    expect(sentenceOf(checkoutLaunch(root, {}, false))).toContain(sentence);
  });

  it('a checkout that is not built gives a sentence', () => {
    const launch = checkoutLaunch(temporaryFolder(), { TASKBELL_ELECTRON: '/bin/sh' }, false);
    expect(sentenceOf(launch)).toContain('npm run build');
  });

  it('the environment has the data folder and no key', () => {
    const env = { PATH: '/bin', KEY: 'sk-1', ELECTRON_RUN_AS_NODE: '1', TASKBELL_HOME: 'here' };
    expect(appEnvironment(env, '/data', ['KEY'])).toEqual({ PATH: '/bin', TASKBELL_HOME: '/data' });
  });
});

describe('starting the app', () => {
  const startWith = (over: Partial<AppStart> & { executable?: string; args?: string[] }) => {
    const clock = createManualClock();
    const { executable = process.execPath, args = [], ...rest } = over;
    const start = startApp({
      launch: { executable, args, remark: null },
      env: { ...process.env },
      clock,
      answers: () => Promise.resolve(false),
      signal: new AbortController().signal,
      ...rest,
    });
    return until(clock, start, 100);
  };

  it('is done when the app answers, which got its arguments and environment and no terminal', async () => {
    const told = join(temporaryFolder(), 'told.json');
    const script = `require('node:fs').writeFileSync(process.argv[1] + '.part', JSON.stringify({
      argv: process.argv.slice(2), home: process.env.TASKBELL_HOME, key: process.env.KEY ?? null, tty: process.stdin.isTTY ?? false }));
      require('node:fs').renameSync(process.argv[1] + '.part', process.argv[1])`;
    const answers = (): Promise<boolean> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!existsSync(told)) return;
          watcher.close();
          resolve(true);
        };
        const watcher = watch(join(told, '..'), look);
        look();
      });
    const env = { ...process.env, TASKBELL_HOME: '/data' };
    const started = await startWith({ args: ['-e', script, told, '--hidden'], env, answers });
    expect(started).toEqual({ ok: true, value: null });
    expect(JSON.parse(readFileSync(told, 'utf8'))).toEqual({
      argv: ['--hidden'],
      home: '/data',
      key: null,
      tty: false,
    });
  });

  it('fails with the reason when there is nothing to start', async () => {
    expect(sentenceOf(await startWith({ executable: '/nowhere/taskbell' }))).toContain('ENOENT');
  });

  // Each look takes as long as starting a process, so that the end of the app is seen before the deadline.
  const lookSlowly = (): Promise<boolean> => {
    spawnSync('true');
    return Promise.resolve(false);
  };

  it.each([
    [{ DISPLAY: ':7' }, /could not be started: it ended with code 1\./],
    [{}, /could not be started: there is no display\./],
  ])(
    'fails as soon as the app has ended badly, and says when a display is missing: %j',
    async (env, said) => {
      const started = await startWith({
        executable: 'false',
        env: { PATH: process.env['PATH'], ...env },
        answers: lookSlowly,
      });
      expect(sentenceOf(started)).toMatch(said);
    },
  );

  it('goes on looking when the app has ended well: another one may have been faster', async () => {
    let looks = 0;
    const answers = (): Promise<boolean> => {
      looks += 1;
      return Promise.resolve(looks > 50);
    };
    expect(await startWith({ executable: 'true', answers })).toEqual({ ok: true, value: null });
  });

  it('gives up after 20 s', async () => {
    let looks = 0;
    const answers = (): Promise<boolean> => {
      looks += 1;
      return Promise.resolve(false);
    };
    expect(sentenceOf(await startWith({ executable: 'true', answers }))).toContain(
      'did not answer within 20 s',
    );
    expect(looks).toBe(200);
  });

  it('stops waiting when the command does', async () => {
    const stop = new AbortController();
    const answers = (): Promise<boolean> => {
      stop.abort();
      return Promise.resolve(false);
    };
    expect(await startWith({ executable: 'true', answers, signal: stop.signal })).toMatchObject({
      ok: false,
    });
  });
});
