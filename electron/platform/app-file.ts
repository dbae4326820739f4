import { isAbsolute, join, relative } from 'node:path';

/** The file that an address of this origin stands for; null for another origin and for every way out of `root`. */
export const fileOf = (url: string, origin: string, root: string): string | null => {
  if (!URL.canParse(url)) return null;
  const { protocol, host, pathname } = new URL(url);
  if (`${protocol}//${host}` !== origin) return null;
  const path = decoded(pathname);
  if (path === null || path.includes('\0')) return null;
  const file = join(root, path === '/' ? 'index.html' : path);
  const inside = relative(root, file);
  return inside.startsWith('..') || isAbsolute(inside) ? null : file;
};

const decoded = (path: string): string | null => {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
};
