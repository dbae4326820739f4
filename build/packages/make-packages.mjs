import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'electron-builder';
import { Obstacle, repository } from '../setup/script.mjs';

const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * @typedef {object} Packaging
 * @property {import('../electron-runtime.mjs').ElectronRuntime} electron
 * @property {import('./version-stamp.mjs').VersionStamp} stamp
 * @property {string} output where they go, relative to the checkout
 * @property {readonly string[] | null} targets null for what electron-builder.yml says, empty for the folder alone
 */

/**
 * Runs electron-builder with electron-builder.yml. Named targets are made with what this machine has, on Linux.
 * @param {Packaging} packaging
 */
export const makePackages = async ({ electron, stamp, output, targets }) => {
  process.env['SOURCE_DATE_EPOCH'] = String(stamp.epoch);
  if (targets !== null) {
    process.env['CUSTOM_FPM_PATH'] = here('local-tools/fpm.mjs');
    process.env['ELECTRON_BUILDER_7ZIP_PATH'] = here('local-tools/7za.mjs');
  }
  const suffix = electron.origin === 'stand-in' ? '-stand-in' : '';
  const updates = process.env['TASKBELL_UPDATES_URL'] ?? '';
  if (updates !== '' && !updates.startsWith('https://'))
    throw new Obstacle('TASKBELL_UPDATES_URL is not an https address.');
  await build({
    projectDir: repository,
    publish: 'never',
    ...(targets === null ? {} : targets.length === 0 ? { dir: true } : { linux: [...targets] }),
    config: {
      extends: path.join(repository, 'electron-builder.yml'),
      electronDist: electron.dist,
      electronVersion: electron.version,
      directories: { output },
      extraMetadata: { version: stamp.version, builtFrom: stamp.commit },
      ...(updates === '' ? {} : { publish: { provider: 'generic', url: updates } }),
      artifactName: `\${productName}-\${version}${suffix}-\${os}-\${arch}.\${ext}`,
    },
  });
};
