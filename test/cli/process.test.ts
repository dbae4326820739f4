import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { json, text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { controlAddress } from '../../electron/cli/control-address.ts';
import { userInfo } from 'node:os';
import { aTask, FakeApp } from './fake-app.ts';
import { temporaryFolder } from './harness.ts';

const entry = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url));
const key = 'sk-test-0123456789-abcd';

interface Program {
  readonly app: FakeApp;
  readonly dataFolder: string;
  readonly run: (...argv: readonly string[]) => ChildProcessWithoutNullStreams;
}

/** The real entry as a process of its own, in front of a fake app on a real socket. */
const program = async (): Promise<Program> => {
  const dataFolder = temporaryFolder();
  const user = userInfo().username;
  const app = await new FakeApp().serve(controlAddress({ dataFolder, platform: process.platform, user }));
  onTestFinished(() => app.close());
  return {
    app,
    dataFolder,
    run: (...argv) =>
      spawn(process.execPath, [entry, ...argv], {
        env: { ...process.env, TASKBELL_HOME: dataFolder },
      }),
  };
};

const exitCode = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('close', resolve));

describe('the command line as a process', () => {
  it('prints the version of the package and exits 0', async () => {
    const { app, run } = await program();
    const description = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    app.version = description.version;
    const child = run('version');
    const [out, code] = await Promise.all([text(child.stdout), exitCode(child)]);
    expect([out, code]).toEqual([`taskbell ${description.version}\n`, 0]);
  });

  it('exits 2 for a wrong command', async () => {
    const { run } = await program();
    expect(await exitCode(run('frobnicate'))).toBe(2);
  });

  it('prints a long list whole into a pipe', async () => {
    const { app, run } = await program();
    app.tasks = Array.from({ length: 2_000 }, (_, index) =>
      aTask({ id: String(index), title: 'x'.repeat(500) }),
    );
    expect(await json(run('list', '--json').stdout)).toHaveLength(2_000);
  });

  it.runIf(process.platform === 'linux')(
    'shows a key to nobody: arguments, output and data folder',
    async () => {
      const { app, dataFolder, run } = await program();
      app.tasks = [aTask()];
      const add = ['gateway', 'add', 'winfull', '--url', 'https://api.example.com', '--key-stdin'];
      const child = run(...add);
      const output = Promise.all([text(child.stdout), text(child.stderr), exitCode(child)]);
      const argumentsSeen = readFileSync(`/proc/${String(child.pid)}/cmdline`, 'utf8');
      child.stdin.end(`${key}\n`);
      const [out, err, code] = await output;
      expect(code).toBe(0);
      expect(app.keys.get('winfull')).toBe(key);
      expect(argumentsSeen + out + err).not.toContain(key);
      expect(readdirSync(dataFolder)).toEqual(['control.sock']);
    },
  );

  it('lets the app know when it is interrupted while it waits', async () => {
    const { app, run } = await program();
    app.tasks = [aTask()];
    const left = app.waiterLeft();
    const child = run('wait', '3f2a');
    await expect.poll(() => app.waiters, { interval: 5, timeout: 4_000 }).toBe(1);
    child.kill('SIGINT');
    await left;
  });
});
