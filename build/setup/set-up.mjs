import { recordElectron, resolveElectron } from '../electron-runtime.mjs';
import { provideSystemPackages } from './system-packages.mjs';
import { installPackages } from './node-modules.mjs';
import { sayOnStdout, seconds } from './script.mjs';

/**
 * Everything between a fresh clone and a running app: npm packages, an Electron, the system's packages.
 * Throws an Obstacle when something cannot be had.
 * @param {object} options
 * @param {boolean} options.desktop also what the throw-away desktop needs, not only what the app needs
 * @param {import('./script.mjs').Say} [options.say]
 * @returns {Promise<import('../electron-runtime.mjs').ElectronRuntime>}
 */
export const setUp = async ({ desktop, say = sayOnStdout }) => {
  const started = performance.now();
  await installPackages(say);
  const electron = await resolveElectron({ say, mayFetch: true });
  await recordElectron(electron);
  await provideSystemPackages({ electron, desktop, say });
  say(`Set-up is complete (${seconds(performance.now() - started)}).`);
  return electron;
};
