import { describe, expect, it } from 'vitest';
import { lostReport, timesOf, withKnownNames } from '../../electron/core/report-merge.ts';
import { reportOf, sampleStart, stateOf } from '../fakes/stored-samples.ts';

const minuteMs = 60_000;
const now = sampleStart + 10 * minuteMs;
const ended = reportOf({ phase: 'succeeded' });

describe('a new report', () => {
  it('replaces the one before, save for the names that it leaves out', () => {
    const before = reportOf({ title: 'A paper boat', model: 'sora-2', stage: 'processing', progress: 0.9 });
    const next = reportOf({ title: null, model: null, stage: null, progress: null, phase: 'failed' });
    expect(withKnownNames(before, next)).toEqual({ ...next, title: 'A paper boat', model: 'sora-2' });
  });

  it('changes the names when it has others', () => {
    expect(withKnownNames(reportOf(), reportOf({ title: 'Renamed' })).title).toBe('Renamed');
    expect(withKnownNames(null, reportOf({ title: null })).title).toBeNull();
  });
});

describe('the times of a task', () => {
  it('are the gateway’s own where it gives them', () => {
    const report = reportOf({ ...ended, createdAt: now - 5 * minuteMs, updatedAt: now - minuteMs });
    expect(timesOf(stateOf({ report: reportOf() }), report, true, now)).toEqual({
      startedAt: now - 5 * minuteMs,
      finishedAt: now - minuteMs,
    });
  });

  it('are those of Taskbell’s own looking where the gateway gives none', () => {
    expect(timesOf(stateOf(), reportOf(), false, now)).toEqual({ startedAt: now, finishedAt: null });
    const watched = stateOf({ report: reportOf(), startedAt: now - minuteMs });
    expect(timesOf(watched, ended, true, now)).toEqual({ startedAt: now - minuteMs, finishedAt: now });
  });

  it('have no start when the task had ended at first sight', () => {
    expect(timesOf(stateOf(), ended, true, now)).toEqual({ startedAt: null, finishedAt: now });
  });

  it('never lie in the future, however far ahead the gateway’s clock is', () => {
    const ahead = reportOf({ ...ended, createdAt: now + 60 * minuteMs, updatedAt: now + 61 * minuteMs });
    expect(timesOf(stateOf({ report: reportOf() }), ahead, true, now)).toEqual({
      startedAt: now,
      finishedAt: now,
    });
  });

  it('never end before they start, as where a gateway repeats its creation time', () => {
    const created = now - 5 * minuteMs;
    const report = reportOf({ ...ended, createdAt: created, updatedAt: created });
    expect(timesOf(stateOf({ report: reportOf() }), report, true, now).finishedAt).toBe(now);
  });

  it('keep the earliest start, though the gateway names a later one with the result', () => {
    const started = now - 5 * minuteMs;
    const report = reportOf({ ...ended, createdAt: now });
    expect(timesOf(stateOf({ report: reportOf(), startedAt: started }), report, true, now).startedAt).toBe(
      started,
    );
  });

  it('have no end when a lost task is found running again', () => {
    const lost = stateOf({ report: lostReport(null), finishedAt: now - minuteMs });
    expect(timesOf(lost, reportOf(), false, now).finishedAt).toBeNull();
    expect(timesOf(lost, lostReport(null), false, now).finishedAt).toBe(now - minuteMs);
  });
});

describe('a lost task', () => {
  it('keeps what was known of it', () => {
    const links = [
      { kind: 'video', url: 'https://cdn.example.com/1.mp4', needsKey: false, expiresAt: null },
    ] as const;
    expect(lostReport(reportOf({ links }))).toMatchObject({
      phase: 'lost',
      progress: 0.5,
      title: 'A paper boat',
      model: 'sora-2',
      links,
      failure: { code: 'not-found' },
    });
  });
});
