/** What an address of the window’s own origin asks for that is no file of the app. */
export interface ResultAddress {
  readonly kind: 'results' | 'pictures';
  readonly taskId: string;
}

/**
 * Null for every other address. The id is a name to look up in the watchlist and never becomes part of a path, so
 * whatever stands in it leads nowhere else.
 */
export const resultAddressOf = (url: string, origin: string): ResultAddress | null => {
  if (!URL.canParse(url)) return null;
  const { protocol, host, pathname } = new URL(url);
  const found = /^\/(results|pictures)\/([^/]+)$/.exec(pathname);
  if (`${protocol}//${host}` !== origin || found === null) return null;
  try {
    const taskId = decodeURIComponent(found[2] ?? '');
    return { kind: found[1] === 'results' ? 'results' : 'pictures', taskId };
  } catch {
    return null;
  }
};
