// npm run dist [-- --stand-in] [-- --dir]: packages for this platform, in dist/. Those for Debian are tried as well.
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { buildApp } from './fresh-build.mjs';
import { checkFuses } from './fuses.mjs';
import { makePackages } from './packages/make-packages.mjs';
import { writeSbom } from './packages/sbom.mjs';
import { tryDeb } from './packages/try-deb.mjs';
import { versionStamp } from './packages/version-stamp.mjs';
import { capture } from './setup/run.mjs';
import { Obstacle, repository, runScript, sayOnStdout as say } from './setup/script.mjs';
import { setUp } from './setup/set-up.mjs';

const toolsHost = 'https://github.com';

/** Whether electron-builder can fetch the tools that make installers. */
const toolsAreReachable = () =>
  fetch(process.env['ELECTRON_BUILDER_BINARIES_MIRROR'] ?? toolsHost, {
    method: 'HEAD',
    signal: AbortSignal.timeout(5000),
  }).then(
    () => true,
    () => false,
  );

/** What can be made here, as `makePackages` takes it. @param {boolean} onlyFolder */
const targetsHere = async (onlyFolder) => {
  if (onlyFolder) return [];
  if (await toolsAreReachable()) return null;
  const hasDpkg = process.platform === 'linux' && (await capture('dpkg-deb', ['--version'])).code === 0;
  const targets = hasDpkg ? ['tar.gz', 'deb'] : [];
  say(
    `${toolsHost}, which has the tools for installers, cannot be reached. Made without them: ${['the folder', ...targets].join(', ')}.`,
  );
  return targets;
};

/** @param {string} folder */
const saySizes = async (folder) => {
  for (const name of (await readdir(folder)).sort()) {
    const about = await stat(path.join(folder, name));
    if (about.isFile() && !name.startsWith('builder-')) {
      say(`  ${name}: ${(about.size / 2 ** 20).toFixed(1)} MiB`);
    }
  }
};

await runScript(async () => {
  const options = process.argv.slice(2);
  const unknown = options.find((option) => option !== '--stand-in' && option !== '--dir');
  if (unknown !== undefined)
    throw new Obstacle(`Unknown option ${unknown}. Usage: npm run dist [-- --stand-in --dir]`);

  const electron = await setUp({ desktop: process.platform === 'linux', say });
  const isStandIn = electron.origin === 'stand-in';
  if (isStandIn && !options.includes('--stand-in')) {
    throw new Obstacle(
      'Nothing was packaged: the Electron here is the stand-in, not the official build. Let the official download through, or pass --stand-in to make packages whose names say so.',
    );
  }
  if (!(await buildApp())) throw new Obstacle('The app could not be built, see above.');

  const stamp = await versionStamp();
  const output = `dist/${stamp.version}${isStandIn ? '-stand-in' : ''}`;
  const folder = path.join(repository, output);
  const targets = await targetsHere(options.includes('--dir'));
  // What an earlier run left would be listed and tried as this one's.
  await rm(folder, { recursive: true, force: true });
  await makePackages({ electron, stamp, output, targets });
  await writeSbom(path.join(folder, `Taskbell-${stamp.version}.cdx.json`), stamp);
  await checkFuses(folder);
  say(`Packaged into ${output}. Its fuses are as they must be.`);
  await saySizes(folder);
  const debs = (await readdir(folder)).filter((name) => name.endsWith('.deb'));
  for (const name of debs) await tryDeb({ electron, stamp, deb: path.join(folder, name), say });
  return 0;
});
