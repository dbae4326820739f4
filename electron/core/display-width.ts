import { clustersOf } from './clusters.ts';

/** Characters that fill two columns: East Asian wide and full-width forms, and pictographs. */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}\p{Emoji_Presentation}\uFE0F]/u;

/** Code units past which one cluster is a pile of combining marks rather than a character. */
const longestCluster = 32;

/** The marks around a text that runs the other way. */
const isolates = /^[\u2066-\u2069]$/;

const widthOf = (cluster: string): number => {
  if (isolates.test(cluster)) return 0;
  return wide.test(cluster) ? 2 : 1;
};

/** How many columns the text fills: 2 for CJK and emoji, 1 for everything else. */
export const displayWidth = (text: string): number => {
  let width = 0;
  for (const { segment } of clustersOf(text)) width += widthOf(segment);
  return width;
};

/** The start of the text that fits into so many columns, with "…" where something was left out. */
export const cutToWidth = (text: string, columns: number): string => {
  let kept = '';
  let width = 0;
  let beforeEllipsis = '';
  for (const { segment } of clustersOf(text)) {
    const cluster =
      segment.length > longestCluster ? String.fromCodePoint(segment.codePointAt(0) ?? 0) : segment;
    width += widthOf(cluster);
    if (width > columns) return columns < 1 ? '' : `${beforeEllipsis.trimEnd()}…`;
    kept += cluster;
    if (width < columns) beforeEllipsis = kept;
  }
  return kept;
};
