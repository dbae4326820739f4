import { describe, expect, it, onTestFinished } from 'vitest';
import { spokenIn } from '../../electron/shared/language/languages.ts';
import { speak } from '../../electron/shared/language/spoken.ts';
import { aReport, testStart } from './fake-app.ts';
import { CommandLine, withRunningApp } from './harness.ts';

const minute = 60_000;

const busy = aReport({
  unfinished: 3,
  nextCheckAt: testStart + 4000,
  nextCheckReason: 'schedule',
  requestsLastMinute: 42,
  gateways: [
    {
      name: '纸船',
      dialect: 'relay',
      unfinished: 2,
      requestsLastMinute: 30,
      requestsPerSecond: 4,
      concurrency: 4,
      waitingUntil: testStart + 40_000,
      waitReason: 'gateway-asked',
      trouble: 'rate-limited',
    },
    {
      name: 'studio',
      dialect: 'kling',
      unfinished: 1,
      requestsLastMinute: 12,
      requestsPerSecond: 1 / 3,
      concurrency: 1,
      waitingUntil: null,
      waitReason: null,
      trouble: null,
    },
  ],
});

describe('doctor', () => {
  it('says when the next check is, what each gateway costs and waits for, and how the surroundings are', async () => {
    const line = await withRunningApp();
    line.app.report = busy;
    expect(await line.run('doctor')).toBe(0);
    expect(line.out.split('\n')).toEqual([
      'Taskbell       1.2.3, Electron 45.4.1',
      'Checks         going on',
      'Timing         Balanced',
      'Tasks          3 unfinished',
      'Next check     in 4 s',
      'Requests       42 in the last minute',
      'Keyring        Keys are kept in the desktop’s keyring (Secret Service).',
      'Notifications  The desktop takes notifications.',
      'Tray           A desktop panel shows the tray item.',
      'Power          The system tells of sleep and of waking.',
      'Network        There is a network. studio: direct.',
      'Data folder    /home/ada/.config/taskbell',
      'Storage        The data folder can be written to and takes 1.2 MB; 84 GB free.',
      '',
      'GATEWAY  TASKS  LAST MINUTE  AT MOST                     TROUBLE        WAITS',
      '纸船     2      30           4 a second, 4 at a time     asked to wait  waiting for the gateway: 40 s',
      'studio   1      12           0.33 a second, 1 at a time',
      '',
    ]);
  });

  it.each([
    [{ paused: true, online: false }, 'Checks         paused; "taskbell resume" goes on with them'],
    [{ paused: true }, 'Next check     paused'],
    [
      { paused: true, pausedUntil: new Date(testStart).setHours(23, 59) },
      'Checks         paused until 23:59; "taskbell resume" goes on with them',
    ],
    [{ online: false }, 'Checks         waiting: there is no network'],
    [{ online: false }, 'Next check     offline: when the network is back'],
    [{ slowedBy: 'metered' }, 'Checks         slower: metered network'],
    [{ slowedBy: 'low-power' }, 'Checks         slower: power saver'],
    [{ nextCheckAt: testStart + minute, nextCheckReason: 'retry' }, 'after an error: in 1 min'],
    [{ nextCheckAt: null, nextCheckReason: null }, 'Next check     checking'],
    [{ unfinished: 0, nextCheckAt: null }, 'Next check     none'],
    [{ storeTrouble: 'The disk is full.' }, 'Store          The disk is full.'],
  ] as const)('says of %j: "%s"', async (given, text) => {
    const line = await withRunningApp();
    line.app.report = { ...busy, ...given };
    await line.run('doctor');
    expect(line.out).toContain(text);
  });

  it('names the timing in the language that is spoken', async () => {
    const line = await withRunningApp();
    speak(spokenIn.zh);
    onTestFinished(() => speak(spokenIn.en));
    await line.run('doctor');
    expect(line.out).toMatch(/均衡/);
    expect(line.out).not.toContain('balanced');
  });

  it('prints the same as JSON', async () => {
    const line = await withRunningApp();
    line.app.report = busy;
    expect(await line.run('doctor', '--json')).toBe(0);
    expect(JSON.parse(line.out)).toEqual(busy);
  });

  it('says that the app does not run, and leaves it so', async () => {
    const line = new CommandLine();
    expect(await line.run('doctor')).toBe(1);
    expect(line.err).toBe('taskbell: Taskbell is not running.\n');
    expect(line.starts).toEqual([]);
  });
});

describe('timing', () => {
  it('says how it is, and chooses', async () => {
    const line = await withRunningApp();
    expect(await line.run('timing')).toBe(0);
    expect(line.out).toMatch(/^balanced: /);
    expect(await line.run('timing', 'told-sooner')).toBe(0);
    expect(line.out).toMatch(/^told-sooner: /);
    expect(line.app.promptness).toBe('told-sooner');
  });

  it('names the choices when it is given another', async () => {
    const line = await withRunningApp();
    expect(await line.run('timing', 'at-once')).toBe(2);
    expect(line.err).toBe('taskbell: Choose one of these: fewer-requests, balanced, told-sooner.\n');
  });
});
