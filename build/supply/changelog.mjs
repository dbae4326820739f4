const open = '## Not released yet';

/**
 * A list of changes in which what was not released yet has become a version. Null when there is no such change, or
 * the version is there already.
 * @param {string} text
 * @param {string} version
 * @param {string} day such as 2026-11-24
 * @returns {string | null}
 */
export const releasedAs = (text, version, day) => {
  const [before = '', rest = ''] = text.split(`${open}\n`);
  const changes = rest.split('\n## ')[0] ?? '';
  if (!/^- /m.test(changes) || text.includes(`\n## ${version}, `)) return null;
  return `${before}${open}\n\n## ${version}, ${day}\n${rest}`;
};
