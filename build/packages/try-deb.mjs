import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { runTests } from '../run-tests.mjs';
import { capture } from '../setup/run.mjs';
import { Obstacle, repository } from '../setup/script.mjs';
import { withDesktop } from '../throw-away-desktop.mjs';
import { makePackages } from './make-packages.mjs';

const olderVersion = '0.0.1';

/**
 * Installs a package over an older one, uses both on the throw-away desktop as a user does, and removes it. Throws an
 * Obstacle when something is not as it must be. A Taskbell that is installed here is left alone.
 * @param {object} options
 * @param {import('../electron-runtime.mjs').ElectronRuntime} options.electron
 * @param {import('./version-stamp.mjs').VersionStamp} options.stamp
 * @param {string} options.deb
 * @param {import('../setup/script.mjs').Say} options.say
 */
export const tryDeb = async ({ electron, stamp, deb, say }) => {
  if (process.getuid?.() !== 0 || (await capture('dpkg-query', ['-s', 'taskbell'])).code === 0) {
    say('The package was not tried: that takes root, and a machine without Taskbell.');
    return;
  }
  say(`\n== Trying ${path.basename(deb)}`);
  const folder = path.join(repository, 'dist', 'older');
  await makePackages({
    electron,
    stamp: { ...stamp, version: olderVersion },
    output: 'dist/older',
    targets: ['deb'],
  });
  const [older = ''] = (await readdir(folder)).filter((name) => name.endsWith('.deb'));
  try {
    const unpacked = path.join(path.dirname(deb), 'linux-unpacked');
    await withDesktop({ electron, say }, async ({ run, folder: ofUser }) => {
      /** @param {string} stage */
      const stage = async (stage) => {
        const home = path.join(ofUser, 'installed');
        const tally = await runTests({
          project: 'installed',
          electron,
          run: (command, args, env) =>
            run(command, args, { ...env, TASKBELL_HOME: home, TASKBELL_UNPACKED: unpacked }),
          reportFolder: ofUser,
          filters: [`test/packages/${stage}.installed.test.ts`],
        });
        if (tally.failed > 0 || tally.passed === 0) throw new Obstacle('The package is not as it must be.');
      };
      await dpkg('--install', path.join(folder, older));
      await stage('older');
      await dpkg('--install', deb);
      await stage('newer');
      await dpkg('--remove', 'taskbell');
      checkRemoved();
      await stage('removed');
      await stage('updates');
    });
    say(`== ${path.basename(deb)}: installed, upgraded, used, removed; updates tried.`);
  } finally {
    await capture('dpkg', ['--purge', 'taskbell']);
    await rm(folder, { recursive: true, force: true });
  }
};

const places = [
  '/opt/Taskbell',
  '/usr/bin/taskbell',
  '/etc/alternatives/taskbell',
  '/etc/apparmor.d/taskbell',
  '/usr/share/applications/io.github.taskbell.Taskbell.desktop',
  '/usr/share/metainfo/io.github.taskbell.Taskbell.metainfo.xml',
  '/usr/share/icons/hicolor/256x256/apps/taskbell.png',
];

const checkRemoved = () => {
  const left = places.filter((place) => existsSync(place));
  if (left.length > 0) throw new Obstacle(`Removing the package left ${left.join(', ')}.`);
};

/** @param {string} action @param {string} what */
const dpkg = async (action, what) => {
  const { code, stdout, stderr } = await capture('dpkg', [action, what]);
  if (code !== 0) throw new Obstacle(`dpkg ${action} failed:\n${stdout}${stderr}`);
};
