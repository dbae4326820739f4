import { describe, expect, it } from 'vitest';
import { createScriptedHttp, json, running, troubled, type ScriptedHttp } from '../fakes/scripted-http.ts';
import { addGateway, startWholeApp } from '../fakes/whole-app.ts';

const minuteMs = 60_000;

const startOffline = async () => {
  const whole = startWholeApp();
  await addGateway(whole);
  whole.http.answer('task_1', troubled('no-network'));
  whole.app.tasks.watch('task_1', null, 'window');
  await whole.clock.advance(3_000);
  expect(whole.app.view().status.online).toBe(false);
  return whole;
};

describe('the network', () => {
  it.each([
    ['a report', running('task_1', 0.5)],
    ['a refused key', json({ error: { message: 'invalid key' } }, 401)],
    ['an unknown id', json({ code: 'task_not_exist' }, 400)],
    ['too many requests', json({}, 429)],
    ['an error of the gateway', json({}, 502)],
    ['a redirect', troubled('redirected')],
  ])('counts as back with any answer at all, such as %s', async (_what, answer) => {
    const whole = await startOffline();
    whole.http.answer('task_1', answer);
    await whole.clock.advance(10 * minuteMs);
    expect(whole.app.view().status.online).toBe(true);
  });

  it.each(['timed-out', 'unknown-host', 'unreachable'] as const)(
    'does not count as back with %s',
    async (trouble) => {
      const whole = await startOffline();
      whole.http.answer('task_1', troubled(trouble));
      await whole.clock.advance(10 * minuteMs);
      expect(whole.app.view().status.online).toBe(false);
    },
  );
});

describe('a gateway that waits for the user', () => {
  it('has tasks without a next check, and asks once more when the user says so', async () => {
    const whole = startWholeApp();
    await addGateway(whole);
    whole.http.answer('task_1', json({}, 401));
    whole.http.answer('task_2', json({}, 401));
    whole.app.tasks.watch('task_1 task_2', null, 'window');
    await whole.clock.advance(10 * minuteMs);
    expect(whole.app.view().tasks.map(({ nextCheckAt }) => nextCheckAt)).toEqual([null, null]);
    expect(whole.app.view().status.nextCheckAt).toBeNull();
    expect(whole.http.requests).toHaveLength(1);
    whole.app.tasks.check(whole.app.view().tasks.map(({ id }) => id));
    await whole.clock.advance(10 * minuteMs);
    expect(whole.http.requests).toHaveLength(2);
  });
});

describe('a refused key', () => {
  it.each([
    ['a report', running('task_2', 0.5)],
    ['an error with a wait', json({}, 503, { 'retry-after': '5' })],
    ['too many requests', json({}, 429)],
  ])('is not made good by %s that was asked for before the refusal', async (_what, late) => {
    const answers = new Map<string, () => void>();
    const scripted = createScriptedHttp();
    let slow = false;
    const http: ScriptedHttp = {
      ...scripted,
      get: async (request) => {
        const id = request.url.slice(request.url.lastIndexOf('/') + 1);
        if (slow) await new Promise<void>((resolve) => void answers.set(id, resolve));
        return scripted.get(request);
      },
    };
    const whole = startWholeApp({ http });
    await addGateway(whole);
    for (const id of ['task_1', 'task_2']) http.answer(id, running(id, 0.5));
    whole.app.tasks.watch('task_1 task_2', null, 'window');
    await whole.clock.advance(minuteMs);
    slow = true;
    await whole.clock.advance(minuteMs);
    expect(answers.size).toBe(2);
    http.answer('task_1', json({}, 401));
    http.answer('task_2', late);
    slow = false;
    answers.get('task_1')?.();
    await whole.clock.advance(1);
    answers.get('task_2')?.();
    await whole.clock.advance(1);
    const asked = http.requests.length;
    await whole.clock.advance(10 * minuteMs);
    expect(http.requests).toHaveLength(asked);
    expect(whole.app.view().gateways).toMatchObject([{ trouble: 'refused', waitingUntil: null }]);
  });
});
