import { rmSync } from 'node:fs';
import { createChildren } from './desktop/children.mjs';
import { desktopUser } from './desktop/desktop-user.mjs';
import { startBus, startDisplay, startKeyring, startNotifications, startPanel } from './desktop/services.mjs';
import { createSessionFolder } from './desktop/session-folder.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { isEntry, Obstacle, repository, runScript, sayOnStderr } from './setup/script.mjs';

/** @typedef {'keyring' | 'panel' | 'notifications'} DesktopService */

/**
 * @typedef {object} Desktop
 * @property {NodeJS.ProcessEnv} environment what a program on it must be given
 * @property {string} folder private to it, writable by its user, removed with it
 * @property {string} notificationsLog what the notification service received, one JSON object a line
 * @property {(command: string, args: readonly string[], env?: NodeJS.ProcessEnv) => Promise<number>} run
 *   runs a command on it, as its user, to its exit code
 */

/**
 * Brings up a display, a session bus, an unlocked keyring, a tray host and a notification service that nobody else
 * uses, and ends them all when `use` is done, fails, or a signal comes.
 * @template Value
 * @param {object} options
 * @param {import('./electron-runtime.mjs').ElectronRuntime} options.electron
 * @param {readonly DesktopService[]} [options.without]
 * @param {import('./setup/script.mjs').Say} options.say
 * @param {(desktop: Desktop) => Promise<Value>} use
 * @returns {Promise<Value>}
 */
export const withDesktop = async ({ electron, without = [], say }, use) => {
  if (process.platform !== 'linux') throw new Obstacle('The throw-away desktop runs on Linux only.');
  const user = desktopUser(electron);
  if (user.remark !== null) say(user.remark);
  const has = (/** @type {DesktopService} */ service) => !without.includes(service);

  const folder = createSessionFolder({ user: user.ids, electron: electron.executable, panel: has('panel') });
  const children = createChildren({ logFolder: folder.logs, user: user.ids });
  const removeFolder = () =>
    rmSync(folder.root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  // For when we leave without tidying up; the children have a last resort of their own.
  process.on('exit', removeFolder);
  const tidyUp = async () => {
    await children.endAll();
    removeFolder();
    process.off('exit', removeFolder);
  };
  const stopOn = (/** @type {NodeJS.Signals} */ signal) =>
    void tidyUp().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.once(signal, stopOn);

  try {
    const base = baseEnvironment(folder, electron, user.sandbox);
    const [display, bus] = await Promise.all([
      startDisplay(children, base),
      startBus(children, base, folder.busConfiguration),
    ]);
    const environment = { ...base, DISPLAY: display, DBUS_SESSION_BUS_ADDRESS: bus };
    await Promise.all([
      has('keyring') && startKeyring(children, environment),
      has('panel') && startPanel(children, environment),
      has('notifications') && startNotifications(children, environment, folder.dunstConfiguration),
    ]);
    return await use({
      environment,
      folder: folder.temporary,
      notificationsLog: folder.notificationsLog,
      run: (command, args, env = {}) =>
        children.run(command, args, { env: { ...environment, ...env }, cwd: repository }),
    });
  } finally {
    for (const signal of signals) process.off(signal, stopOn);
    await tidyUp();
  }
};

const ofTheRealSession =
  /^(XDG_|DBUS_|GNOME_|KDE_|GTK_|QT_|DESKTOP_|SESSION_|WAYLAND_|XAUTHORITY$|SSH_|LC_|LANG|USER$|LOGNAME$|MAIL$|SUDO_)/;

/**
 * @param {import('./desktop/session-folder.mjs').SessionFolder} folder
 * @param {import('./electron-runtime.mjs').ElectronRuntime} electron
 * @param {boolean} sandbox
 * @returns {NodeJS.ProcessEnv}
 */
const baseEnvironment = (folder, electron, sandbox) => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofTheRealSession.test(name))),
  HOME: folder.home,
  TMPDIR: folder.temporary,
  LANG: 'C.UTF-8',
  XDG_RUNTIME_DIR: folder.runtime,
  XDG_CONFIG_HOME: folder.config,
  XDG_DATA_HOME: `${folder.home}/.local/share`,
  XDG_CACHE_HOME: `${folder.home}/.cache`,
  XDG_STATE_HOME: `${folder.home}/.local/state`,
  XDG_CURRENT_DESKTOP: 'XFCE',
  XDG_SESSION_TYPE: 'x11',
  NO_AT_BRIDGE: '1',
  GSETTINGS_BACKEND: 'memory',
  TASKBELL_DESKTOP: 'throw-away',
  TASKBELL_ELECTRON: electron.executable,
  TASKBELL_NOTIFICATIONS_LOG: folder.notificationsLog,
  TASKBELL_WANTED_BUTTON: folder.wantedButton,
  ...(sandbox ? {} : { TASKBELL_NO_SANDBOX: '1' }),
});

const usage = 'Usage: node build/throw-away-desktop.mjs [--without keyring,panel,notifications] -- COMMAND …';

/** @param {readonly string[]} words */
const readArguments = (words) => {
  const split = words.indexOf('--');
  const [command, ...args] = split === -1 ? [] : words.slice(split + 1);
  const options = words.slice(0, Math.max(split, 0));
  if (command === undefined) throw new Obstacle(usage);
  if (options.length === 0) return { without: [], command, args };
  const without = (options[1] ?? '').split(',');
  const known = ['keyring', 'panel', 'notifications'];
  if (options.length !== 2 || options[0] !== '--without' || !without.every((name) => known.includes(name))) {
    throw new Obstacle(usage);
  }
  return { without: /** @type {DesktopService[]} */ (without), command, args };
};

if (isEntry(import.meta.url)) {
  await runScript(async () => {
    const { without, command, args } = readArguments(process.argv.slice(2));
    const electron = await resolveElectron({ say: sayOnStderr, mayFetch: false });
    return withDesktop({ electron, without, say: sayOnStderr }, (desktop) => desktop.run(command, args));
  });
}
