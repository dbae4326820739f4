import { existsSync } from 'node:fs';
import { capture } from './run.mjs';
import { Obstacle } from './script.mjs';

const aptGet = '/usr/bin/apt-get';

export const onDebian = () => existsSync(aptGet);

/**
 * Installs one package of each choice when we are root; else throws an Obstacle with the line to run.
 * @param {readonly (readonly string[])[]} choices
 * @param {import('./script.mjs').Say} say
 */
export const installDebianPackages = async (choices, say) => {
  let names = await available(choices);
  if (process.getuid?.() !== 0) {
    const line = (names ?? choices.map((choice) => choice.at(-1) ?? '')).join(' ');
    throw new Obstacle(
      `Some system packages are missing. Run this line, then try again:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${unique(line)}`,
    );
  }
  let updated = false;
  if (names === null) {
    await update(say);
    updated = true;
    names = await available(choices);
  }
  if (names === null) {
    const lists = choices.map((choice) => choice.join(' or ')).join(', ');
    throw new Obstacle(
      `The package sources of this system do not have all of: ${lists}. Add them by hand, then try again.`,
    );
  }
  const list = unique(names.join(' ')).split(' ');
  say(`Installing ${list.length} Debian packages: ${list.join(' ')} …`);
  let trouble = await install(list);
  if (trouble !== null && !updated) {
    await update(say);
    trouble = await install(list);
  }
  if (trouble !== null) throw new Obstacle(`apt-get could not install them:\n${trouble}`);
};

/** @param {string} words */
const unique = (words) => [...new Set(words.split(' '))].sort().join(' ');

/**
 * The first package of each choice that the package sources have; null when one choice has none.
 * @param {readonly (readonly string[])[]} choices
 */
const available = async (choices) => {
  const names = [];
  for (const choice of choices) {
    let found = null;
    for (const name of choice) {
      const shown = await capture('apt-cache', ['show', '--no-all-versions', name]);
      if (shown.code === 0 && shown.stdout.startsWith('Package:')) {
        found = name;
        break;
      }
    }
    if (found === null) return null;
    names.push(found);
  }
  return names;
};

const environment = () => ({ ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' });

/** @param {import('./script.mjs').Say} say */
const update = async (say) => {
  say('Reading the package sources (apt-get update) …');
  await capture(aptGet, ['update', '-qq'], { env: environment() });
};

/**
 * @param {readonly string[]} names
 * @returns {Promise<string | null>} the end of what apt-get said when it failed
 */
const install = async (names) => {
  const outcome = await capture(aptGet, ['install', '-y', '-qq', '--no-install-recommends', ...names], {
    env: environment(),
  });
  return outcome.code === 0
    ? null
    : `${outcome.stdout}\n${outcome.stderr}`.trim().split('\n').slice(-8).join('\n');
};
