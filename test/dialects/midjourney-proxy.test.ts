import { describe, expect, it } from 'vitest';
import { midjourneyProxy } from '../../electron/dialects/midjourney-proxy.ts';
import { now, plainReport, readingOf, reportFrom } from './reading-of.ts';

const id = '1767323045678001';
const base = { id, action: 'VIDEO', submitTime: 1767323045678, failReason: '' };

describe('a task of midjourney-proxy', () => {
  it('says its progress as a percentage in text', () => {
    const body = {
      ...base,
      status: 'IN_PROGRESS',
      progress: '65%',
      startTime: 1767323050678,
      finishTime: 0,
      imageUrl: '',
    };
    expect(reportFrom(midjourneyProxy, id, body)).toEqual({
      ...plainReport,
      phase: 'running',
      stage: 'IN_PROGRESS',
      progress: 0.65,
      model: 'VIDEO',
      createdAt: 1767323045678,
      updatedAt: 1767323050678,
    });
  });

  it('has its video and a still when it succeeded', () => {
    const imageUrl = 'https://cdn.example.com/mj/1.webp';
    const videoUrl = 'https://cdn.example.com/mj/1.mp4';
    const body = {
      ...base,
      status: 'SUCCESS',
      progress: '100%',
      startTime: 1767323050678,
      finishTime: 1767323245678,
    };
    const links = [
      { kind: 'video', url: videoUrl, needsKey: false, expiresAt: null },
      { kind: 'thumbnail', url: imageUrl, needsKey: false, expiresAt: null },
    ];
    expect(reportFrom(midjourneyProxy, id, { ...body, imageUrl, videoUrl })).toEqual({
      ...plainReport,
      phase: 'succeeded',
      stage: 'SUCCESS',
      progress: 1,
      model: 'VIDEO',
      links,
      createdAt: 1767323045678,
      updatedAt: 1767323245678,
    });
    for (const videoUrls of [[videoUrl], [{ url: videoUrl }]]) {
      expect(reportFrom(midjourneyProxy, id, { ...body, imageUrl, videoUrls }).links).toEqual(links);
    }
  });

  it('says why it failed, whatever its progress', () => {
    const body = { ...base, status: 'FAILURE', progress: '0%', failReason: 'Banned prompt detected' };
    expect(reportFrom(midjourneyProxy, id, body)).toMatchObject({
      phase: 'failed',
      failure: { code: 'failure', message: 'Banned prompt detected', reason: 'moderation' },
    });
    expect(reportFrom(midjourneyProxy, id, { ...body, status: 'IN_PROGRESS', progress: '100%' }).phase).toBe(
      'running',
    );
  });

  it.each([
    ['NOT_START', 'queued'],
    ['SUBMITTED', 'queued'],
    ['MODAL', 'running'],
    ['CANCEL', 'cancelled'],
  ])('with the word %s is %s', (status, phase) => {
    expect(reportFrom(midjourneyProxy, id, { ...base, status }).phase).toBe(phase);
  });

  it('is missing when a relay says so', () => {
    const body = { code: 4, description: 'task_no_found', result: '' };
    expect(readingOf(midjourneyProxy, id, body, 400)).toMatchObject({ trouble: 'not-found' });
  });

  it('is listed by its id among others, in an answer that is a bare list', () => {
    const request = midjourneyProxy.list?.request('https://mj.example.com', [id, '2'], 'k-1');
    expect(request).toEqual({
      url: 'https://mj.example.com/mj/task/list-by-condition',
      headers: { Authorization: 'Bearer k-1', Accept: 'application/json', 'mj-api-secret': 'k-1' },
      body: JSON.stringify({ ids: [id, '2'] }),
    });
    const found = midjourneyProxy.list?.read(
      { baseUrl: 'https://mj.example.com', remoteIds: [id, '2'] },
      { status: 200, headers: {}, body: JSON.stringify([{ ...base, status: 'SUCCESS' }, null, { id: '3' }]) },
      now,
    );
    expect(found instanceof Map && [...found.keys()]).toEqual([id]);
  });
});
