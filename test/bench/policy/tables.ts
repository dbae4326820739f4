import type { CaseResult } from './cases.ts';
import { targetsOf } from './targets.ts';

const seconds = (ms: number): string => (ms / 1000).toFixed(1);

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** What each policy cost in one case, as Markdown. */
export const caseTable = ({ name, scores }: CaseResult): string =>
  [
    `#### ${sentence(name)}`,
    '',
    row(['Policy', 'Requests a task', 'Mean delay, s', 'p95, s', 'Longest, s']),
    row(['---', '--:', '--:', '--:', '--:']),
    ...Object.entries(scores).map(([policy, score]) =>
      row([
        policy,
        score.requests.toFixed(1),
        seconds(score.meanMs),
        seconds(score.p95Ms),
        seconds(score.maxMs),
      ]),
    ),
    '',
  ].join('\n');

/** What was to be reached in all cases, and what was, as Markdown. */
export const targetTable = (results: readonly CaseResult[]): string =>
  [
    row(['Case', 'Aim', 'At most', 'Measured', '']),
    row(['---', '---', '--:', '--:', '---']),
    ...results.flatMap((result) =>
      targetsOf(result).map(({ what, atMost, measured, reached }) =>
        row([result.name, what, String(atMost), measured.toFixed(2), reached ? 'reached' : '**missed**']),
      ),
    ),
  ].join('\n');

const sentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
