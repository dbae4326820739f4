import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { words } from '../shared/language/spoken.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import type { Environment } from './data-folder.ts';

/** How to start the app in the tray. */
export interface AppLaunch {
  readonly executable: string;
  readonly args: readonly string[];
  /** A sentence that the user should read; null when there is none. */
  readonly remark: string | null;
}

/** From an installed app: itself again. An AppImage's own executable is gone when the command ends, so not that. */
export const installedLaunch = (
  executable: string,
  argv: readonly string[],
  env: Environment,
): AppLaunch => ({
  executable: env['APPIMAGE'] ?? executable,
  args: ['--hidden', ...argv.filter((word) => word === '--no-sandbox')],
  remark: null,
});

/** From a checkout: the Electron that the set-up found, on the built app. The trouble is a sentence. */
export const checkoutLaunch = (
  projectRoot: string,
  env: Environment,
  withoutSandbox: boolean,
): Result<AppLaunch, string> => {
  const executable =
    env['TASKBELL_ELECTRON'] ?? executableOf(join(projectRoot, 'node_modules/.cache/electron-runtime.json'));
  if (executable === null || !existsSync(executable)) {
    return failed(words().appAnswers.start.noElectron);
  }
  if (!existsSync(join(projectRoot, 'out/main.cjs'))) {
    return failed(words().appAnswers.start.notBuilt);
  }
  return ok({
    executable,
    args: [...(withoutSandbox ? ['--no-sandbox'] : []), projectRoot, '--hidden'],
    remark: withoutSandbox ? words().appAnswers.start.noSandbox : null,
  });
};

const executableOf = (record: string): string | null => {
  try {
    const runtime: unknown = JSON.parse(readFileSync(record, 'utf8'));
    if (typeof runtime !== 'object' || runtime === null || !('executable' in runtime)) return null;
    return typeof runtime.executable === 'string' ? runtime.executable : null;
  } catch {
    return null;
  }
};
