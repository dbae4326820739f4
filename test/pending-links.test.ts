import { describe, expect, it } from 'vitest';
import { json, troubled } from './fakes/scripted-http.ts';
import { key, startWholeApp, type WholeApp } from './fakes/whole-app.ts';
import type { HttpRequest } from '../electron/core/ports.ts';

const minuteMs = 60_000;
const taskId = '100000000000001';
const success = { code: 0, msg: 'success' };
const base_resp = { status_code: success.code, status_msg: success.msg };

/** A MiniMax gateway: a task's success names a file, whose link a second request gives. */
const startWithMinimax = async (): Promise<{
  readonly whole: WholeApp;
  readonly world: { status: string; fileAnswers: boolean };
}> => {
  const whole = startWholeApp();
  const world = { status: 'Processing', fileAnswers: false };
  whole.http.get = (request: HttpRequest) => {
    whole.http.requests.push(request);
    if (!request.url.includes('/files/')) {
      return Promise.resolve(
        json({
          task_id: taskId,
          status: world.status,
          file_id: world.status === 'Success' ? '2' : '',
          base_resp,
        }),
      );
    }
    const file = { file_id: 2, download_url: 'https://cdn.example.com/m/1.mp4' };
    return Promise.resolve(world.fileAnswers ? json({ file, base_resp }) : troubled('timed-out'));
  };
  const added = await whole.app.gateways.add({
    name: 'MiniMax',
    baseUrl: 'https://api.minimax.io',
    dialect: 'minimax',
    allowPlainHttp: false,
    requestsPerSecond: null,
    saving: 'as-set',
    key,
  });
  expect(added.ok).toBe(true);
  whole.app.tasks.watch(taskId, null, 'window');
  await whole.clock.advance(3_000);
  return { whole, world };
};

describe('a success whose link is in a second answer', () => {
  it('is told at once, stays unseen, and gets its link when the second answer comes', async () => {
    const { whole, world } = await startWithMinimax();
    expect(whole.onlyTask().phase).toBe('running');
    world.status = 'Success';
    await whole.clock.advance(minuteMs);
    expect(whole.onlyTask()).toMatchObject({
      phase: 'succeeded',
      links: [],
      linksPending: true,
      seen: false,
    });
    expect(whole.desktop.notices).toHaveLength(1);

    world.fileAnswers = true;
    await whole.clock.advance(10 * minuteMs);
    expect(whole.onlyTask()).toMatchObject({
      phase: 'succeeded',
      links: [{ kind: 'video', url: 'https://cdn.example.com/m/1.mp4' }],
      linksPending: false,
      seen: false,
    });
    expect(whole.desktop.notices).toHaveLength(1);
    const asked = whole.http.requests.length;
    await whole.clock.advance(60 * minuteMs);
    expect(whole.http.requests).toHaveLength(asked);
  });

  it('is not asked for its link for ever', async () => {
    const { whole, world } = await startWithMinimax();
    world.status = 'Success';
    await whole.clock.advance(26 * 60 * minuteMs);
    const asked = whole.http.requests.length;
    await whole.clock.advance(24 * 60 * minuteMs);
    expect(whole.http.requests).toHaveLength(asked);
    expect(whole.onlyTask()).toMatchObject({ phase: 'succeeded', linksPending: true });
  });
});
