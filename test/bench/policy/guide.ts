import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { CaseResult } from './cases.ts';
import type { Curve } from './curves.ts';
import { plotOf } from './plot.ts';
import { caseTable, targetTable } from './tables.ts';

const page = fileURLToPath(new URL('../../../docs/guide/timing.md', import.meta.url));
const picture = fileURLToPath(new URL('../../../docs/guide/timing.svg', import.meta.url));
const begin = '<!-- prettier-ignore-start -->';
const end = '<!-- prettier-ignore-end -->';

/** Writes what was measured between the marks of the guide, and the plot beside it. */
export const writeGuide = async (results: readonly CaseResult[], curves: readonly Curve[]): Promise<void> => {
  const [before = '', rest = ''] = (await readFile(page, 'utf8')).split(begin);
  const after = rest.slice(rest.indexOf(end));
  if (!after.startsWith(end)) throw new Error(`${page} has lost its marks`);
  const measured = [targetTable(results), '', ...results.map(caseTable)].join('\n');
  await writeFile(page, `${before}${begin}\n${measured}${after}`);
  await writeFile(picture, plotOf(curves));
};
