import type { Dialect, Reading } from '../../electron/core/dialect.ts';
import type { Report } from '../../electron/shared/task.ts';
import { plainReport } from './reading-of.ts';
import { answer, asked, now } from './relay-answers.ts';

/** What a dialect makes of one answer about a task of `https://api.example.com`. */
export const readWith = (dialect: Dialect, remoteId: string, body: unknown, status = 200): Reading =>
  dialect.read(asked(remoteId), answer(body, status), now);

export const reportWith = (dialect: Dialect, remoteId: string, body: unknown, status = 200): Report => {
  const reading = readWith(dialect, remoteId, body, status);
  if (reading.kind !== 'report') throw new Error(`No report but ${JSON.stringify(reading)}`);
  return reading.report;
};

/** The trouble of an answer, or what it was instead. */
export const troubleWith = (dialect: Dialect, remoteId: string, body: unknown, status = 200): string => {
  const reading = readWith(dialect, remoteId, body, status);
  return reading.kind === 'trouble' ? reading.trouble : reading.kind;
};

/** A report that says nothing but its phase and its word. */
export const bare = (phase: Report['phase'], stage: string): Report => ({ ...plainReport, phase, stage });

export const videoLink = (
  url: string,
  more: Partial<Report['links'][number]> = {},
): Report['links'][number] => ({
  kind: 'video',
  url,
  needsKey: false,
  expiresAt: null,
  ...more,
});
