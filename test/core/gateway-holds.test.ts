import { describe, expect, it } from 'vitest';
import { json, running, troubled } from '../fakes/scripted-http.ts';
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
