import { writeFile } from 'node:fs/promises';
import { capture, npm } from '../setup/run.mjs';
import { Obstacle } from '../setup/script.mjs';

/**
 * Writes a CycloneDX list of everything in the lockfile, tools included, as npm makes it. Made twice it is the same.
 * @param {string} file
 * @param {import('./version-stamp.mjs').VersionStamp} stamp
 */
export const writeSbom = async (file, stamp) => {
  const { command, leading } = npm();
  const { code, stdout, stderr } = await capture(command, [
    ...leading,
    'sbom',
    '--sbom-format=cyclonedx',
    '--package-lock-only',
  ]);
  if (code !== 0) throw new Obstacle(`npm made no list of packages:\n${stderr}`);
  const sbom = JSON.parse(stdout);
  // It is drawn by lot.
  delete sbom.serialNumber;
  sbom.metadata.timestamp = new Date(stamp.epoch * 1000).toISOString();
  await writeFile(file, `${JSON.stringify(sbom, null, 2)}\n`);
};
