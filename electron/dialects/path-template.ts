/**
 * The paths of an API as templates below a gateway's base URL, such as `/v1/videos/{id}` or
 * `/v1/query/video_generation?task_id={id}`. A template with several placeholders makes a remote id of several
 * parts, joined by `/` in their order: `/v1/videos/{kind}/{id}` reads `text2video/8001`. `{name...}` takes the rest
 * of the path.
 */
const placeholder = /\{(\w+)(\.\.\.)?\}/g;

/** The URL for a remote id. What the base URL already has of the template's beginning is not repeated. */
export const filledUrl = (baseUrl: string, template: string, remoteId: string): string => {
  const names = [...template.matchAll(placeholder)];
  const parts = remoteId.split('/');
  const lastIndex = names.length - 1;
  const values = names.map((_, index) => parts.slice(index, index === lastIndex ? undefined : index + 1));
  let index = 0;
  const path = template.replaceAll(placeholder, (_, _name, rest) => {
    const value = values[index++] ?? [];
    return rest === undefined ? pathSegment(value.join('/')) : value.map(pathSegment).join('/');
  });
  return joined(baseUrl, path);
};

/** Base URL and path; people paste the base as their SDK wants it, often with the version or more of the path. */
const joined = (baseUrl: string, path: string): string => {
  const base = baseUrl.replace(/\/+$/, '');
  const segments = path.split('/').slice(1);
  for (let count = segments.length - 1; count > 0; count -= 1) {
    const overlap = `/${segments.slice(0, count).join('/')}`;
    if (!overlap.includes('?') && base.toLowerCase().endsWith(overlap.toLowerCase())) {
      return `${base.slice(0, base.length - overlap.length)}${path}`;
    }
  }
  // A relay may serve the version below a path of its own: `/volc/v3` stands for `/api/v3`.
  const version = segments.findIndex((segment) => /^v\d/.test(segment));
  const isInBase = version > 0 && base.toLowerCase().endsWith(`/${segments[version] ?? ''}`);
  return isInBase ? `${base}/${segments.slice(version + 1).join('/')}` : `${base}${path}`;
};

/**
 * One part as a path segment: `:` is legal there and stays as the gateway wrote it. No encoding of `.` and `..`
 * survives a URL parser, so those are encoded twice, which asks for a task that does not exist instead of changing
 * the path.
 */
const pathSegment = (part: string): string => {
  const encoded = encodeURIComponent(part.toWellFormed()).replaceAll('%3A', ':');
  return /^\.{1,2}$/.test(encoded) ? encoded.replaceAll('.', '%252E') : encoded;
};

export interface MatchedUrl {
  /** Origin and the path before the template. */
  readonly baseUrl: string;
  readonly remoteId: string;
}

/** The remote id in a URL that was made by the template, whatever the base; null for any other URL. */
export const matchedUrl = (url: URL, template: string): MatchedUrl | null => {
  const [path = '', query = ''] = template.split('?');
  const source = escaped(path)
    .replaceAll(/\\\{\w+\\\.\\\.\\\.\\\}/g, '(.+)')
    .replaceAll(/\\\{\w+\\\}/g, '([^/]+)');
  const found = new RegExp(`^(.*?)${source}/?$`, 'i').exec(url.pathname);
  if (found === null) return null;
  const [, prefix = '', ...segments] = found;
  const parts = segments.map(decoded);
  for (const pair of query === '' ? [] : query.split('&')) {
    const [name = '', value = ''] = pair.split('=');
    if (/^\{\w+\}$/.test(value)) parts.push(url.searchParams.get(name));
    else if (url.searchParams.get(name) !== value) return null;
  }
  const known = parts.filter((part) => part !== null && part !== '');
  if (known.length < parts.length || known.length === 0) return null;
  return { baseUrl: `${url.origin}${prefix}`, remoteId: known.join('/') };
};

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const decoded = (segment: string): string | null => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
};
