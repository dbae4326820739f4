import type { Asked, Dialect, Reading } from '../../electron/core/dialect.ts';
import type { Report } from '../../electron/shared/task.ts';

/** Wall clock ms at which the tests read answers. */
export const now = Date.UTC(2026, 0, 2, 3, 30);

export const askedFor = (remoteId: string): Asked => ({
  remoteId,
  baseUrl: 'https://api.example.com',
  key: 'sk-0123456789abcdef',
});

export const readingOf = (dialect: Dialect, remoteId: string, body: unknown, status = 200): Reading =>
  dialect.read(askedFor(remoteId), { status, headers: {}, body: JSON.stringify(body) }, now);

export const reportFrom = (dialect: Dialect, remoteId: string, body: unknown, status = 200): Report => {
  const reading = readingOf(dialect, remoteId, body, status);
  if (reading.kind !== 'report') throw new Error(`No report but ${JSON.stringify(reading)}`);
  return reading.report;
};

/** What most reports of tests hold where nothing else is said. */
export const plainReport: Omit<Report, 'phase' | 'stage'> = {
  progress: null,
  title: null,
  model: null,
  links: [],
  linksPending: false,
  failure: null,
  queuePosition: null,
  createdAt: null,
  updatedAt: null,
};
