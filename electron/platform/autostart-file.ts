import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  autostartEntry,
  readAutostartEntry,
  type LoginLaunch,
  type ReadAutostartEntry,
} from '../core/autostart-entry.ts';
import type { LoginStart } from '../core/ports.ts';
import { failed, ok } from '../shared/result.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface ThisProgram {
  readonly isPackaged: boolean;
  readonly executable: string;
  /** The folder of a checkout; unused when packaged. */
  readonly appPath: string;
  readonly argv: readonly string[];
  readonly environment: Environment;
}

/**
 * How this program is started again at log-in: an installed one as it is, an AppImage by its own file (what it runs
 * from is gone then), a checkout by its Electron.
 */
export const loginLaunch = ({
  isPackaged,
  executable,
  appPath,
  argv,
  environment,
}: ThisProgram): LoginLaunch => {
  const home = environment['TASKBELL_HOME'];
  return {
    executable: (isPackaged ? environment['APPIMAGE'] : undefined) ?? executable,
    args: [
      ...argv.filter((word) => word === '--no-sandbox').slice(0, 1),
      ...(isPackaged ? [] : [appPath]),
      '--hidden',
    ],
    environment: home === undefined || home === '' ? {} : { TASKBELL_HOME: home },
  };
};

export const autostartFile = (environment: Environment, home: string): string =>
  join(
    environment['XDG_CONFIG_HOME'] ?? join(home, '.config'),
    'autostart',
    'io.github.taskbell.Taskbell.desktop',
  );

/** Linux: a file in the autostart folder, which is also where its state is kept. */
export const loginStartByFile = (file: string, launch: LoginLaunch): LoginStart => {
  const read = (): ReadAutostartEntry | null => {
    try {
      return readAutostartEntry(readFileSync(file, 'utf8'));
    } catch {
      return null;
    }
  };
  const write = (): void => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.new`, autostartEntry(launch), { mode: 0o644 });
    renameSync(`${file}.new`, file);
  };
  const tried = (change: () => void): ReturnType<LoginStart['set']> => {
    try {
      change();
      return ok(null);
    } catch {
      return failed('not-written');
    }
  };
  const found = read();
  // The program has moved, as AppImages do: the user still wants it.
  const isStale = found?.isOn === true && found.executable !== null && !existsSync(found.executable);
  if (isStale) tried(write);
  return {
    isOn: () => read()?.isOn ?? false,
    set: (on) => tried(on ? write : () => rmSync(file, { force: true })),
  };
};
