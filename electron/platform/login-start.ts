import { app } from 'electron';
import type { LoginLaunch } from '../core/autostart-entry.ts';
import type { LoginStart } from '../core/ports.ts';
import { failed, ok } from '../shared/result.ts';

/** macOS and Windows: a login item. From a checkout it would start a bare Electron, so there is none. */
export const loginStartByItem = ({ args }: LoginLaunch, isPackaged: boolean): LoginStart => ({
  isOn: () => (isPackaged ? app.getLoginItemSettings({ args: [...args] }).openAtLogin : null),
  set: (on) => {
    if (!isPackaged) return failed('not-possible');
    app.setLoginItemSettings({ openAtLogin: on, args: [...args] });
    const isOn = app.getLoginItemSettings({ args: [...args] }).openAtLogin;
    return isOn === on ? ok(null) : failed('not-written');
  },
});

/** macOS hands no arguments to a login item. */
export const wasStartedAtLogin = (platform: NodeJS.Platform): boolean =>
  platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
