// npm run dist [-- --stand-in] [-- --dir]: packages for this platform, in dist/.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buildApp } from './fresh-build.mjs';
import { checkFuses } from './fuses.mjs';
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

await runScript(async () => {
  const options = process.argv.slice(2);
  const unknown = options.find((option) => option !== '--stand-in' && option !== '--dir');
  if (unknown !== undefined)
    throw new Obstacle(`Unknown option ${unknown}. Usage: npm run dist [-- --stand-in --dir]`);

  const electron = await setUp({ desktop: false, say });
  const isStandIn = electron.origin === 'stand-in';
  if (isStandIn && !options.includes('--stand-in')) {
    throw new Obstacle(
      'Nothing was packaged: the Electron here is the stand-in, not the official build. Let the official download through, or pass --stand-in to make packages whose names say so.',
    );
  }
  if (!(await buildApp())) throw new Obstacle('The app could not be built, see above.');

  const onlyFolder = options.includes('--dir') || !(await toolsAreReachable());
  const { build } = await import('electron-builder');
  const suffix = isStandIn ? '-stand-in' : '';
  /** @type {{ version: string }} */
  const { version } = JSON.parse(await readFile(path.join(repository, 'package.json'), 'utf8'));
  await build({
    projectDir: repository,
    publish: 'never',
    dir: onlyFolder,
    config: {
      extends: path.join(repository, 'electron-builder.yml'),
      electronDist: electron.dist,
      electronVersion: electron.version,
      directories: { output: `dist/${version}${suffix}` },
      artifactName: `\${productName}-\${version}${suffix}-\${os}-\${arch}.\${ext}`,
    },
  });
  await checkFuses(path.join(repository, `dist/${version}${suffix}`));
  say(`Packaged into dist/${version}${suffix}. Its fuses are as they must be.`);
  if (onlyFolder && !options.includes('--dir')) {
    say(
      `Only the unpacked folder was made, because ${toolsHost}, which has the tools for installers, cannot be reached.`,
    );
  }
  return 0;
});
