import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../electron/core/dialect.ts';
import { dialectIds } from '../../electron/dialects/dialect.ts';
import { dialects } from '../../electron/dialects/registry.ts';
import { isFinalPhase, type Report } from '../../electron/shared/task.ts';
import { spoken } from '../gateway/spoken/all.ts';
import { anyBody, bodiesNear, spokenBodies, unfinishedBodies } from './any-body.ts';
import { askedFor, now } from './reading-of.ts';
import { carriesStatus, holdsFinalWord } from './where-status-is.ts';

const runsOfAll = 20_000;
const runsOfOne = Math.ceil(runsOfAll / dialectIds.length);

/** Control, direction and line characters, none of which may reach a menu or a notification. */
const unfit = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

const expectFit = (text: string | null, longest: number): void => {
  if (text === null) return;
  expect(Array.from(text).length).toBeLessThanOrEqual(longest);
  expect(text).not.toMatch(unfit);
};

const expectSound = (report: Report, origin: string): void => {
  expect(report.progress === null || (report.progress >= 0 && report.progress <= 1)).toBe(true);
  expect(report.phase).not.toBe('lost');
  expect(report.failure !== null).toBe(report.phase === 'failed');
  if (report.phase !== 'succeeded') expect(report.links).toEqual([]);
  for (const { url, needsKey } of report.links) {
    expect(['https:', 'http:']).toContain(new URL(url).protocol);
    if (needsKey) expect(new URL(url).origin).toBe(origin);
  }
  for (const time of [report.createdAt, report.updatedAt, ...report.links.map((link) => link.expiresAt)]) {
    expect(time === null || Number.isSafeInteger(time)).toBe(true);
  }
  expectFit(report.stage, 80);
  expectFit(report.title, 500);
  expectFit(report.model, 80);
  expectFit(report.failure?.code ?? null, 80);
  expectFit(report.failure?.message ?? null, 500);
  if (report.failure !== null) expect(report.failure.message + report.failure.code).toMatch(/\S/);
};

const reportsIn = (reading: Reading): readonly Report[] =>
  reading.kind === 'report' ? [reading.report] : [];

describe.each(dialectIds)('the dialect %s', (id) => {
  const dialect = dialects[id];
  const asked = askedFor(spoken[id].remoteId);
  const { origin } = new URL(asked.baseUrl);

  const answer = (body: unknown, status = 200) => ({ status, headers: {}, body: JSON.stringify(body) });

  /** Every report that the answer can lead to, when `more` answers whatever further is asked. */
  const reportsOf = (body: unknown, status: number, more: unknown, moreStatus: number): readonly Report[] => {
    let reading = dialect.read(asked, answer(body, status), now);
    const reports = [...reportsIn(reading)];
    for (let steps = 0; reading.kind === 'ask-more' && steps < 20; steps += 1) {
      expect(new URL(reading.request.url).origin).toBe(origin);
      reports.push(...reportsIn(reading.otherwise));
      reading = reading.read(answer(more, moreStatus), now);
      reports.push(...reportsIn(reading));
    }
    return reports;
  };

  const body = fc.oneof(anyBody(id), bodiesNear(id, spokenBodies(id)));
  const status = fc.oneof(
    { weight: 4, arbitrary: fc.constant(200) },
    fc.constantFrom(202, 301, 400, 401, 403, 404, 410, 422, 429, 500, 501),
  );

  it('reads any answer, and ends a task by nothing but a documented final word', () => {
    fc.assert(
      fc.property(body, status, body, status, (first, firstStatus, second, secondStatus) => {
        for (const report of reportsOf(first, firstStatus, second, secondStatus)) {
          expectSound(report, origin);
          if (isFinalPhase[report.phase]) expect(holdsFinalWord(id, [first, second])).toBe(true);
        }
        dialect.recognises(first);
        dialect.readProbe(asked, answer(first, firstStatus), now);
        const listed = dialect.list?.read(
          { baseUrl: asked.baseUrl, remoteIds: [asked.remoteId] },
          answer(first, firstStatus),
          now,
        );
        if (listed instanceof Map)
          for (const report of listed.values()) expectSound(report as Report, origin);
      }),
      { numRuns: runsOfOne },
    );
  });

  it('lets a task go on whatever its other fields say', () => {
    const near = bodiesNear(id, unfinishedBodies(id), (path) => carriesStatus(id, path));
    fc.assert(
      fc.property(near, fc.constantFrom(200, 202), (changed, code) => {
        const reading = dialect.read(asked, answer(changed, code), now);
        const reports = [
          ...reportsIn(reading),
          ...(reading.kind === 'ask-more' ? reportsIn(reading.otherwise) : []),
        ];
        for (const { phase } of reports) expect(isFinalPhase[phase]).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['no text', ''],
    ['lists in lists', '['.repeat(100_000)],
    ['objects in objects', `${'{"data":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
    ['another kind of value', '"completed"'],
    ['a byte order mark', '\uFEFF{}'],
  ])('has no trouble with %s', (_name, text) => {
    expect(dialect.read(asked, { status: 200, headers: {}, body: text }, now).kind).not.toBe('report');
  });
});
