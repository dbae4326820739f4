import { cutToWidth, displayWidth } from '../core/display-width.ts';
import { oneLine } from '../core/one-line.ts';

/** JSON that says the same and holds no character that a terminal could act on. */
export const safeJson = (value: unknown): string => safeText(JSON.stringify(value, null, 2));

/** The same for JSON that is text already. */
export const safeText = (json: string): string =>
  json.replace(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, escaped);

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A link whole, with everything encoded that a terminal could act on or that would break the line. */
export const safeLink = (url: string): string =>
  url.toWellFormed().replace(/[\p{Cc}\p{Cf}\s]/gu, encodeURIComponent);

/** A line for each that has a value, the values in one column. */
export const labelled = (rows: readonly (readonly [label: string, value: string])[]): string => {
  const told = rows.filter(([, value]) => value !== '');
  const width = Math.max(0, ...told.map(([label]) => displayWidth(label)));
  return told.map(([label, value]) => `${fitted(label, width)}${between}${value}`).join('\n');
};

const between = '  ';
const leastLastColumn = 20;

/** Rows under headings, in columns; the last column is cut so that a line fits into the width. */
export const table = (
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): string => {
  const lines = [headings, ...rows.map((row) => row.map(oneLine))];
  const last = headings.length - 1;
  const widths = headings.map((_, column) =>
    Math.max(...lines.map((line) => displayWidth(line[column] ?? ''))),
  );
  const before = widths.slice(0, last).reduce((sum, columns) => sum + columns + between.length, 0);
  widths[last] = Math.max(leastLastColumn, width - before);
  return lines
    .map((line) => line.map((cell, column) => fitted(cell, widths[column] ?? 0)))
    .map((cells) => cells.join(between).trimEnd())
    .join('\n');
};

const fitted = (text: string, columns: number): string => {
  const cut = cutToWidth(text, columns);
  return cut + ' '.repeat(columns - displayWidth(cut));
};
