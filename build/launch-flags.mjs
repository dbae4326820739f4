import { sandboxWorks } from './desktop/desktop-user.mjs';

/**
 * What the app must be started with here, and why, in a sentence. Only Linux knows a system without a sandbox.
 * @param {import('./electron-runtime.mjs').ElectronRuntime} electron
 * @param {import('./setup/script.mjs').Say} say
 * @returns {readonly string[]}
 */
export const launchFlags = (electron, say) => {
  if (process.platform !== 'linux') return [];
  if (process.getuid?.() === 0) {
    say('Running as root, so the app is started with --no-sandbox.');
    return ['--no-sandbox'];
  }
  if (sandboxWorks({}, electron.dist)) return [];
  say('This system lets no unprivileged user make a sandbox, so the app is started with --no-sandbox.');
  return ['--no-sandbox'];
};
