import semver from 'semver';

/**
 * @typedef {object} Advisory
 * @property {string} id
 * @property {string} package
 * @property {string} versions the range that it concerns
 * @property {string} title
 * @property {string} [accepted] why it does no harm here
 */

/**
 * What is wrong with the packages that are installed, a sentence each; empty when nothing is.
 * @param {object} what
 * @param {import('./lockfile.mjs').Manifest} what.manifest
 * @param {readonly import('./lockfile.mjs').LockedPackage[]} what.locked
 * @param {readonly Advisory[]} what.advisories
 * @param {Readonly<Record<string, string>>} what.reasons why each direct dependency is here
 * @returns {string[]}
 */
export const troublesOf = ({ manifest, locked, advisories, reasons }) => {
  const direct = { ...manifest.dependencies, ...manifest.devDependencies };
  return [
    ...Object.entries(direct)
      .filter(([, version]) => semver.valid(version.replace(/^npm:.*@/, '')) === null)
      .map(([name, version]) => `${name} is not pinned to a version: ${version}.`),
    ...locked
      .filter(({ integrity }) => integrity === undefined)
      .map(({ place }) => `${place} has no checksum.`),
    ...scriptTroubles(manifest.allowScripts, locked),
    ...advisories
      .filter(({ accepted }) => accepted === undefined)
      .flatMap((advisory) => concerned(advisory, locked)),
    ...differences(Object.keys(direct), Object.keys(reasons)),
  ];
};

/**
 * @param {Readonly<Record<string, boolean>>} allowed
 * @param {readonly import('./lockfile.mjs').LockedPackage[]} locked
 */
const scriptTroubles = (allowed, locked) => {
  const withScript = new Set(locked.filter(({ hasScript }) => hasScript).map(({ realName }) => realName));
  return [
    ...[...withScript]
      .filter((name) => !(name in allowed))
      .map((name) => `${name} runs a script when it is installed. Decide about it in allowScripts.`),
    ...Object.entries(allowed)
      .filter(([name]) => !withScript.has(name))
      .map(([name]) => `allowScripts names ${name}, which is not here or has no script any more.`),
    ...Object.entries(allowed)
      .filter(([, yes]) => yes)
      .map(([name]) => `allowScripts lets ${name} run its script.`),
  ];
};

/**
 * @param {Advisory} advisory
 * @param {readonly import('./lockfile.mjs').LockedPackage[]} locked
 */
const concerned = (advisory, locked) =>
  locked
    .filter(
      ({ realName, version }) =>
        realName === advisory.package &&
        semver.satisfies(version, advisory.versions, { includePrerelease: true }),
    )
    .map(({ place, version }) => `${place} ${version}: ${advisory.title} (${advisory.id}).`);

/** @param {readonly string[]} direct @param {readonly string[]} explained */
const differences = (direct, explained) => [
  ...direct
    .filter((name) => !explained.includes(name))
    .map((name) => `build/supply/dependencies.json does not say why ${name} is here.`),
  ...explained
    .filter((name) => !direct.includes(name))
    .map((name) => `build/supply/dependencies.json explains ${name}, which is not here.`),
];
