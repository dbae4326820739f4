import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { StoreFailure } from '../../electron/core/store-failure.ts';
import { askApp } from '../../electron/cli/control-client.ts';
import type { ControlAddress } from '../../electron/cli/control-address.ts';
import { serveControl } from '../../electron/cli/control-server.ts';
import { maxRequestBytes } from '../../electron/cli/control-wire.ts';
import { aTask, FakeApp } from './fake-app.ts';
import { addressIn, temporaryFolder } from './harness.ts';

const running = async (address: ControlAddress): Promise<FakeApp> => {
  const app = new FakeApp();
  onTestFinished(() => app.close());
  return app.serve(address);
};

const secondStart = (address: ControlAddress) =>
  serveControl({ address, handlers: {} as never, onBug: () => undefined });

/** Sends bytes as they are and reads until the app closes the connection. */
const raw = (address: ControlAddress, bytes: string | Buffer): Promise<string> => {
  const socket = connect(address.path);
  socket.write(bytes);
  return text(socket);
};

/** What a killed app leaves behind: a socket that nobody listens on. */
const leaveStaleSocket = (path: string): void => {
  const script = `require('node:net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`;
  try {
    execFileSync(process.execPath, ['-e', script], { stdio: 'ignore' });
  } catch {
    // Being killed counts as a failure.
  }
};

describe('the control socket', () => {
  it('is for its user alone', async () => {
    const address = addressIn(temporaryFolder());
    await running(address);
    expect(statSync(address.path).mode & 0o777).toBe(0o600);
  });

  it('goes away with the app', async () => {
    const folder = temporaryFolder();
    const app = await running(addressIn(folder));
    await app.close();
    expect(readdirSync(folder)).toEqual([]);
    expect(await askApp(addressIn(folder), 'app.version', {})).toMatchObject({
      trouble: { kind: 'not-running' },
    });
  });

  it('is taken over from an app that was killed', async () => {
    const folder = temporaryFolder();
    const address = addressIn(folder);
    leaveStaleSocket(address.path);
    expect(existsSync(address.path)).toBe(true);
    await running(address);
    expect(await askApp(address, 'app.version', {})).toMatchObject({ ok: true });
    expect(readdirSync(folder)).toEqual(['control.sock']);
  });

  it('is not taken from an app that runs, which can be asked to show its window instead', async () => {
    const address = addressIn(temporaryFolder());
    const first = await running(address);
    expect(await secondStart(address)).toEqual({ ok: false, trouble: 'already-running' });
    await askApp(address, 'app.open', {});
    expect(first.opened).toBe(1);
  });

  it('goes to exactly one of many apps that start at once over a stale socket', async () => {
    const folder = temporaryFolder();
    const address = addressIn(folder);
    leaveStaleSocket(address.path);
    const starts = await Promise.all(Array.from({ length: 8 }, () => secondStart(address)));
    const winners = starts.flatMap((start) => (start.ok ? [start.value] : []));
    expect(winners).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['control.sock']);
    await winners[0]?.close();
  });

  it('leaves a file alone that is not a socket', async () => {
    const address = addressIn(temporaryFolder());
    writeFileSync(address.path, 'mine');
    expect(await secondStart(address)).toEqual({ ok: false, trouble: 'not-ours' });
  });

  it('cannot be made where there is no folder', async () => {
    const address = addressIn(join(temporaryFolder(), 'absent'));
    expect(await secondStart(address)).toEqual({ ok: false, trouble: 'cannot-listen' });
  });
});

describe('a data folder too long for a socket', () => {
  const longPlace = (): { dataFolder: string; address: ControlAddress; ownFolder: string } => {
    const dataFolder = join(temporaryFolder(), 'deep'.repeat(30));
    const address = addressIn(dataFolder);
    const ownFolder = address.ownFolder ?? '';
    onTestFinished(() => rmSync(ownFolder, { recursive: true, force: true }));
    return { dataFolder, address, ownFolder };
  };

  it('gets a socket in a folder of its own, closed to others', async () => {
    const { address, ownFolder } = longPlace();
    expect(await askApp(address, 'app.version', {})).toMatchObject({ trouble: { kind: 'not-running' } });
    await running(address);
    expect(await askApp(address, 'app.version', {})).toMatchObject({ ok: true });
    expect(statSync(ownFolder).mode & 0o777).toBe(0o700);
  });

  it.each(['a folder open to others', 'a link'])('trusts nobody’s preparation: %s', async (prepared) => {
    const { address, ownFolder } = longPlace();
    if (prepared === 'a link') symlinkSync(temporaryFolder(), ownFolder);
    else {
      mkdirSync(ownFolder);
      chmodSync(ownFolder, 0o777);
    }
    expect(await secondStart(address)).toEqual({ ok: false, trouble: 'not-ours' });
    expect(await askApp(address, 'gateway.list', {})).toMatchObject({ trouble: { kind: 'failed' } });
  });
});

describe('what comes over the control socket', () => {
  it.each([
    ['bytes that are no text', Buffer.from([0, 255, 254, 10])],
    ['a text that is no JSON', 'hello\n'],
    ['JSON that is no request', '[1,2,3]\n'],
    ['null', 'null\n'],
    ['a command that does not exist', '{"command":"task.explode","request":{}}\n'],
    ['the name of an inherited member', '{"command":"constructor","request":{}}\n'],
    ['a request without its fields', '{"command":"task.show","request":{}}\n'],
    ['a request of another shape', '{"command":"task.watch","request":{"refs":"x","gateway":null}}\n'],
    ['no request at all', '{"command":"task.show"}\n'],
    ['more than 1 MiB', 'x'.repeat(maxRequestBytes + 1)],
  ])('gets an error and does no harm: %s', async (_what, bytes) => {
    const address = addressIn(temporaryFolder());
    const app = await running(address);
    expect(JSON.parse(await raw(address, bytes))).toMatchObject({ ok: false, trouble: { kind: 'usage' } });
    expect(await askApp(address, 'app.version', {})).toMatchObject({ ok: true });
    expect(app.bugs).toEqual([]);
  });

  it('may come in pieces', async () => {
    const address = addressIn(temporaryFolder());
    await running(address);
    const socket = connect(address.path);
    for (const piece of ['{"command":"app.', 'version","request":', '{}}', '\n']) {
      await new Promise((resolve) => socket.write(piece, resolve));
    }
    expect(JSON.parse(await text(socket))).toEqual({ ok: true, value: { version: '1.2.3' } });
  });

  it('may end before it is a request', async () => {
    const address = addressIn(temporaryFolder());
    await running(address);
    const socket = connect(address.path);
    socket.end('{"command":');
    expect(await text(socket)).toBe('');
  });

  it('never holds the value of a field in the error', async () => {
    const address = addressIn(temporaryFolder());
    await running(address);
    const request = {
      name: 'winfull',
      url: 5,
      dialect: 'relay',
      key: 'sk-secret-1234',
      allowPlainHttp: false,
    };
    const reply = await raw(address, `${JSON.stringify({ command: 'gateway.add', request })}\n`);
    expect(reply).toContain('url');
    expect(reply).not.toContain('secret');
  });

  it('is refused before it is sent when it is more than 1 MiB', async () => {
    const address = addressIn(temporaryFolder());
    await running(address);
    const asked = await askApp(address, 'task.watch', {
      refs: ['x'.repeat(maxRequestBytes)],
      gateway: null,
      addGateway: null,
      allowPlainHttp: false,
    });
    expect(asked).toMatchObject({ ok: false, trouble: { kind: 'usage' } });
  });

  it('tells the app of a bug and the caller only that it failed', async () => {
    const address = addressIn(temporaryFolder());
    const app = await running(address);
    app.nextBug = new Error('internal detail');
    const asked = await askApp(address, 'task.list', {});
    expect(asked).toMatchObject({ ok: false, trouble: { kind: 'failed' } });
    expect(JSON.stringify(asked)).not.toContain('internal detail');
    expect(app.bugs).toEqual([app.nextBug]);
  });

  it('tells the caller in a sentence that the watchlist could not be saved', async () => {
    const address = addressIn(temporaryFolder());
    const app = await running(address);
    app.nextBug = new StoreFailure('The watchlist could not be saved: disk full.');
    const asked = await askApp(address, 'task.list', {});
    expect(asked).toMatchObject({ ok: false, trouble: { kind: 'failed', message: app.nextBug.message } });
    expect(app.bugs).toEqual([]);
  });

  it('closes in time although a caller does not take its answer', async () => {
    const address = addressIn(temporaryFolder());
    const app = await running(address);
    app.tasks = Array.from({ length: 10_000 }, (_, index) =>
      aTask({ id: String(index), title: 'x'.repeat(500) }),
    );
    const caller = connect(address.path);
    onTestFinished(() => void caller.destroy());
    caller.write(`${JSON.stringify({ command: 'task.list', request: {} })}\n`);
    await new Promise((resolve) => caller.once('readable', resolve));
    await app.close();
    expect(existsSync(address.path)).toBe(false);
  });

  it('answers ten thousand tasks', async () => {
    const address = addressIn(temporaryFolder());
    const app = await running(address);
    app.tasks = Array.from({ length: 10_000 }, (_, index) =>
      aTask({ id: String(index), title: 'x'.repeat(500) }),
    );
    const asked = await askApp(address, 'task.list', {});
    expect(asked.ok && asked.value.length).toBe(10_000);
  });

  it('lets go of whoever waits when the app closes', async () => {
    const address = addressIn(temporaryFolder());
    const app = await running(address);
    app.tasks = [aTask()];
    const left = app.waiterLeft();
    const waiting = askApp(address, 'task.wait', { ids: [aTask().id], folder: null });
    await expect.poll(() => app.waiters, { interval: 1 }).toBe(1);
    await app.close();
    expect(await waiting).toEqual({ ok: false, trouble: { kind: 'cut-off' } });
    await left;
  });

  it('tells a waiting handler that the caller has gone', async () => {
    const address = addressIn(temporaryFolder());
    const app = await running(address);
    app.tasks = [aTask()];
    const left = app.waiterLeft();
    const stop = new AbortController();
    const waiting = askApp(address, 'task.wait', { ids: [aTask().id], folder: null }, stop.signal);
    await expect.poll(() => app.waiters, { interval: 1 }).toBe(1);
    stop.abort();
    expect(await waiting).toEqual({ ok: false, trouble: { kind: 'cut-off' } });
    await left;
    expect(app.waiters).toBe(0);
  });
});
