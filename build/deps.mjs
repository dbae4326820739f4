// npm run deps: each direct dependency with why it is here, its size and its last release. With -- --refresh the
// advisories that npm knows of what is installed are added to build/supply/advisories.json.
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { capture, npm } from './setup/run.mjs';
import { Obstacle, repository, runScript, sayOnStdout as say } from './setup/script.mjs';
import { troublesOf } from './supply/check.mjs';
import { readSupply, writeAdvisories } from './supply/read-supply.mjs';

/** @param {readonly string[]} args @returns {Promise<any>} null when npm gives no JSON */
const askNpm = async (args) => {
  const { command, leading } = npm();
  const { stdout } = await capture(command, [...leading, ...args, '--json'], { timeoutMs: 20_000 });
  try {
    return JSON.parse(stdout);
  } catch {
    return null;
  }
};

/** In bytes. @param {string} folder @returns {Promise<number>} */
const sizeOf = async (folder) => {
  const entries = await readdir(folder, { withFileTypes: true });
  const sizes = entries.map(async (entry) => {
    const inner = path.join(folder, entry.name);
    if (entry.isDirectory()) return sizeOf(inner);
    return entry.isFile() ? (await stat(inner)).size : 0;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
};

/** The day of the latest release; "unknown" where the registry does not answer. @param {string} name */
const lastRelease = async (name) => {
  const about = await askNpm(['view', name, 'dist-tags.latest', 'time']);
  const day = about?.time?.[about['dist-tags.latest']];
  return typeof day === 'string' ? `${day.slice(0, 10)} (${about['dist-tags.latest']})` : 'unknown';
};

const refresh = async () => {
  const { advisories } = await readSupply();
  const report = await askNpm(['audit']);
  if (report?.vulnerabilities === undefined)
    throw new Obstacle('The registry tells no advisories, so the list stays as it is.');
  const found = Object.values(report.vulnerabilities)
    .flatMap(({ via }) => via)
    .filter((one) => typeof one === 'object')
    .map(({ url, name, range, title }) => ({
      id: String(url).split('/').at(-1) ?? '',
      package: name,
      versions: range,
      title,
    }))
    .filter(({ id }) => !advisories.some((known) => known.id === id));
  await writeAdvisories([...advisories, ...found]);
  say(`Added ${found.length} advisories.`);
};

const list = async () => {
  const { manifest, locked, reasons } = await readSupply();
  const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const lines = names.map(async (name) => {
    const one = locked.find(({ place }) => place === `node_modules/${name}`);
    const size = await sizeOf(path.join(repository, 'node_modules', name)).catch(() => 0);
    const released = await lastRelease(one?.realName ?? name);
    return `${name} ${one?.version ?? '?'}, ${(size / 2 ** 20).toFixed(1)} MiB, last release ${released}\n  ${reasons[name] ?? '?'}`;
  });
  for (const line of lines) say(await line);
};

await runScript(async () => {
  const [option] = process.argv.slice(2);
  if (option !== undefined && option !== '--refresh')
    throw new Obstacle('Usage: npm run deps [-- --refresh]');
  await (option === '--refresh' ? refresh() : list());
  const troubles = troublesOf(await readSupply());
  for (const trouble of troubles) say(trouble);
  return troubles.length === 0 ? 0 : 1;
});
