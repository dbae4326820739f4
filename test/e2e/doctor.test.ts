import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DoctorReport } from '../../electron/cli/control-contract.ts';
import { openSession, type DesktopSession } from '../desktop/desktop-session.ts';
import { until } from '../desktop/until.ts';
import { createGateway, type TestGateway } from '../gateway/gateway.ts';
import { running } from '../gateway/replies.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

let session: DesktopSession;
let gateway: TestGateway;
let home: TaskbellHome;
let app: RunningApp | null = null;

beforeAll(async () => {
  session = openSession();
  gateway = await createGateway();
  home = createTaskbellHome();
});

afterAll(async () => {
  await app?.quit();
  await gateway.close();
  home.remove();
  session.close();
});

const report = async (): Promise<DoctorReport> => {
  const { code, stdout, stderr } = await home.command(['doctor', '--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as DoctorReport;
};

describe('someone whose news seem late', () => {
  it('hears that the app does not run, and it still does not', async () => {
    expect(await home.command(['doctor'])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'taskbell: Taskbell is not running.\n',
    });
  });

  it('sees what each gateway costs, when the next check is, and how the desktop is', async () => {
    app = await home.launch('--hidden');
    const add = ['gateway', 'add', 'Studio', '--url', gateway.url, '--key-stdin', '--rate', '2'];
    expect(await home.command(add, gateway.key)).toMatchObject({ code: 0, stderr: '' });
    gateway.script('task_1', [running(0.4)]);
    await home.command(['watch', 'task_1']);
    await until('a check', async () => (await report()).requestsLastMinute > 0);
    const told = await report();
    expect(told).toMatchObject({
      paused: false,
      promptness: 'balanced',
      unfinished: 1,
      gateways: [{ name: 'Studio', unfinished: 1, requestsPerSecond: 2, trouble: null }],
    });
    expect(told.keyring).toContain('keyring');
    const { stdout } = await home.command(['doctor']);
    expect(stdout).toMatch(/^Studio +1 +\d+ +2 a second, \d+ at a time/m);
    expect(stdout).not.toContain(gateway.url);
    expect(stdout).not.toContain(gateway.key);
  });

  it('chooses to be told sooner', async () => {
    expect(await home.command(['timing', 'told-sooner'])).toMatchObject({ code: 0, stderr: '' });
    expect(await report()).toMatchObject({ promptness: 'told-sooner' });
  });
});
