// npm run changelog: what is not released yet becomes the version that package.json names.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { versionStamp } from './packages/version-stamp.mjs';
import { Obstacle, repository, runScript, sayOnStdout as say } from './setup/script.mjs';
import { releasedAs } from './supply/changelog.mjs';

await runScript(async () => {
  const file = path.join(repository, 'CHANGELOG.md');
  const { version, epoch } = await versionStamp();
  const day = new Date(epoch * 1000).toISOString().slice(0, 10);
  const text = releasedAs(await readFile(file, 'utf8'), version, day);
  if (text === null)
    throw new Obstacle(
      `There is nothing that is not released yet, or ${version} is in CHANGELOG.md already.`,
    );
  await writeFile(file, text);
  say(`CHANGELOG.md has ${version} now.`);
  return 0;
});
