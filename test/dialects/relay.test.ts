import { describe, expect, it } from 'vitest';
import { fixture } from '../fixtures/relay/fixture.ts';
import { queuedNested, runningNested } from '../gateway/bodies.ts';
import { boat, reportOf } from './relay-answers.ts';

describe('a relay’s running task', () => {
  it('is read from the nested shape', () => {
    expect(reportOf(boat, fixture('running-nested'))).toEqual({
      phase: 'running',
      progress: 0.42,
      stage: 'processing',
      title: 'a paper boat',
      model: 'example',
      links: [],
      linksPending: false,
      failure: null,
      queuePosition: null,
      createdAt: Date.UTC(2026, 0, 2, 3, 4, 5, 678),
      updatedAt: 1767323045678,
    });
  });

  it('is read from the flat shape', () => {
    expect(reportOf('task_example1', fixture('running-flat'))).toMatchObject({
      phase: 'running',
      progress: 0.3,
      stage: 'in_progress',
      model: 'kling-v2',
      title: null,
      createdAt: 1767323045000,
    });
    expect(reportOf('video_example1', fixture('openai-running'))).toMatchObject({
      phase: 'running',
      progress: 0.33,
    });
  });

  it('is queued until its inner status or its progress shows work', () => {
    const queued = reportOf(boat, queuedNested({ id: boat, queuePosition: 3 }));
    expect(queued).toMatchObject({ phase: 'queued', stage: 'queued', queuePosition: 3 });
    expect(reportOf(boat, queuedNested({ id: boat, progress: 0.01 })).phase).toBe('running');
    expect(reportOf(boat, runningNested({ id: boat })).phase).toBe('running');
  });

  it.each(['completed', 'failed', 'succeeded', 'cancelled'])(
    'does not end by the inner status %s',
    (stage) => {
      expect(reportOf(boat, runningNested({ id: boat, stage, progress: 1 }))).toMatchObject({
        phase: 'running',
        stage,
      });
    },
  );

  it.each([
    'video_generation_completed',
    'video_upsampling_completed',
    'video_generation_failed',
    'polishing',
  ])('goes on through the stage %s', (status) => {
    expect(reportOf('x:1', { id: 'x:1', status, progress: 100 })).toMatchObject({
      phase: 'running',
      stage: status,
    });
  });

  it('keeps its title on one line and ignores the default one', () => {
    const titled = (fields: object): string | null =>
      reportOf('v_1', { id: 'v_1', status: 'queued', ...fields }).title;
    expect(titled({ prompt: ' two\r\nlines\u0000 ' })).toBe('two lines');
    expect(titled({ title: 'New Video' })).toBeNull();
    expect(titled({ title: 'My clip' })).toBe('My clip');
    expect(titled({ prompt: 'é'.repeat(9000) })).toHaveLength(500);
  });

  it('takes the model from the id when the body has none', () => {
    expect(reportOf('veo3-fast-frames:1767-ab', { status: 'queued' }).model).toBe('veo3-fast-frames');
    expect(reportOf('task_1', { status: 'queued' }).model).toBeNull();
  });
});

describe('a relay’s finished task', () => {
  it('brings its links and their expiry from the nested shape', () => {
    const report = reportOf(boat, fixture('completed-nested'));
    expect(report).toMatchObject({
      phase: 'succeeded',
      stage: 'completed',
      failure: null,
      title: 'a paper boat',
    });
    expect(report.links).toEqual([
      {
        kind: 'video',
        url: 'https://cdn.example.com/v/1.mp4?st=2026-01-02T03%3A10%3A00Z&se=2026-01-08T03%3A10%3A00Z',
        needsKey: false,
        expiresAt: Date.UTC(2026, 0, 8, 3, 10),
      },
      { kind: 'thumbnail', url: 'https://cdn.example.com/v/1.webp', needsKey: false, expiresAt: null },
      { kind: 'gif', url: 'https://cdn.example.com/v/1.gif', needsKey: false, expiresAt: null },
      { kind: 'watermarked', url: 'https://cdn.example.com/v/1w.mp4', needsKey: false, expiresAt: null },
    ]);
  });

  it('falls back through the nested links, to the watermarked copy last', () => {
    const nested = {
      encodings: { source: { path: 'https://cdn.example.com/s.mp4' } },
      url: 'https://cdn.example.com/w.mp4',
    };
    const linkOf = (detail: object): string | undefined =>
      reportOf(boat, { id: boat, status: 'completed', video_url: null, detail }).links[0]?.url;
    expect(
      linkOf({ draft_info: { ...nested, downloadable_url: 'https://cdn.example.com/d.mp4' } }),
    ).toContain('/d.mp4');
    expect(linkOf({ draft_info: nested })).toContain('/s.mp4');
    expect(linkOf({ draft_info: { url: nested.url } })).toContain('/w.mp4');
  });

  it('brings its link from the flat shapes', () => {
    const flat = reportOf('video_00000000-0000-4000-8000-000000000001', fixture('completed-flat'));
    expect(flat).toMatchObject({ phase: 'succeeded', model: 'sora-2', updatedAt: 1767323245000 });
    expect(flat.links[0]?.url).toBe('https://cdn.example.com/v/2.mp4');
    expect(reportOf('task_example1', fixture('completed-metadata')).links[0]?.url).toContain('/n/1.mp4');
  });

  it('is finished without any link, because the status decides', () => {
    expect(reportOf('video_example1', fixture('openai-completed'))).toMatchObject({
      phase: 'succeeded',
      links: [],
    });
    expect(reportOf('task_example1', fixture('completed-without-link'))).toMatchObject({
      phase: 'succeeded',
      links: [],
    });
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://user:pass@cdn.example.com/v.mp4',
    'not a link',
    7,
  ])('offers no link for %s', (video_url) => {
    expect(reportOf(boat, { id: boat, status: 'completed', video_url }).links).toEqual([]);
  });
});

describe('a relay’s failed task', () => {
  it.each([
    [
      'failed-nested',
      'sora-2:task_01example0000000000000002',
      'content_policy_violation',
      'content_policy_violation',
      'moderation',
    ],
    [
      'failed-draft',
      'sora-2:task_01example0000000000000003',
      'sora_content_violation',
      'This content may violate our guardrails',
      'moderation',
    ],
    ['failed-text', 'grok:00000000-0000-4000-8000-000000000004', 'failed', 'upstream error', 'upstream'],
    ['failed-object', 'task_example2', 'fail', 'prompt rejected', 'unknown'],
    ['openai-failed', 'video_example2', 'moderation_blocked', 'Request blocked by moderation.', 'moderation'],
  ])('says why in the shape %s', (name, id, code, message, reason) => {
    expect(reportOf(id, fixture(name))).toMatchObject({
      phase: 'failed',
      links: [],
      failure: { code, message, reason },
    });
  });

  it('has a sentence when the gateway has none', () => {
    expect(reportOf(boat, { id: boat, status: 'failed' }).failure).toEqual({
      code: 'failed',
      message: '',
      reason: 'unknown',
    });
    // The sentence for running out of time goes with the reason.
    expect(reportOf(boat, { id: boat, status: 'expired' }).failure).toMatchObject({ reason: 'expired' });
  });

  it('has a bounded message without keys and signatures', () => {
    const error = `Bearer abcdefghijkl was refused for https://cdn.example.com/a?sig=secret sk-abcdef123456 ${'x'.repeat(9000)}`;
    const message = reportOf(boat, { id: boat, status: 'failed', error }).failure?.message ?? '';
    expect(message).toHaveLength(500);
    expect(message).not.toMatch(/abcdef|secret/);
  });

  it('is not failed by an error text next to another status', () => {
    expect(reportOf(boat, { id: boat, status: 'in_progress', error: 'first try failed' })).toMatchObject({
      phase: 'running',
      failure: null,
    });
  });

  it.each(['cancelled', 'canceled', 'CANCEL'])('is cancelled by the word %s', (status) => {
    expect(reportOf(boat, { id: boat, status })).toMatchObject({ phase: 'cancelled', failure: null });
  });
});
