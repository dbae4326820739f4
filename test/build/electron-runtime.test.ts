import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../build/electron-runtime.mjs', import.meta.url));
const run = promisify(execFile);

let dist: string;

beforeEach(async () => {
  dist = await mkdtemp(path.join(tmpdir(), 'taskbell-electron-'));
});

afterEach(() => rm(dist, { recursive: true, force: true }));

const resolved = (override: string): Promise<{ readonly stdout: string; readonly stderr: string }> =>
  run(process.execPath, [script], { env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: override } });

describe('the Electron that ELECTRON_OVERRIDE_DIST_PATH names', () => {
  it.each(['42.0.0', '43.2.0', '43.5.0', '44.0.1', '44.1.0', '45.4.1', '46.0.0-alpha.5'])(
    'is taken, and said, when it is %s',
    async (version) => {
      await writeFile(path.join(dist, 'version'), `v${version}`);
      const { stdout, stderr } = await resolved(dist);
      expect(stdout.trim().startsWith(dist)).toBe(true);
      expect(stderr).toContain(`Electron ${version}: the one that ELECTRON_OVERRIDE_DIST_PATH names.`);
    },
  );

  it('is refused below 42, with the version that is needed', async () => {
    await writeFile(path.join(dist, 'version'), '41.9.9');
    await expect(resolved(dist)).rejects.toMatchObject({
      code: 1,
      stderr: 'Electron 41.9.9 is too old for Taskbell, which needs 42 or newer.\n',
    });
  });

  it.runIf(process.platform === 'linux').each(['43.3.0', '43.3.2', '43.4.0', '43.4.2', '44.0.0'])(
    'is refused on Linux when its tray is broken: %s',
    async (version) => {
      await writeFile(path.join(dist, 'version'), version);
      const stderr = expect.stringContaining(
        `The tray of Electron ${version} does not work on Linux.`,
      ) as string;
      await expect(resolved(dist)).rejects.toMatchObject({ code: 1, stderr });
    },
  );

  it('is not guessed when the folder holds none', async () => {
    const stderr = expect.stringContaining('which holds no Electron. Correct or unset it.') as string;
    await expect(resolved(dist)).rejects.toMatchObject({ code: 1, stderr });
  });
});
