import { describe, expect, it } from 'vitest';
import { createGatewayPauses } from '../../electron/core/gateway-pauses.ts';
import type { Clock } from '../../electron/core/ports.ts';
import type { StoredPause } from '../../electron/core/store-ports.ts';
import { StoreFailure } from '../../electron/core/store-failure.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const gateway = { id: 'g', baseUrl: 'https://api.example.com/v1' };

/** Clocks that the test sets to whatever it likes, and a disk. */
const startMachine = () => {
  const time = { wall: Date.UTC(2026, 0, 2), steady: 10 * hourMs };
  const clock: Clock = { now: () => time.wall, steady: () => time.steady, after: () => () => undefined };
  const disk = new Map<string, StoredPause>();
  const world = { full: false };
  const store = {
    savePause: (id: string, pause: StoredPause | null): void => {
      if (world.full) throw new StoreFailure('disk full');
      if (pause === null) disk.delete(id);
      else disk.set(id, pause);
    },
    pauses: () => disk,
  };
  return {
    time,
    disk,
    world,
    live: () => createGatewayPauses(clock, store),
    pass: (ms: number): void => {
      time.wall += ms;
      time.steady += ms;
    },
  };
};
type MachineOfTest = ReturnType<typeof startMachine>;

const restarted = (machine: MachineOfTest) => {
  const pauses = machine.live();
  const restored = pauses.restore([gateway]);
  return { pauses, restored, leftMs: Math.max(0, pauses.until(gateway) - machine.time.steady) };
};

describe('a wait that a gateway has named', () => {
  it('is never shortened by another, and may be prolonged', () => {
    const { live, time } = startMachine();
    const pauses = live();
    pauses.begin(gateway, 10 * minuteMs, true);
    pauses.begin(gateway, minuteMs, true);
    expect(pauses.until(gateway) - time.steady).toBe(10 * minuteMs);
    pauses.begin(gateway, 20 * minuteMs, true);
    expect(pauses.until(gateway) - time.steady).toBe(20 * minuteMs);
  });

  it('is an hour at most', () => {
    const { live, time } = startMachine();
    const pauses = live();
    pauses.begin(gateway, 30 * hourMs, true);
    expect(pauses.until(gateway) - time.steady).toBe(hourMs);
  });

  it('holds for another path of its origin, and for no other origin', () => {
    const { live, time } = startMachine();
    const pauses = live();
    pauses.begin(gateway, minuteMs, true);
    expect(pauses.until({ id: 'g', baseUrl: 'https://api.example.com/other' })).toBeGreaterThan(time.steady);
    expect(pauses.until({ id: 'g', baseUrl: 'https://other.example.com' })).toBe(0);
    expect(pauses.until({ id: 'h', baseUrl: gateway.baseUrl })).toBe(0);
  });

  it('holds although it could not be stored', () => {
    const { live, time, world } = startMachine();
    world.full = true;
    const pauses = live();
    pauses.begin(gateway, minuteMs, true);
    expect(pauses.until(gateway)).toBeGreaterThan(time.steady);
  });

  it('is forgotten with its gateway', () => {
    const { live } = startMachine();
    const pauses = live();
    pauses.begin(gateway, minuteMs, true);
    pauses.begin({ id: 'gg', baseUrl: gateway.baseUrl }, minuteMs, true);
    pauses.forget('g');
    expect(pauses.until(gateway)).toBe(0);
    expect(pauses.until({ id: 'gg', baseUrl: gateway.baseUrl })).toBeGreaterThan(0);
  });
});

describe('over a restart', () => {
  it('a wait holds for what is left of it', () => {
    const machine = startMachine();
    machine.live().begin(gateway, 30 * minuteMs, true);
    machine.pass(10 * minuteMs);
    expect(restarted(machine)).toMatchObject({ restored: ['g'], leftMs: 20 * minuteMs });
  });

  it('a wait that is over, or was ended, is gone', () => {
    const machine = startMachine();
    const first = machine.live();
    first.begin(gateway, minuteMs, true);
    machine.pass(minuteMs);
    expect(restarted(machine)).toMatchObject({ restored: [], leftMs: 0 });
    first.begin(gateway, 30 * minuteMs, true);
    first.end(gateway);
    expect(machine.disk.size).toBe(0);
    expect(restarted(machine).restored).toEqual([]);
  });

  it.each([48 * hourMs, -48 * hourMs])(
    'a wait holds as long as it would, when the wall clock was set by %i ms meanwhile',
    (byMs) => {
      const machine = startMachine();
      machine.live().begin(gateway, 30 * minuteMs, true);
      machine.pass(10 * minuteMs);
      machine.time.wall += byMs;
      expect(restarted(machine).leftMs).toBe(20 * minuteMs);
    },
  );

  it('of the machine too, which sets the steady clock back, a wait holds by the wall clock', () => {
    const machine = startMachine();
    machine.live().begin(gateway, 30 * minuteMs, true);
    machine.pass(10 * minuteMs);
    machine.time.steady = minuteMs;
    expect(restarted(machine).leftMs).toBe(20 * minuteMs);
  });

  it('of the machine soon after another, a wait may last longer than it should, and is never shorter', () => {
    const machine = startMachine();
    machine.time.steady = 2 * minuteMs;
    machine.live().begin(gateway, 30 * minuteMs, true);
    machine.pass(10 * minuteMs);
    machine.time.steady = 5 * minuteMs;
    expect(restarted(machine).leftMs).toBeGreaterThanOrEqual(20 * minuteMs);
  });

  it('of the machine with a wall clock that is days behind, a wait is an hour at most', () => {
    const machine = startMachine();
    machine.live().begin(gateway, 30 * minuteMs, true);
    machine.time.steady = minuteMs;
    machine.time.wall -= 72 * hourMs;
    expect(restarted(machine).leftMs).toBe(hourMs);
  });

  it('a wait that was named to a Test of another address does not hold for the stored one', () => {
    const machine = startMachine();
    machine.live().begin({ id: 'g', baseUrl: 'https://other.example.com' }, 30 * minuteMs, false);
    expect(restarted(machine).restored).toEqual([]);
  });
});

describe('a gateway that is stored with an address', () => {
  it('takes over the wait that a Test of it was answered with, over a restart too', () => {
    const machine = startMachine();
    const first = machine.live();
    first.begin({ ...gateway, id: '' }, 30 * minuteMs, false);
    expect(machine.disk.size).toBe(0);
    first.adopt(gateway);
    expect(first.until(gateway) - machine.time.steady).toBe(30 * minuteMs);
    expect(first.until({ ...gateway, id: '' })).toBe(0);
    expect(restarted(machine).leftMs).toBe(30 * minuteMs);
  });

  it('is not held to what the address before asked for, over a restart either', () => {
    const machine = startMachine();
    const first = machine.live();
    first.begin({ id: 'g', baseUrl: 'https://before.example.com' }, 30 * minuteMs, true);
    first.adopt(gateway);
    expect(first.until(gateway)).toBe(0);
    expect(restarted(machine).restored).toEqual([]);
  });
});
