import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSystemClock } from '../../electron/platform/system-clock.ts';

const hourMs = 3_600_000;

/** A machine that has been up for an hour, whose uptime is counted in steps of `coarseMs`. */
const startMachine = (coarseMs = 10) => {
  const time = { running: 5_000, asleep: hourMs, looks: 0 };
  const clock = createSystemClock({
    running: () => time.running,
    up: () => {
      time.looks += 1;
      return Math.floor((time.running + time.asleep) / coarseMs) * coarseMs;
    },
  });
  return { time, clock };
};

describe('steady time', () => {
  it('goes on finely while the machine runs', () => {
    const { time, clock } = startMachine();
    const begun = clock.steady();
    time.running += 1_234.5;
    expect(clock.steady() - begun).toBeCloseTo(1_234.5);
  });

  it.each([10, 1_000])('counts a sleep, with an uptime in steps of %i ms', (coarseMs) => {
    const { time, clock } = startMachine(coarseMs);
    const begun = clock.steady();
    time.running += 1_000;
    time.asleep += hourMs;
    expect(Math.abs(clock.steady() - begun - hourMs - 1_000)).toBeLessThanOrEqual(coarseMs);
    time.running += 1_000;
    time.asleep += hourMs;
    expect(Math.abs(clock.steady() - begun - 2 * hourMs - 2_000)).toBeLessThanOrEqual(2 * coarseMs);
  });

  it('counts sleeps that are too short to notice once they add up', () => {
    const { time, clock } = startMachine();
    const begun = clock.steady();
    for (let count = 0; count < 10; count += 1) {
      time.running += 1_000;
      time.asleep += 1_500;
      clock.steady();
    }
    expect(clock.steady() - begun).toBeGreaterThan(25_000 - 2_100);
    expect(clock.steady() - begun).toBeLessThanOrEqual(25_010);
  });

  it('is what the next start of the app goes on from', () => {
    const { time, clock } = startMachine();
    time.running += 10_000;
    time.asleep += hourMs;
    const before = clock.steady();
    const next = createSystemClock({ running: () => 3, up: () => time.running + time.asleep });
    expect(Math.abs(next.steady() - before)).toBeLessThan(20);
  });

  it('never goes back, however coarse the uptime and whatever the sleeps', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(10, 1_000),
        fc.array(fc.tuple(fc.nat({ max: 3_000 }), fc.oneof(fc.constant(0), fc.nat({ max: 10_000 }))), {
          maxLength: 60,
        }),
        (coarseMs, steps) => {
          const { time, clock } = startMachine(coarseMs);
          const begun = clock.steady();
          let last = begun;
          let passed = 0;
          for (const [runs, sleeps] of steps) {
            time.running += runs;
            time.asleep += sleeps;
            passed += runs + sleeps;
            const now = clock.steady();
            expect(now).toBeGreaterThanOrEqual(last);
            last = now;
          }
          time.running += 250;
          expect(Math.abs(clock.steady() - begun - passed - 250)).toBeLessThanOrEqual(2_000 + 2 * coarseMs);
        },
      ),
    );
  });

  it('asks for the uptime a few times a second at most', () => {
    const { time, clock } = startMachine();
    time.looks = 0;
    for (let count = 0; count < 1_000; count += 1) {
      time.running += 1;
      clock.steady();
    }
    expect(time.looks).toBeLessThanOrEqual(5);
  });

  it('of this machine counts from its start', () => {
    const clock = createSystemClock();
    const first = clock.steady();
    expect(first).toBeGreaterThan(0);
    expect(clock.steady()).toBeGreaterThanOrEqual(first);
  });
});
