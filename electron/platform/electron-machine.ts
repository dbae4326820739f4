import { net, powerMonitor } from 'electron';
import type { Cancel, Machine } from '../core/ports.ts';
import type { SlowReason } from '../shared/timing.ts';

/** What the desktop knows of a metered network or a power saver; null where it says nothing. */
export interface SlowSource {
  reason(): SlowReason | null;
  onChange(react: () => void): Cancel;
}

/** macOS and Windows tell Electron neither of a metered network nor of a low power mode. */
export const neverSlow: SlowSource = { reason: () => null, onChange: () => () => undefined };

/** The machine as Electron and the desktop tell of it. */
export const createElectronMachine = (slow: SlowSource): Machine => ({
  isOffline: () => !net.isOnline(),
  slowReason: () => slow.reason(),
  onChange: (react) => {
    const changed = (): void => react();
    powerMonitor.on('resume', changed);
    const cancelSlow = slow.onChange(react);
    return () => {
      powerMonitor.off('resume', changed);
      cancelSlow();
    };
  },
  onWake: (react) => {
    const woken = (): void => react();
    powerMonitor.on('resume', woken);
    return () => void powerMonitor.off('resume', woken);
  },
});
