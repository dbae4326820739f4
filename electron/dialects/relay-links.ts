import { at, textAt, type JsonObject } from './json-fields.ts';
import { linkTexts } from './link-texts.ts';
import type { FoundLink } from './task-fields.ts';

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
  ['video', 'url'],
  ['content', 'result_url'],
  ['data', 'output'],
  ['data', 'video_url'],
  // Some versions of the relay software put the link of a successful task here.
  ['fail_reason'],
];
const videoListPaths: readonly Path[] = [
  ['task_result', 'videos'],
  ['data', 'videos'],
];
const thumbnailPaths: readonly Path[] = [
  ['thumbnail_url'],
  ['detail', 'thumbnail_url'],
  [...draft, 'encodings', 'thumbnail', 'path'],
];
const watermarkedPaths: readonly Path[] = [[...draft, 'encodings', 'source_wm', 'path']];
const gifPaths: readonly Path[] = [
  ['gif_url'],
  ['detail', 'gif_url'],
  [...draft, 'encodings', 'gif', 'path'],
];

/** Every place where these relays put links, the best first. */
export const linksIn = (body: JsonObject): readonly FoundLink[] => {
  const expiresAt = at(body, 'expires_at');
  const listed = videoListPaths.flatMap((path) => linkTexts(at(body, ...path)));
  const found = (kind: FoundLink['kind'], paths: readonly Path[]): readonly FoundLink[] =>
    paths.map((path) => ({ kind, url: textAt(body, ...path) }));
  return [
    ...found('video', videoPaths).map((link) => ({ ...link, expiresAt })),
    ...listed.map((url) => ({ kind: 'video' as const, url, expiresAt })),
    ...found('thumbnail', thumbnailPaths),
    ...found('gif', gifPaths),
    ...found('watermarked', watermarkedPaths),
  ];
};
