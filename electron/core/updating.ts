import type { Cancel, Clock, Updates } from './ports.ts';
import type { TaskStore } from './store-ports.ts';
import type { Watchlist } from './watchlist.ts';

const setting = 'looks-for-updates';
/** The start itself is over by then, and a Taskbell that is only passing by asks nobody. */
const firstLookMs = 10_000;
const everyMs = 24 * 3_600_000;

export interface UpdatingDependencies {
  readonly clock: Pick<Clock, 'after'>;
  readonly store: Pick<TaskStore, 'setting' | 'saveSetting'>;
  readonly watchlist: Pick<Watchlist, 'status' | 'updateStatus'>;
  readonly updates: Updates;
  /** Whether nothing would be lost if the program were replaced now. */
  readonly mayRestart: () => boolean;
}

/** Newer versions of Taskbell: looked for when the user wants it, told, and put in place when Taskbell ends. */
export interface Updating {
  start(): void;
  stop(): void;
  /** With effect at once; what was brought already is not put in place after off. */
  setOn(on: boolean): void;
  /** For the very end of the process. */
  installWhenReady(): void;
}

export const createUpdating = (dependencies: UpdatingDependencies): Updating => {
  const { clock, store, watchlist, updates, mayRestart } = dependencies;
  const canLook = updates.way === 'installs' || updates.way === 'tells';
  const isOn = (): boolean => watchlist.status().updates.on;
  let cancel: Cancel = () => undefined;

  const lookAfter = (delayMs: number): void => {
    cancel();
    cancel = clock.after(delayMs, () => {
      void look();
      lookAfter(everyMs);
    });
  };

  const look = async (): Promise<void> => {
    const found = await updates.look();
    if (found !== null && isOn()) show(true, found);
  };

  const show = (on: boolean, version: string | null): void =>
    watchlist.updateStatus({ updates: { way: updates.way, on, version } });

  return {
    start: () => {
      show(store.setting(setting) !== 'false', null);
      if (canLook && isOn()) lookAfter(firstLookMs);
    },
    stop: () => cancel(),
    setOn: (on) => {
      store.saveSetting(setting, String(on));
      show(on, null);
      if (canLook && on) lookAfter(0);
      else cancel();
    },
    installWhenReady: () => {
      const { way, on, version } = watchlist.status().updates;
      if (way === 'installs' && on && version !== null && mayRestart()) updates.install();
    },
  };
};
