import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../setup/script.mjs';

/**
 * @typedef {object} DesktopUser
 * @property {{ uid?: number, gid?: number }} ids what spawn is told; empty keeps our own user
 * @property {boolean} sandbox whether Chromium's sandbox can be on
 * @property {string | null} remark what a person should know
 */

/**
 * Root may not use Chromium's sandbox, so root hands the desktop to an unprivileged user who can read the checkout.
 * @param {import('../electron-runtime.mjs').ElectronRuntime} electron
 * @returns {DesktopUser}
 */
export const desktopUser = (electron) => {
  if (process.getuid?.() !== 0) return unprivileged({}, electron, '');
  const nobody = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m);
  const ids = { uid: Number(nobody?.[1] ?? 65534), gid: Number(nobody?.[2] ?? 65534) };
  const canRead = spawnSync(
    '/bin/sh',
    ['-c', 'test -r "$0" && test -x "$1"', path.join(repository, 'package.json'), electron.executable],
    { cwd: '/', ...ids },
  );
  if (canRead.status === 0) return unprivileged(ids, electron, ' as the user nobody');
  return {
    ids: {},
    sandbox: false,
    remark:
      'Running as root with --no-sandbox, because the unprivileged user nobody cannot read this checkout.',
  };
};

/**
 * @param {DesktopUser['ids']} ids
 * @param {import('../electron-runtime.mjs').ElectronRuntime} electron
 * @param {string} who
 * @returns {DesktopUser}
 */
const unprivileged = (ids, electron, who) => {
  const sandbox = sandboxWorks(ids, electron.dist);
  const remark = `Running${who} with --no-sandbox, because this system lets no unprivileged user make a sandbox.`;
  return { ids, sandbox, remark: sandbox ? null : remark };
};

/**
 * Chromium's sandbox needs user namespaces, or else its setuid helper.
 * @param {DesktopUser['ids']} ids
 * @param {string} dist
 */
export const sandboxWorks = (ids, dist) => {
  if (spawnSync('unshare', ['--user', '--map-root-user', 'true'], { cwd: '/', ...ids }).status === 0)
    return true;
  const helper = statSync(path.join(dist, 'chrome-sandbox'), { throwIfNoEntry: false });
  return helper !== undefined && helper.uid === 0 && (helper.mode & 0o4001) === 0o4001;
};
