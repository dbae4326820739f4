import { describe, expect, it } from 'vitest';
import { createConnection } from '../../electron/core/connection.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { createManualMachine } from '../fakes/manual-machine.ts';

const startConnection = (random = 0.5) => {
  const clock = createManualClock();
  const machine = createManualMachine();
  const states: boolean[] = [];
  const world = { limits: 0 };
  const connection = createConnection({
    clock,
    machine,
    random: () => random,
    onState: (online) => void states.push(online),
    onLimits: () => void (world.limits += 1),
  });
  const opensIn = (): number => Math.max(0, connection.opensAt() - clock.steady());
  return { clock, machine, states, world, connection, opensIn };
};

describe('a missing network', () => {
  it('is one state, whatever the number of checks that find it', () => {
    const { connection, states } = startConnection();
    for (let count = 0; count < 50; count += 1)
      expect(connection.noteTrouble('no-network', false)).toBe(true);
    expect(states).toEqual([false]);
    expect(connection.isOnline()).toBe(false);
    expect(connection.mostInAll()).toBe(1);
  });

  it('is tried again soon, however many checks were under way when it went', () => {
    const { connection, opensIn } = startConnection(0.999);
    for (let count = 0; count < 50; count += 1) connection.noteTrouble('no-network', false);
    expect(opensIn()).toBeGreaterThan(0);
    expect(opensIn()).toBeLessThanOrEqual(5_000);
  });

  it('is tried less and less often, and at least every half minute', async () => {
    const { clock, connection, opensIn } = startConnection(0.999);
    const waits: number[] = [];
    for (let count = 0; count < 9; count += 1) {
      connection.noteTrouble('no-network', false);
      waits.push(opensIn());
      await clock.advance(opensIn());
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits[0]).toBeLessThan(6_000);
    expect(waits.at(-1)).toBe(30_000);
  });

  it('is what nobody reached means while the machine says that it is offline', () => {
    const { machine, connection } = startConnection();
    expect(connection.noteTrouble('unknown-host', false)).toBe(false);
    expect(connection.isOnline()).toBe(true);
    machine.setOffline(true);
    expect(connection.noteTrouble('unknown-host', false)).toBe(true);
    expect(connection.noteTrouble('timed-out', false)).toBe(false);
    expect(connection.isOnline()).toBe(false);
  });

  it.each(['no-network', 'unreachable', 'unknown-host'] as const)(
    'is nothing that %s of a gateway on this machine says',
    (trouble) => {
      const { machine, connection, states } = startConnection();
      machine.setOffline(true);
      expect(connection.noteTrouble(trouble, true)).toBe(false);
      expect(states).toEqual([]);
    },
  );

  it('is over with an answer, and then nothing is held back', () => {
    const { connection, states, opensIn } = startConnection();
    connection.noteTrouble('no-network', false);
    connection.noteAnswer(false);
    connection.noteAnswer(false);
    expect(states).toEqual([false, true]);
    expect(opensIn()).toBe(0);
    expect(connection.mostInAll()).toBe(Infinity);
  });

  it('begins anew with a short wait', async () => {
    const { clock, connection, opensIn } = startConnection(0.999);
    for (let count = 0; count < 9; count += 1) {
      connection.noteTrouble('no-network', false);
      await clock.advance(opensIn());
    }
    connection.noteAnswer(false);
    connection.noteTrouble('no-network', false);
    expect(opensIn()).toBeLessThan(6_000);
  });

  it('is tried at once when the machine says that something has changed, unless it is still offline', () => {
    const { machine, connection, opensIn, world } = startConnection();
    connection.noteTrouble('no-network', false);
    machine.setOffline(true);
    expect(opensIn()).toBeGreaterThan(0);
    const before = world.limits;
    machine.setOffline(false);
    expect(opensIn()).toBe(0);
    expect(world.limits).toBe(before + 1);
    expect(connection.isOnline()).toBe(false);
  });

  it('is tried at once when the user asks for it', () => {
    const { connection, opensIn } = startConnection();
    connection.noteTrouble('no-network', false);
    connection.lift();
    expect(opensIn()).toBe(0);
    expect(connection.isOnline()).toBe(false);
  });

  it('is not over because a gateway on this machine answers, while others are still tried', async () => {
    const { clock, connection } = startConnection();
    for (let count = 0; count < 10; count += 1) {
      connection.noteTrouble('no-network', false);
      await clock.advance(30_000);
      connection.noteAnswer(true);
      expect(connection.noteTrouble('server-error', true)).toBe(false);
      expect(connection.isOnline()).toBe(false);
    }
    await clock.advance(120_000);
    connection.noteAnswer(true);
    expect(connection.isOnline()).toBe(true);
  });
});

describe('after a sleep', () => {
  it('nothing is asked before the network can have come up, whatever the user asks', async () => {
    const { clock, connection, opensIn } = startConnection();
    connection.settle(1_500);
    connection.lift();
    expect(opensIn()).toBe(1_500);
    await clock.advance(1_500);
    expect(opensIn()).toBe(0);
  });

  it('a longer wait stays as long as it is', () => {
    const { connection, opensIn } = startConnection(0.999);
    connection.noteTrouble('no-network', false);
    const before = opensIn();
    connection.settle(1_500);
    expect(opensIn()).toBe(before);
  });
});

it('once stopped nothing is listened to any more', () => {
  const { machine, connection, world } = startConnection();
  connection.noteTrouble('no-network', false);
  connection.stop();
  const before = world.limits;
  machine.setOffline(false);
  expect(world.limits).toBe(before);
});
