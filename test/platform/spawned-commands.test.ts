import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createSpawnedCommands } from '../../electron/platform/spawned-commands.ts';

const commands = createSpawnedCommands();
// The Node inside Electron is one only with this, which a command of the user's does not need.
const asNode = { ELECTRON_RUN_AS_NODE: '1' };
const node = (script: string, args: readonly string[] = [], environment = {}) =>
  commands.start({
    program: process.execPath,
    args: ['-e', script, '--', ...args],
    environment: { ...asNode, ...environment },
  });

describe('a command', () => {
  it('is given its arguments and its environment as they are, and nothing else', async () => {
    process.env['TASKBELL_TEST_SECRET'] = 'not for commands';
    const args = ['a b', '"quoted" \'too\'', 'two\nlines', '$(echo run)', '`echo run`', '; exit 3', '*', ''];
    const title = 'A "boat"\n$(echo run) 船';
    const ended = await node(
      'console.log(JSON.stringify({ args: process.argv.slice(1), env: process.env }))',
      args,
      { TASKBELL_TITLE: title },
    ).done;
    delete process.env['TASKBELL_TEST_SECRET'];
    if (!ended.ok) throw new Error('It was not started.');
    const told = JSON.parse(ended.value.output) as { args: string[]; env: Record<string, string> };
    expect(ended.value.exitCode).toBe(0);
    expect(told.args).toEqual(args);
    expect(told.env['TASKBELL_TITLE']).toBe(title);
    const known = ['PATH', 'HOME', 'LANG', 'TASKBELL_TITLE', 'ELECTRON_RUN_AS_NODE'];
    expect(Object.keys(told.env).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('leaves its exit code and the last 4 KB of what it wrote', async () => {
    const script = 'process.stdout.write("船".repeat(3000) + "end"); process.exitCode = 7;';
    const ended = await node(script).done;
    if (!ended.ok) throw new Error('It was not started.');
    expect(ended.value.exitCode).toBe(7);
    expect(ended.value.output).toMatch(/^船+end$/);
    expect(Buffer.byteLength(ended.value.output)).toBeGreaterThan(4000);
    expect(Buffer.byteLength(ended.value.output)).toBeLessThanOrEqual(4096);
  });

  it('that does not exist, or cannot be asked for, is not started', async () => {
    const named = (program: string) => commands.start({ program, args: [], environment: {} }).done;
    expect(await named('/no/such/program')).toMatchObject({ ok: false, trouble: 'not-started' });
    expect(await named('with\0null')).toMatchObject({ ok: false, trouble: 'not-started' });
  });

  it('that is asked to end may end in its own way', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const started = node(
      `process.on('SIGTERM', () => process.exit(9)); require('node:net').connect(${String(port)}, '127.0.0.1');`,
    );
    await once(server, 'connection');
    started.end();
    expect(await started.done).toMatchObject({ ok: true, value: { exitCode: 9 } });
    server.close();
  });

  it('is ended with what it has started itself', async () => {
    const held: Socket[] = [];
    const server = createServer((socket) => void held.push(socket)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    // Each holds a connection for as long as it lives, and does not end because it is asked to.
    const hold = `process.on('SIGTERM', () => 0); require('node:net').connect(${String(port)}, '127.0.0.1');`;
    const started = node(
      `${hold} require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(hold)}]);`,
    );
    while (held.length < 2) await once(server, 'connection');
    const closed = held.map((socket) => once(socket.resume(), 'close'));
    started.kill();
    await Promise.all(closed);
    expect(await started.done).toMatchObject({ ok: true, value: { exitCode: null } });
    // Nothing is left to be ended, which must do no harm.
    started.kill();
    server.close();
  });
});
