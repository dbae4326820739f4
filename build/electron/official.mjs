import { readFileSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { repository } from '../setup/script.mjs';
import { capture } from '../setup/run.mjs';

const packageFolder = path.join(repository, 'node_modules', 'electron');

/** The version that package.json pins. */
export const officialVersion = () => {
  /** @type {{ version: string }} */
  const manifest = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
  return manifest.version;
};

/**
 * Whether the download can be tried: it is in the cache already, or its host answers within the time.
 * @param {number} timeoutMs
 * @returns {Promise<{ reachable: true } | { reachable: false, reason: string }>}
 */
export const officialIsReachable = async (timeoutMs) => {
  if (await isCached()) return { reachable: true };
  // Node's own fetch does not use a proxy, so behind one only the download itself can tell.
  if (process.env['ELECTRON_GET_USE_PROXY']) return { reachable: true };
  const base = mirror();
  try {
    const url = new URL(`v${officialVersion()}/${archiveName()}`, base.endsWith('/') ? base : `${base}/`);
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(timeoutMs) });
    return answer.ok
      ? { reachable: true }
      : { reachable: false, reason: `${url.host} answered ${answer.status}.` };
  } catch (error) {
    return { reachable: false, reason: `${reasonOf(error)}.` };
  }
};

/**
 * Lets the electron package fetch, check and unpack its binary.
 * @returns {Promise<string>} what it wrote last, for when the binary is missing afterwards
 */
export const downloadOfficial = async () => {
  const outcome = await capture(process.execPath, [path.join(packageFolder, 'install.js')], {
    timeoutMs: 15 * 60_000,
  });
  if (outcome.code === 0) return '';
  await rm(path.join(packageFolder, 'dist'), { recursive: true, force: true });
  return outcome.stderr.trim().split('\n')[0] ?? `exit code ${outcome.code}`;
};

const archiveName = () => `electron-v${officialVersion()}-${process.platform}-${process.arch}.zip`;

const mirror = () =>
  process.env['npm_config_electron_mirror'] ??
  process.env['ELECTRON_MIRROR'] ??
  'https://github.com/electron/electron/releases/download/';

const isCached = async () => {
  const root = downloadCache();
  for (const folder of await readdir(root).catch(() => [])) {
    const found = await stat(path.join(root, folder, archiveName())).catch(() => null);
    if (found?.isFile() === true) return true;
  }
  return false;
};

/** Where @electron/get keeps archives. */
const downloadCache = () => {
  const told = process.env['electron_config_cache'];
  if (told !== undefined) return told;
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches', 'electron');
  if (process.platform === 'win32') {
    return path.join(
      process.env['LOCALAPPDATA'] ?? path.join(os.homedir(), 'AppData', 'Local'),
      'electron',
      'Cache',
    );
  }
  return path.join(process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache'), 'electron');
};

/** @param {unknown} error */
const reasonOf = (error) => {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'it did not answer in time';
  return error.cause instanceof Error ? error.cause.message : error.message;
};
