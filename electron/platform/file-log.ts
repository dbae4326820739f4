import { appendFileSync, renameSync, statSync } from 'node:fs';
import type { Log } from '../core/ports.ts';
import { redact } from '../core/redaction.ts';

const largestFileBytes = 1024 * 1024;

/** A log of at most two files of 1 MiB, free of keys and links. A log that cannot be written is no reason to stop. */
export const createFileLog = (file: string, now: () => number): Log => {
  return (line) => {
    const entry = `${new Date(now()).toISOString()} ${redact(line, [])}\n`;
    try {
      if (sizeOf(file) > largestFileBytes) renameSync(file, `${file}.1`);
      appendFileSync(file, entry, { mode: 0o600 });
    } catch {
      return;
    }
  };
};

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
