import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { processTree } from '../../e2e/process-tree.ts';

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // ended meanwhile
  }
};

const sumOver = (root: number, cost: (processId: number) => number): number =>
  processTree(root).reduce((sum, processId) => sum + cost(processId), 0);

/** The memory of a process and all below it in MB: what it shares with others is counted in parts (PSS). */
export const memoryMb = (root: number): number =>
  sumOver(root, (processId) => {
    const [, kilobytes = '0'] =
      /^Pss:\s+(\d+) kB/m.exec(textOf(`/proc/${String(processId)}/smaps_rollup`)) ?? [];
    return Number(kilobytes) / 1024;
  });

/** Seconds of processor that they have used. */
const processorSeconds = (root: number): number =>
  sumOver(root, (processId) => {
    const stat = textOf(`/proc/${String(processId)}/stat`);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
  });

/** What part of one processor they take within the time, in percent. */
export const processorPercent = async (root: number, forMs: number): Promise<number> => {
  const before = processorSeconds(root);
  await pause(forMs);
  return ((processorSeconds(root) - before) / forMs) * 100_000;
};

export const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
