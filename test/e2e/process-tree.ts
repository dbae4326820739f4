import { readdirSync, readFileSync } from 'node:fs';

/** Process ids of a process and all that descend from it. */
export const processTree = (root: number): readonly number[] => {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return [[Number(name), Number(parent)] as const];
      } catch {
        return [];
      }
    });
  const below = (of: number): readonly number[] =>
    parents.filter(([, parent]) => parent === of).flatMap(([id]) => [id, ...below(id)]);
  return [root, ...below(root)];
};
