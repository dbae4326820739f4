import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Clock } from '../../electron/core/ports.ts';
import { createSessionBus, type SessionBus } from '../../electron/platform/dbus/session-bus.ts';
import { createSystemClock } from '../../electron/platform/system-clock.ts';

const hastyClock: Clock = {
  now: () => Date.now(),
  steady: () => performance.now(),
  after: (delayMs, run) => createSystemClock().after(delayMs / 30, run),
};

/** A bus on a socket whose other end is played by the test. */
const busPlayedBy = async (play: (socket: Socket) => void): Promise<SessionBus> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'taskbell-bus-'));
  const server = createServer(play).listen(path.join(folder, 'bus'));
  await once(server, 'listening');
  const bus = createSessionBus(`unix:path=${folder}/bus`, hastyClock);
  onTestFinished(async () => {
    bus.close();
    server.close();
    await rm(folder, { recursive: true });
  });
  return bus;
};

const ping = (bus: SessionBus): ReturnType<SessionBus['call']> =>
  bus.call({ destination: 'a.b', path: '/', interface: 'org.freedesktop.DBus.Peer', member: 'Ping' }, 3000);

describe('a bus that misbehaves', () => {
  it('counts as no bus when it never lets us in', async () => {
    const bus = await busPlayedBy((socket) => socket.resume());
    expect(await ping(bus)).toEqual({ ok: false, trouble: 'no-bus' });
  });

  it('counts as no bus when it refuses us', async () => {
    const bus = await busPlayedBy((socket) => {
      socket.on('data', () => socket.write('REJECTED EXTERNAL\r\n'));
      socket.on('error', () => socket.destroy());
    });
    expect(await ping(bus)).toEqual({ ok: false, trouble: 'no-bus' });
  });

  it('is dropped, and the process lives, when it sends what cannot be read', async () => {
    const bus = await busPlayedBy((socket) => {
      socket.on('error', () => socket.destroy());
      socket.on('data', (data) => {
        if (data.includes('AUTH')) socket.write('OK 0123\r\n');
        // A signal with one header field of the unknown type "h".
        if (data.includes('BEGIN'))
          socket.write(Buffer.from('6c040001000000000100000008000000010168000000000a', 'hex'));
      });
    });
    expect(await ping(bus)).toEqual({ ok: false, trouble: 'no-bus' });
  });

  it('rests between tries', async () => {
    let visits = 0;
    const bus = await busPlayedBy((socket) => {
      visits += 1;
      socket.destroy();
    });
    for (let attempt = 0; attempt < 20; attempt += 1) await ping(bus);
    expect(visits).toBe(1);
  });
});
