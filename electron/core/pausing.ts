import type { Cancel, Clock } from './ports.ts';
import type { TaskStore } from './store-ports.ts';
import { StoreFailure } from './store-failure.ts';
import type { Watchlist } from './watchlist.ts';

export interface PausingDependencies {
  readonly clock: Clock;
  readonly store: Pick<TaskStore, 'setting' | 'saveSetting'>;
  readonly watchlist: Pick<Watchlist, 'status' | 'updateStatus'>;
  /** Checks stop, or go on. */
  readonly onChanged: () => void;
}

/** Stops all checks, until the user goes on with them or a time has come. Survives a restart. */
export interface Pausing {
  /** Until a time (wall clock ms), or with null until `resume`. */
  pause(until: number | null): void;
  resume(): void;
  /** What an earlier run of the app left behind. Changes nothing but the status: nothing is checked yet. */
  restore(): void;
  stop(): void;
}

const pausedSetting = 'paused';
const untilSetting = 'paused-until';

/** The end is looked for this often, because the wall clock may be set and the machine may sleep meanwhile. */
const lookEveryMs = 30_000;

/** Nobody means a pause of over a month: a wall clock that was set back would make one. */
const longestMs = 31 * 24 * 60 * 60 * 1000;

export const createPausing = ({ clock, store, watchlist, onChanged }: PausingDependencies): Pausing => {
  let cancel: Cancel = () => undefined;

  const show = (paused: boolean, until: number | null): void => {
    watchlist.updateStatus({ paused, pausedUntil: until });
    cancel();
    if (until !== null) waitFor(until);
  };

  const waitFor = (until: number): void => {
    cancel = clock.after(Math.min(lookEveryMs, until - clock.now()), () => {
      if (isOver(until)) endByItself();
      else waitFor(until);
    });
  };

  // Nobody waits for an answer here, and the trouble shows in the status.
  const endByItself = (): void => {
    try {
      set(false, null);
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
    }
  };

  const isOver = (until: number): boolean => until <= clock.now() || until - clock.now() > longestMs;

  const set = (paused: boolean, until: number | null): void => {
    // It counts at once, also when it cannot be kept for the next start.
    show(paused, until);
    onChanged();
    store.saveSetting(untilSetting, until === null ? '' : String(until));
    store.saveSetting(pausedSetting, String(paused));
  };

  return {
    pause: (until) => {
      if (until === null || !isOver(until)) set(true, until);
    },
    resume: () => set(false, null),
    restore: () => {
      const stored = Number(store.setting(untilSetting) ?? '');
      const until = Number.isFinite(stored) && stored > 0 ? stored : null;
      const isPaused = store.setting(pausedSetting) === 'true';
      if (isPaused && until !== null && isOver(until)) show(false, null);
      else show(isPaused, isPaused ? until : null);
    },
    stop: () => cancel(),
  };
};
