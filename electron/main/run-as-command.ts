import { app as electron } from 'electron';
import { installedLaunch } from '../cli/app-launch.ts';
import type { StartedWith } from './started-with.ts';

/** Runs one command of the command line in this process, which draws nothing. */
export const runAsCommand = async (
  words: readonly string[],
  { folder, address }: StartedWith,
): Promise<void> => {
  // A command draws nothing, so it must also run where there is no display.
  electron.commandLine.appendSwitch('ozone-platform', 'headless');
  const launch = installedLaunch(process.execPath, process.argv, process.env);
  const version = electron.getVersion();
  // The app itself does without them.
  const [{ createSystemIo }, { runCommandProcess }] = await Promise.all([
    import('../cli/system-io.ts'),
    import('../cli/command-process.ts'),
  ]);
  const io = createSystemIo({
    version,
    dataFolder: folder,
    address,
    launch: () => ({ ok: true, value: launch }),
  });
  return runCommandProcess(words, io, (exitCode) => electron.exit(exitCode));
};
