import { describe, expect, it } from 'vitest';
import { veo } from '../../electron/dialects/veo.ts';
import { now, plainReport, readingOf, reportFrom } from './reading-of.ts';

const name = 'models/veo-example/operations/op000001';
const baseUrl = 'https://generativelanguage.googleapis.com';
const uri = `${baseUrl}/v1beta/files/f000001:download?alt=media`;
const whole = { ...plainReport, model: 'veo-example' };
const done = (answer: object): object => ({
  name,
  done: true,
  response: { generateVideoResponse: answer },
});

describe('a Veo operation', () => {
  it('runs until it says that it is done', () => {
    const running = { ...whole, phase: 'running', stage: 'running' };
    expect(reportFrom(veo, name, { name })).toEqual(running);
    for (const value of [false, 'true', 1, null]) {
      expect(reportFrom(veo, name, { ...done({ generatedSamples: [] }), done: value })).toEqual(running);
    }
  });

  it('has a video that asks for the key, on the gateway’s own origin only', () => {
    const body = JSON.stringify(done({ generatedSamples: [{ video: { uri } }] }));
    const linkFor = (base: string): unknown =>
      veo.read({ remoteId: name, baseUrl: base, key: 'k' }, { status: 200, headers: {}, body }, now);
    const report = { ...whole, phase: 'succeeded', stage: 'done' };
    const link = { kind: 'video', url: uri, expiresAt: null };
    expect(linkFor(baseUrl)).toEqual({
      kind: 'report',
      report: { ...report, links: [{ ...link, needsKey: true }] },
    });
    expect(linkFor('https://relay.example.com')).toEqual({
      kind: 'report',
      report: { ...report, links: [{ ...link, needsKey: false }] },
    });
  });

  it('fails with an error', () => {
    const error = { code: 3, message: 'The prompt could not be processed.' };
    expect(reportFrom(veo, name, { name, done: true, error })).toEqual({
      ...whole,
      phase: 'failed',
      stage: 'error',
      failure: { code: '3', message: error.message, reason: 'unknown' },
    });
    expect(reportFrom(veo, name, { name, error }).phase).toBe('running');
  });

  it('fails by moderation when it is done without a video', () => {
    const filtered = { raiMediaFilteredCount: 1, raiMediaFilteredReasons: ['Filtered by safety policy'] };
    expect(reportFrom(veo, name, done(filtered))).toEqual({
      ...whole,
      phase: 'failed',
      stage: 'no video',
      failure: { code: 'content_filtered', message: 'Filtered by safety policy', reason: 'moderation' },
    });
    expect(reportFrom(veo, name, done({ generatedSamples: [] })).failure).toEqual({
      code: 'content_filtered',
      message: 'The operation ended without a video.',
      reason: 'moderation',
    });
  });

  it('is not judged by an ending of unknown shape or by another operation', () => {
    expect(readingOf(veo, name, { name, done: true, response: { videos: [] } })).toMatchObject({
      trouble: 'not-understood',
    });
    expect(readingOf(veo, name, { done: true })).toMatchObject({ trouble: 'not-understood' });
    expect(readingOf(veo, 'models/veo/operations/2', { name })).toMatchObject({ trouble: 'other-task' });
  });
});

describe('the Gemini API', () => {
  it('is asked by the whole name, with its own header', () => {
    for (const base of [baseUrl, `${baseUrl}/v1beta`]) {
      expect(veo.request({ remoteId: name, baseUrl: base, key: 'k' })).toEqual({
        url: `${baseUrl}/v1beta/${name}`,
        headers: { 'x-goog-api-key': 'k', Accept: 'application/json' },
      });
    }
    expect(veo.taskOf(new URL(`${baseUrl}/v1beta/${name}`))).toEqual({ baseUrl, remoteId: name });
    expect(veo.taskOf(new URL(uri))).toBeNull();
  });

  it('refuses a key with 400', () => {
    const error = {
      code: 400,
      message: 'API key not valid. Please pass a valid API key.',
      status: 'INVALID_ARGUMENT',
      details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID' }],
    };
    expect(readingOf(veo, name, { error }, 400)).toMatchObject({ trouble: 'refused' });
    const response = { status: 400, headers: {}, body: JSON.stringify({ error }) };
    expect(veo.readProbe({ remoteId: '', baseUrl, key: 'k' }, response, now)).toMatchObject({
      reached: false,
      trouble: 'refused',
    });
  });
});
