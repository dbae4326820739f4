import type { Cancel, Clock, Machine } from './ports.ts';

export interface WakeWatchDependencies {
  readonly clock: Clock;
  readonly machine: Pick<Machine, 'onWake'>;
  /** The machine slept, or the process stood still. */
  readonly onWake: () => void;
  /** Somebody set the wall clock: it is off by so many ms from where it would be. */
  readonly onClockSet: (byMs: number) => void;
}

const lookEveryMs = 15_000;

/** Some desktops tell of one wake more than once, and the clocks may have shown it before. */
const sameWakeMs = 10_000;

/** A timer that comes later than this was not late: the machine slept. Busy machines delay timers by less. */
const sleptFromMs = 5_000;

/** Clocks are corrected by fractions of a second all the time. */
const clockSetFromMs = 2_000;

/**
 * Finds sleeps and set clocks. Power events tell of a sleep at once, where the desktop sends them; looking at the
 * clocks finds everything else: steady time counts sleep and is never set, the wall clock is the other way round.
 */
export const createWakeWatch = ({ clock, machine, onWake, onClockSet }: WakeWatchDependencies): Cancel => {
  let lookedAt = clock.steady();
  let wallAhead = clock.now() - lookedAt;
  let wokenAt = -Infinity;
  let cancelTimer: Cancel = () => undefined;

  const wake = (): void => {
    const now = clock.steady();
    if (now - wokenAt < sameWakeMs) return;
    wokenAt = now;
    onWake();
  };

  const look = (): void => {
    cancelTimer();
    const now = clock.steady();
    const sleptMs = now - lookedAt - lookEveryMs;
    const setByMs = clock.now() - now - wallAhead;
    lookedAt = now;
    wallAhead += setByMs;
    cancelTimer = clock.after(lookEveryMs, look);
    if (Math.abs(setByMs) > clockSetFromMs) onClockSet(setByMs);
    if (sleptMs > sleptFromMs) wake();
  };

  const cancelEvents = machine.onWake(() => {
    // Whatever the next look finds of this sleep is known by then.
    lookedAt = clock.steady();
    wake();
  });
  cancelTimer = clock.after(lookEveryMs, look);

  return () => {
    cancelTimer();
    cancelEvents();
  };
};
