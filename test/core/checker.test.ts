import { describe, expect, it } from 'vitest';
import { createChecker } from '../../electron/core/checker.ts';
import { testOutcome } from '../../electron/dialects/detect.ts';
import { dialectNamed } from '../../electron/dialects/registry.ts';
import { ok } from '../../electron/shared/result.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { createScriptedHttp, json } from '../fakes/scripted-http.ts';
import { gatewayOf } from '../fakes/stored-samples.ts';

const start = (key: string) => {
  const http = createScriptedHttp();
  const requested: string[] = [];
  const waits: number[] = [];
  const checker = createChecker({
    clock: createManualClock(),
    http,
    credentials: { read: () => Promise.resolve(ok(key)) },
    dialectNamed,
    onRequest: (gatewayId) => void requested.push(gatewayId),
    onAnswer: () => undefined,
    onAskedToWait: (_gateway, waitMs) => void waits.push(waitMs),
    mayAskMore: () => Promise.resolve(true),
    mayTest: () => Promise.resolve(true),
    testOutcome,
  });
  return { http, checker, requested, waits };
};

const failedWith = (message: string) => json({ id: 'task_1', status: 'failed', error: { message } });

describe('a gateway that repeats the key in its answer', () => {
  it.each([
    ['as it is', 'sk-abc/def+123456', 'sk-abc/def+123456'],
    ['as part of a URL', 'sk-abc/def+123456', 'https://x.example/?key=sk-abc%2Fdef%2B123456'],
    ['with a quote in it, escaped as JSON does', 'sk-"quoted\\key"', 'sk-"quoted\\key"'],
  ])('%s does not bring it into the report', async (_how, key, echoed) => {
    const { http, checker } = start(key);
    http.answer('task_1', failedWith(`Bad key ${echoed}, sorry`));
    const reading = await checker.ask(gatewayOf(), 'task_1');
    expect(reading).toMatchObject({ kind: 'report', report: { phase: 'failed' } });
    const message = reading.kind === 'report' ? (reading.report.failure?.message ?? '') : '';
    expect(message).toContain('Bad key ');
    expect(message).not.toContain(key);
    expect(decodeURIComponent(message)).not.toContain(key);
  });

  it('leaves words alone that a very short key happens to be part of', async () => {
    const { http, checker } = start('tatus');
    http.answer('task_1', json({ id: 'task_1', status: 'queued' }));
    expect(await checker.ask(gatewayOf(), 'task_1')).toMatchObject({
      kind: 'report',
      report: { phase: 'queued' },
    });
  });
});

describe('a check', () => {
  it('of a gateway whose dialect this version does not know asks nobody', async () => {
    const { http, checker, requested } = start('sk-0123456789');
    const unknown = gatewayOf({ dialect: 'of-tomorrow' });
    expect(await checker.ask(unknown, 'task_1')).toMatchObject({
      kind: 'trouble',
      trouble: 'not-understood',
    });
    expect(await checker.test(unknown, 'sk-0123456789')).toEqual({
      reached: false,
      trouble: 'not-understood',
      dialect: null,
    });
    expect(http.requests).toEqual([]);
    expect(requested).toEqual([]);
  });

  it('whose dialect would ask another origin sends nothing, whoever asks', async () => {
    const requested: string[] = [];
    const http = createScriptedHttp();
    const relay = dialectNamed('relay');
    if (relay === null) throw new Error('There is no relay.');
    const elsewhere = () => ({ url: 'https://elsewhere.example/v1/videos/task_1', headers: {} });
    const checker = createChecker({
      clock: createManualClock(),
      http,
      credentials: { read: () => Promise.resolve(ok('sk-0123456789')) },
      dialectNamed: () => ({ ...relay, request: elsewhere, probe: elsewhere }),
      onRequest: (gatewayId) => void requested.push(gatewayId),
      onAnswer: () => undefined,
      onAskedToWait: () => undefined,
      mayAskMore: () => Promise.resolve(true),
      mayTest: () => Promise.resolve(true),
      testOutcome,
    });
    expect(await checker.ask(gatewayOf(), 'task_1')).toMatchObject({ trouble: 'insecure' });
    expect(await checker.test(gatewayOf(), 'sk-0123456789')).toEqual({
      reached: false,
      trouble: 'insecure',
      dialect: null,
    });
    expect(http.requests).toEqual([]);
  });

  it.each([true, false])('tells the transport whether plain http is allowed (%s)', async (allowPlainHttp) => {
    const { http, checker } = start('sk-0123456789');
    await checker.ask(gatewayOf({ allowPlainHttp }), 'task_1');
    await checker.test(gatewayOf({ allowPlainHttp }), 'sk-0123456789');
    expect(http.requests.map((request) => request.allowPlainHttp)).toEqual([allowPlainHttp, allowPlainHttp]);
  });

  it('tells of every wait that an answer names, whatever it was an answer to', async () => {
    const { http, checker, waits } = start('sk-0123456789');
    const minimax = gatewayOf({ baseUrl: 'https://api.minimax.io', dialect: 'minimax' });
    const base_resp = { status_code: 0, status_msg: 'success' };
    http.get = ({ url }) =>
      Promise.resolve(
        url.includes('/files/')
          ? json({}, 429, { 'retry-after': '7' })
          : json({ task_id: '1', status: 'Success', file_id: '2', base_resp }),
      );
    expect(await checker.ask(minimax, '1')).toMatchObject({
      report: { phase: 'succeeded', linksPending: true },
    });
    expect(waits).toEqual([7_000]);
    http.get = () => Promise.resolve(json({}, 503, { 'retry-after': '8' }));
    await checker.ask(minimax, '1');
    await checker.test(minimax, 'sk-0123456789');
    await checker.askList(gatewayOf({ dialect: 'openai-videos' }), ['a', 'b']);
    expect(waits).toEqual([7_000, 8_000, 8_000, 8_000]);
  });
});
