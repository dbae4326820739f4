import type { Machine } from '../../electron/core/ports.ts';
import type { SlowReason } from '../../electron/shared/timing.ts';

/** A machine whose network, power and sleep are as the test says. */
export interface ManualMachine extends Machine {
  setOffline(offline: boolean): void;
  setSlow(reason: SlowReason | null): void;
  /** As the desktop tells of the end of a sleep. */
  wake(): void;
}

export const createManualMachine = (): ManualMachine => {
  const changed = new Set<() => void>();
  const woken = new Set<() => void>();
  let offline = false;
  let slow: SlowReason | null = null;
  const tell = (readers: ReadonlySet<() => void>): void => {
    for (const react of readers) react();
  };
  return {
    isOffline: () => offline,
    slowReason: () => slow,
    onChange: (react) => {
      changed.add(react);
      return () => void changed.delete(react);
    },
    onWake: (react) => {
      woken.add(react);
      return () => void woken.delete(react);
    },
    setOffline: (now) => {
      offline = now;
      tell(changed);
    },
    setSlow: (reason) => {
      slow = reason;
      tell(changed);
    },
    wake: () => tell(woken),
  };
};
