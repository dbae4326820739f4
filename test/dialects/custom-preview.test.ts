import { describe, expect, it } from 'vitest';
import { previewOf } from '../../electron/dialects/custom-preview.ts';
import { lumen, lumenAnswer } from '../fakes/described-apis.ts';

describe('a preview', () => {
  it('says what the sample would be read as, and what each selector finds', () => {
    const files = [{ type: 'video', href: 'https://files.example/1.mp4' }];
    const preview = previewOf(lumen, lumenAnswer({ state: 'ready', percent: 100, files }), 'job-7');
    expect(preview.reading).toEqual({
      kind: 'report',
      phase: 'succeeded',
      stage: 'ready',
      progress: 1,
      title: null,
      model: null,
      links: ['video'],
      failure: null,
    });
    expect(preview.found).toMatchObject({
      status: { count: 1, first: 'ready' },
      progress: { count: 1, first: '100' },
      thumbnail: { count: 0, first: null },
      video: { count: 1, first: 'https://files.example/1.mp4' },
    });
    expect(preview.found).not.toHaveProperty('audio');
  });

  it('takes a sample about any task as long as no id is given', () => {
    expect(previewOf(lumen, lumenAnswer({}), '').reading).toMatchObject({ phase: 'running' });
    expect(previewOf(lumen, lumenAnswer({}), 'job-8').reading).toEqual({
      kind: 'trouble',
      trouble: 'other-task',
    });
  });

  it('reads before the API has a name', () => {
    const preview = previewOf({ ...lumen, id: '', label: '' }, lumenAnswer({}), '');
    expect(preview.troubles).toEqual({ id: 'id-malformed', label: 'label-missing' });
    expect(preview.reading).toMatchObject({ phase: 'running' });
  });

  it('shows what single selectors find while others are wrong', () => {
    const selectors = { ...lumen.selectors, status: 'state', title: '$.job' };
    const preview = previewOf({ ...lumen, selectors }, lumenAnswer({ percent: 5 }), '');
    expect(preview.reading).toBeNull();
    expect(preview.troubles).toEqual({ status: 'selector-malformed' });
    expect(preview.found).toMatchObject({
      progress: { first: '5' },
      title: { count: 1, first: 'an object' },
    });
  });

  it('says why a sample cannot be read, and nothing of an empty one', () => {
    expect(previewOf(lumen, '<html>', '')).toMatchObject({ found: {}, reading: { trouble: 'not-json' } });
    expect(previewOf(lumen, '{}', '').reading).toEqual({ kind: 'trouble', trouble: 'not-understood' });
    expect(previewOf(lumen, ' ', '').reading).toBeNull();
  });
});
