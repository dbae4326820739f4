import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { downloadOfficial, officialIsReachable, officialVersion } from './electron/official.mjs';
import { fetchStandIn, standInDist, standInFitsHere } from './electron/stand-in.mjs';
import { refuseBrokenVersion } from './electron/versions.mjs';
import {
  cacheFolder,
  isEntry,
  Obstacle,
  repository,
  runScript,
  sayOnStderr,
  sayOnStdout,
} from './setup/script.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} dist the unpacked folder
 * @property {string} executable
 * @property {string} version without a leading v
 * @property {'override' | 'official' | 'stand-in'} origin
 */

const officialDist = path.join(repository, 'node_modules', 'electron', 'dist');

/**
 * Finds an Electron to run, fetching one if it may, and says which it took. Throws an Obstacle when there is none.
 * @param {object} options
 * @param {import('./setup/script.mjs').Say} options.say
 * @param {boolean} options.mayFetch false looks only at what is on this machine, unless there is nothing
 * @returns {Promise<ElectronRuntime>}
 */
export const resolveElectron = async ({ say, mayFetch }) => {
  const runtime = await findElectron(say, mayFetch);
  refuseBrokenVersion(runtime.version);
  say(`Electron ${runtime.version}: ${sentences[runtime.origin]}`);
  return runtime;
};

/**
 * Leaves the choice where the command line finds it, which starts the app by itself.
 * @param {ElectronRuntime} runtime
 */
export const recordElectron = async (runtime) => {
  const file = path.join(cacheFolder, 'electron-runtime.json');
  const text = `${JSON.stringify(runtime)}\n`;
  if ((await readFile(file, 'utf8').catch(() => null)) === text) return;
  await mkdir(cacheFolder, { recursive: true });
  await writeFile(file, text);
};

const sentences = {
  override: 'the one that ELECTRON_OVERRIDE_DIST_PATH names.',
  official: 'the official build.',
  'stand-in':
    'a stand-in from the package registry, because the official download could not be reached. Fine for trying out.',
};

/**
 * @param {import('./setup/script.mjs').Say} say
 * @param {boolean} mayFetch
 * @returns {Promise<ElectronRuntime>}
 */
const findElectron = async (say, mayFetch) => {
  const here = await electronHere();
  if (here !== null && (here.origin !== 'stand-in' || !mayFetch)) return here;
  const standIn = here;

  // A stand-in that is already here makes waiting for a silent network pointless.
  const reach = await officialIsReachable(standIn === null ? 5000 : 2000);
  if (reach.reachable) {
    say(`Downloading Electron ${officialVersion()} …`);
    const trouble = await downloadOfficial();
    const downloaded = await installedOfficial();
    if (downloaded !== null) return downloaded;
    say(`The download of Electron did not work: ${trouble}`);
  } else {
    say(`The Electron download host cannot be reached: ${reach.reason}`);
  }

  if (standIn !== null) return standIn;
  if (!standInFitsHere) {
    throw new Obstacle(
      'There is no Electron. Allow its download host, set ELECTRON_MIRROR to one that can be reached, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked build.',
    );
  }
  await fetchStandIn(say);
  const fetched = await runtimeIn(standInDist, 'stand-in');
  if (fetched === null)
    throw new Obstacle('The stand-in package holds no Electron. Delete node_modules/.cache and try again.');
  return fetched;
};

/** One that is on this machine, or null. Throws an Obstacle when one is named that is none. */
export const electronHere = async () => {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined && override !== '') {
    const named = await runtimeIn(path.resolve(override), 'override');
    if (named !== null) return named;
    throw new Obstacle(
      `ELECTRON_OVERRIDE_DIST_PATH names ${override}, which holds no Electron. Correct or unset it.`,
    );
  }
  const official = await installedOfficial();
  return official ?? (standInFitsHere ? runtimeIn(standInDist, 'stand-in') : null);
};

const installedOfficial = async () => {
  const found = await runtimeIn(officialDist, 'official');
  return found?.version === officialVersion() ? found : null;
};

/**
 * @param {string} dist
 * @param {ElectronRuntime['origin']} origin
 * @returns {Promise<ElectronRuntime | null>}
 */
const runtimeIn = async (dist, origin) => {
  const version = await readFile(path.join(dist, 'version'), 'utf8').catch(() => null);
  if (version === null) return null;
  return {
    dist,
    executable: path.join(dist, executableName()),
    version: version.trim().replace(/^v/, ''),
    origin,
  };
};

const executableName = () => {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
};

// Started by itself it prints the executable.
if (isEntry(import.meta.url)) {
  await runScript(async () => {
    const { executable } = await resolveElectron({ say: sayOnStderr, mayFetch: false });
    sayOnStdout(executable);
    return 0;
  });
}
