import { describe, expect, it } from 'vitest';
import { luma } from '../../electron/dialects/luma.ts';
import { plainReport, readingOf, reportFrom } from './reading-of.ts';

const createdAt = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
const created_at = '2026-01-02T03:04:05.678Z';

describe('a Luma generation', () => {
  it('dreams while it runs', () => {
    const body = { id: 'l-1', state: 'dreaming', failure_reason: null, created_at, assets: null };
    expect(reportFrom(luma, 'l-1', body)).toEqual({
      ...plainReport,
      phase: 'running',
      stage: 'dreaming',
      createdAt,
    });
    expect(reportFrom(luma, 'l-1', { ...body, state: 'queued' }).phase).toBe('queued');
  });

  it('has its video and a still when it is completed', () => {
    const assets = { video: 'https://cdn.example.com/l/1.mp4', image: 'https://cdn.example.com/l/1.jpg' };
    expect(
      reportFrom(luma, 'l-1', { id: 'l-1', state: 'completed', failure_reason: null, created_at, assets }),
    ).toEqual({
      ...plainReport,
      phase: 'succeeded',
      stage: 'completed',
      links: [
        { kind: 'video', url: assets.video, needsKey: false, expiresAt: null },
        { kind: 'thumbnail', url: assets.image, needsKey: false, expiresAt: null },
      ],
      createdAt,
    });
  });

  it('says why it failed', () => {
    const body = {
      id: 'l-2',
      state: 'failed',
      failure_reason: 'Prompt was moderated',
      created_at,
      assets: null,
    };
    expect(reportFrom(luma, 'l-2', body)).toEqual({
      ...plainReport,
      phase: 'failed',
      stage: 'failed',
      failure: { code: 'failed', message: 'Prompt was moderated', reason: 'moderation' },
      createdAt,
    });
  });

  it('is read as relays and the agents API word it', () => {
    const url = 'https://cdn.example.com/l/2.mp4';
    expect(reportFrom(luma, 'l-3', { id: 'l-3', status: 'processing' }).phase).toBe('running');
    expect(
      reportFrom(luma, 'l-3', { id: 'l-3', status: 'completed', video: { url, download_url: url } }),
    ).toMatchObject({ phase: 'succeeded', links: [{ kind: 'video', url }] });
    expect(
      reportFrom(luma, 'l-3', { id: 'l-3', status: 'completed', output: [{ type: 'video', url }] }).links,
    ).toMatchObject([{ kind: 'video', url }]);
    expect(
      reportFrom(luma, 'l-3', { id: 'l-3', status: 'failed', failure_code: 'bad_input' }).failure,
    ).toEqual({
      code: 'bad_input',
      message: 'bad_input',
      reason: 'unknown',
    });
  });

  it('is not an error that says so of itself', () => {
    expect(readingOf(luma, 'l-1', { status: 'failed', message: 'no' })).toMatchObject({
      trouble: 'not-understood',
    });
    expect(readingOf(luma, 'l-1', { detail: 'Generation not found' }, 404)).toMatchObject({
      trouble: 'not-found',
    });
    expect(readingOf(luma, 'l-1', { id: 'l-9', state: 'completed' })).toMatchObject({
      trouble: 'other-task',
    });
  });
});
