import { globalShortcut } from 'electron';
import type { GlobalKeys } from '../core/ports.ts';
import { words } from '../shared/language/spoken.ts';

export const createElectronKeys = (
  platform: NodeJS.Platform,
  sessionType: string | undefined,
): GlobalKeys => ({
  take: (keys, run) => {
    try {
      return globalShortcut.register(keys, run);
    } catch {
      // A combination that this platform cannot have.
      return false;
    }
  },
  release: (keys) => globalShortcut.unregister(keys),
  /** On Wayland `register` says yes and the keys may never come: https://github.com/electron/electron/issues/51875 */
  get remark() {
    return platform === 'linux' && sessionType === 'wayland' ? words().preferences.waylandRemark : null;
  },
});
