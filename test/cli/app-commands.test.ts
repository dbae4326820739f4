import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { minuteTimeText } from '../../electron/shared/local-time.ts';
import { testStart } from './fake-app.ts';
import { CommandLine, until, withRunningApp } from './harness.ts';

describe('starting the app', () => {
  it('happens for a command that finds it not running', async () => {
    const line = new CommandLine();
    expect(await line.run('list', '--json')).toBe(0);
    expect(line.starts).toHaveLength(1);
    expect(line.out).toBe('[]\n');
  });

  it('does not happen when it runs', async () => {
    const line = await withRunningApp();
    await line.run('list');
    expect(line.starts).toEqual([]);
  });

  it('exits 1 with the reason when it fails', async () => {
    const line = new CommandLine();
    line.startTrouble = 'The app is not built.';
    expect(await line.run('list')).toBe(1);
    expect(line.err).toBe('taskbell: The app is not built.\n');
  });

  it.each(['quit', 'version'])('does not happen for %s', async (command) => {
    const line = new CommandLine();
    expect(await line.run(command)).toBe(0);
    expect(line.starts).toEqual([]);
  });
});

describe('an app that runs but does not answer', () => {
  it('is given up after a minute', async () => {
    const line = new CommandLine();
    const silent = createServer();
    onTestFinished(() => void silent.close());
    const asked = new Promise((resolve) => silent.once('connection', resolve));
    await new Promise<void>((resolve) => silent.listen(line.address.path, resolve));
    const code = line.run('list');
    await asked;
    await line.clock.advance(60_000);
    expect(await code).toBe(1);
    expect(line.err).toContain('does not answer');
  });
});

describe('pause, resume, quit and version', () => {
  it('pause and resume the checks', async () => {
    const line = await withRunningApp();
    expect(await line.run('pause')).toBe(0);
    expect(line.app.paused).toBe(true);
    expect(line.out).toBe('Checks are paused; "taskbell resume" goes on with them.\n');
    expect(await line.run('resume')).toBe(0);
    expect(line.app.paused).toBe(false);
  });

  it.each([
    ['30m', 30 * 60_000],
    ['2h', 7_200_000],
    ['1d', 86_400_000],
    ['90s', 90_000],
  ])('pause for %s', async (length, ms) => {
    const line = await withRunningApp();
    expect(await line.run('pause', '--for', length)).toBe(0);
    expect(line.out).toContain(`paused until ${minuteTimeText(testStart + ms, testStart)}`);
  });

  it.each(['', '0m', '30', 'm', '1w', '-5m', '32d', '1e3m', '30 m'])(
    'pause refuses %j as a length',
    async (length) => {
      const line = await withRunningApp();
      expect(await line.run('pause', `--for=${length}`)).toBe(2);
      expect(line.app.paused).toBe(false);
    },
  );

  it('startup says how it is, and chooses', async () => {
    const line = await withRunningApp();
    await line.run('startup');
    expect(line.out).toMatch(/^off: /);
    expect(await line.run('startup', 'on')).toBe(0);
    expect(line.out).toMatch(/^on: /);
    expect(line.app.startsAtLogin).toBe(true);
    expect(await line.run('startup', 'maybe')).toBe(2);
    expect(line.err).toBe('taskbell: Choose one of these: on, off.\n');
  });

  it('quit is done once the app is gone', async () => {
    const line = await withRunningApp();
    expect(await until(line.clock, line.run('quit'), 1)).toBe(0);
    expect(line.app.quitting).toBe(true);
    expect(line.out).toBe('Taskbell has quit.\n');
    expect(await line.run('quit')).toBe(0);
    expect(line.out).toBe('Taskbell is not running.\n');
  });

  it('version tells the command’s own, and the app’s when that is another', async () => {
    const line = await withRunningApp();
    await line.run('version');
    expect(line.out).toBe('taskbell 1.2.3\n');
    line.app.version = '1.2.2';
    await line.run('--version');
    expect(line.out).toBe('taskbell 1.2.3\nThe running app is 1.2.2.\n');
  });
});
