import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { checkoutLaunch } from './app-launch.ts';
import { runCommandProcess } from './command-process.ts';
import { controlAddress } from './control-address.ts';
import { dataFolder } from './data-folder.ts';
import { realFolder } from './real-folder.ts';
import { createSystemIo } from './system-io.ts';

/** The folder with the package.json above this file, wherever the build has put it. */
const projectRootAbove = (file: string): string => {
  const folder = dirname(file);
  return folder === dirname(folder) || existsSync(join(folder, 'package.json'))
    ? folder
    : projectRootAbove(folder);
};

const versionOf = (projectRoot: string): string => {
  const description = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  return description.version;
};

const projectRoot = projectRootAbove(realpathSync(process.argv[1] ?? '.'));
const folder = realFolder(dataFolder(process.env, process.platform, homedir()));
// Chromium refuses to sandbox for root; in some containers nobody may.
const withoutSandbox = process.geteuid?.() === 0 || process.env['TASKBELL_NO_SANDBOX'] === '1';
const io = createSystemIo({
  version: versionOf(projectRoot),
  dataFolder: folder,
  address: controlAddress({ dataFolder: folder, platform: process.platform, user: userInfo().username }),
  launch: () => checkoutLaunch(projectRoot, process.env, withoutSandbox),
});

void runCommandProcess(process.argv.slice(2), io, (exitCode) => {
  // Not process.exit: output that is still on its way to a pipe would be cut.
  process.exitCode = exitCode;
});
