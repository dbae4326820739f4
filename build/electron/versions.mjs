import { Obstacle } from '../setup/script.mjs';

/**
 * Throws an Obstacle for an Electron that cannot run Taskbell as intended.
 * @param {string} version such as 45.4.1
 * @param {NodeJS.Platform} [platform]
 */
export const refuseBrokenVersion = (version, platform = process.platform) => {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  if (major < 42) throw new Obstacle(`Electron ${version} is too old for Taskbell, which needs 42 or newer.`);
  // https://github.com/electron/electron/issues/53138 and /53213: no tray item, or a dead one.
  const brokenTray =
    (major === 43 && (minor === 3 || minor === 4)) || (major === 44 && minor === 0 && patch === 0);
  if (platform === 'linux' && brokenTray) {
    throw new Obstacle(
      `The tray of Electron ${version} does not work on Linux. Use 42, 43.0 to 43.2, 43.5 or newer, or 44.1 or newer.`,
    );
  }
};
