import { globalShortcut } from 'electron';
import type { GlobalKeys } from '../core/ports.ts';

/** On Wayland `register` says yes and the keys may never come: https://github.com/electron/electron/issues/51875 */
const waylandRemark =
  'On Wayland the desktop decides whether a program gets such keys. If they do nothing, bind them in the desktop’s own settings to the command “taskbell”.';

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
  remark: platform === 'linux' && sessionType === 'wayland' ? waylandRemark : null,
});
