import { isLink } from './reference-link.ts';
import { looksLikeId, standsOutAsId } from './reference-id.ts';

/**
 * The cells of the column of a pasted table that holds ids or links: the one whose heading says so, else the one
 * whose cells look most like it. Null when the text is no table, or has no such column.
 */
export const idColumnOf = (text: string): readonly string[] | null => {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  for (const separator of ['\t', '|', ',', ';']) {
    const rows = lines.map((line) => cellsOf(line, separator));
    const width = rows[0]?.length ?? 0;
    // Without a heading, commas part ids as well as columns.
    const heading = rows[0]?.findIndex((cell) => idHeading.test(cell)) ?? -1;
    const needsHeading = separator === ',' || separator === ';';
    if (width < 2 || lines.length < 2 || (needsHeading && heading === -1)) continue;
    if (!needsHeading && rows.some((row) => row.length < 2)) continue;
    const column = heading === -1 ? likeliestColumn(rows, width) : heading;
    if (column === null) continue;
    const cells = rows.map((row) => row[column] ?? '').filter((cell) => isLink(cell) || looksLikeId(cell));
    if (cells.length > 0) return heading === -1 ? cells : cells.filter((cell) => !idHeading.test(cell));
  }
  return null;
};

const idHeading =
  /^(?:(?:remote|task|video|job|generation|request|prediction|operation)[\s_-]*)?(?:id|ids|uuid)$|^(?:任务|作业|视频)?\s*(?:id|编号)$/i;

/** Cells without the quotes and marks that sheets and chats put around them. */
const cellsOf = (line: string, separator: string): readonly string[] => {
  const cells = line
    .replace(/^\s*\|/, separator === '|' ? '' : '|')
    .replace(separator === '|' ? /\|\s*$/ : /$^/, '')
    .split(separator);
  return cells.map((cell) => cell.trim().replace(/^["'`]+|["'`]+$/g, ''));
};

/** At least half of its cells must be ids, and none twice: states and models are short words that repeat. */
const likeliestColumn = (rows: readonly (readonly string[])[], width: number): number | null => {
  let best: number | null = null;
  let most = 0;
  for (let column = 0; column < Math.min(width, 50); column += 1) {
    const cells = rows.map((row) => row[column] ?? '');
    const ids = cells.filter((cell) => looksLikeId(cell) || isLink(cell));
    const standOut = ids.filter((cell) => standsOutAsId(cell) || isLink(cell)).length;
    const score = ids.length + standOut;
    if (ids.length * 2 < rows.length || new Set(ids).size < ids.length || score <= most) continue;
    best = column;
    most = score;
  }
  return best;
};
