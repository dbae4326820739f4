import { describe, expect, it } from 'vitest';
import { detectDialect, testOutcome } from '../../electron/dialects/detect.ts';
import { dialectIds } from '../../electron/dialects/dialect.ts';
import { dialects } from '../../electron/dialects/registry.ts';
import { bodyOf } from '../gateway/spoken.ts';
import { spoken } from '../gateway/spoken/all.ts';
import { answer } from './relay-answers.ts';
import { sharedSamples } from './shared-samples.ts';

const hasOwnField = (body: unknown): boolean =>
  ['detail', 'status_update_time', 'video_url'].some((name) => Object.hasOwn(Object(body) as object, name));

const nowhere = 'https://api.example.com';

describe('the host of a base URL', () => {
  it.each([
    ['https://api.x.ai/v1', 'xai'],
    ['https://openrouter.ai/api/v1', 'openrouter'],
    ['https://API.KIE.AI', 'kie'],
    ['https://api.302.ai', '302'],
    ['https://eu.api.dev.runwayml.com', 'runway'],
    ['https://api.openai.com', 'openai-videos'],
  ])('%s tells that it is %s', (baseUrl, id) => {
    expect(detectDialect(baseUrl, null)).toBe(id);
  });

  it.each(['https://api.x.ai.example.com', 'https://notapi.kie.ai', 'http://127.0.0.1:9', 'no URL', ''])(
    '%s tells nothing',
    (baseUrl) => {
      expect(detectDialect(baseUrl, null)).toBeNull();
    },
  );

  it('decides against a body of another shape', () => {
    expect(detectDialect('https://api.kie.ai', { status: 'pending', progress: 20 })).toBe('kie');
  });
});

describe('the shape of an answer', () => {
  it.each(sharedSamples)('of $from, $name, names it and no other', ({ from, body }) => {
    expect(detectDialect(nowhere, body)).toBe(from);
  });

  it.each(dialectIds)('of %s is claimed by no other dialect', (id) => {
    const { queued, running, succeeded, failed, cancelled, remoteId } = spoken[id];
    const moment = { id: remoteId, at: Date.UTC(2026, 0, 2, 3, 4, 5), passed: 0 };
    const replies = [queued(moment), running(moment, 0.42), succeeded(moment), failed(moment, 'no')];
    const bodies = [...replies, ...(cancelled === null ? [] : [cancelled(moment)])].map(bodyOf);
    for (const body of bodies) {
      const claimants = Object.values(dialects).filter((dialect) => dialect.recognises(body));
      // A relay's flat shape without a link is OpenAI's to the letter.
      const lent = id === 'relay' && !hasOwnField(body) ? 'openai-videos' : id;
      expect(claimants.map((dialect) => dialect.id)).toEqual([lent]);
    }
  });

  it.each([
    null,
    undefined,
    7,
    'text',
    [],
    {},
    { status: 'running' },
    { error: { message: 'x' } },
    { code: 'success' },
  ])('tells nothing when it is %j', (body) => {
    expect(detectDialect(nowhere, body)).toBeNull();
  });
});

describe('a gateway Test', () => {
  it('says what it found', () => {
    expect(testOutcome({ reached: true }, 'https://api.x.ai', null)).toEqual({
      reached: true,
      dialect: 'xAI Grok Imagine',
    });
    const missed = { reached: false, trouble: 'not-understood' } as const;
    expect(testOutcome(missed, nowhere, answer({ status: 'pending', progress: 20 }))).toEqual({
      ...missed,
      dialect: 'xAI Grok Imagine',
    });
    expect(testOutcome({ reached: true }, nowhere, answer('<html>'))).toEqual({
      reached: true,
      dialect: null,
    });
  });
});
