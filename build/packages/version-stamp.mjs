import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { capture } from '../setup/run.mjs';
import { repository } from '../setup/script.mjs';

/**
 * @typedef {object} VersionStamp
 * @property {string} version
 * @property {string | null} commit what the packages were made from; null outside a repository, or when that was changed
 * @property {number} epoch seconds, the time that packages give their files: as SOURCE_DATE_EPOCH says, or the commit's
 */

/** What a package says of where it comes from: nothing of when and where it was made. @returns {Promise<VersionStamp>} */
export const versionStamp = async () => {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(await readFile(path.join(repository, 'package.json'), 'utf8'));
  const head = await capture('git', ['log', '-1', '--format=%H %ct']);
  const [commit = '', time = '0'] = head.code === 0 ? head.stdout.trim().split(' ') : [];
  const changes = await capture('git', ['status', '--porcelain', '--untracked-files=no']);
  return {
    version,
    commit: commit !== '' && changes.stdout === '' ? commit : null,
    epoch: Number(process.env['SOURCE_DATE_EPOCH'] ?? time),
  };
};
