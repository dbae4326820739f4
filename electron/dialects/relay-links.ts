import type { ResultLink } from '../shared/task.ts';
import { at, textAt, type JsonObject } from './json-fields.ts';
import { linkExpiry } from './link-expiry.ts';
import { timeOf } from './time-of.ts';

type Path = readonly string[];

const draft = ['detail', 'draft_info'] as const;

// In order of preference: the relay's own copy, then the upstream's; the watermarked copy last.
const videoPaths: readonly Path[] = [
  ['video_url'],
  ['url'],
  ['detail', 'url'],
  ['detail', 'video_url'],
  [...draft, 'downloadable_url'],
  [...draft, 'encodings', 'source', 'path'],
  [...draft, 'url'],
  ['metadata', 'url'],
  ['result_url'],
  // Some versions of the relay software put the link of a successful task here.
  ['fail_reason'],
];
const thumbnailPaths: readonly Path[] = [
  ['thumbnail_url'],
  ['detail', 'thumbnail_url'],
  [...draft, 'encodings', 'thumbnail', 'path'],
];
const gifPaths: readonly Path[] = [
  ['gif_url'],
  ['detail', 'gif_url'],
  [...draft, 'encodings', 'gif', 'path'],
];

const longestLink = 8192;

/** At most one link of each kind, http or https only. */
export const linksOf = (body: JsonObject): ResultLink[] =>
  [
    firstLink(body, 'video', videoPaths, timeOf(at(body, 'expires_at'))),
    firstLink(body, 'thumbnail', thumbnailPaths, null),
    firstLink(body, 'gif', gifPaths, null),
  ].filter((link) => link !== null);

const firstLink = (
  body: JsonObject,
  kind: ResultLink['kind'],
  paths: readonly Path[],
  statedExpiry: number | null,
): ResultLink | null => {
  for (const path of paths) {
    const url = webAddress(textAt(body, ...path));
    if (url !== null) return { kind, url, expiresAt: linkExpiry(url) ?? statedExpiry };
  }
  return null;
};

/** The address as a URL parser writes it, so that nothing unescaped is ever handed on; null for anything else. */
export const webAddress = (text: string | null): string | null => {
  if (text === null || text.length > longestLink || !URL.canParse(text)) return null;
  const url = new URL(text);
  const plain = url.username === '' && url.password === '';
  return plain && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
};
