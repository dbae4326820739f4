import type { Asked } from '../../electron/core/dialect.ts';
import type { HttpResponse } from '../../electron/core/ports.ts';
import { relay } from '../../electron/dialects/relay.ts';
import type { Report } from '../../electron/shared/task.ts';

/** When the tests read answers: wall clock ms. */
export const now = Date.UTC(2026, 0, 2, 3, 30);

export const asked = (remoteId: string): Asked => ({
  remoteId,
  baseUrl: 'https://api.example.com',
  key: 'sk-0123456789abcdef',
});

export const boat = 'sora-2:task_01example0000000000000001';

export const answer = (body: unknown, status = 200, headers: Record<string, string> = {}): HttpResponse => ({
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

export const reportOf = (id: string, body: unknown): Report => {
  const reading = relay.read(asked(id), answer(body), now);
  if (reading.kind !== 'report') throw new Error(`No report but ${JSON.stringify(reading)}`);
  return reading.report;
};
