import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createManualClock } from './fakes/manual-clock.ts';
import { createMemoryVault } from './fakes/memory-vault.ts';
import { createScriptedHttp, failedTask, json, running } from './fakes/scripted-http.ts';
import { addGateway, key, startWholeApp, type WholeApp } from './fakes/whole-app.ts';

const minuteMs = 60_000;
const refusal = json({ error: 'invalid api key' }, 401);

/** Two tasks run at a gateway; from then on it refuses the key. */
const startRefused = async (prepare: (whole: WholeApp) => void = () => undefined): Promise<WholeApp> => {
  const whole = startWholeApp();
  await addGateway(whole);
  for (const id of ['task_1', 'task_2']) {
    whole.http.answer(id, running(id, 0.5));
    whole.app.tasks.watch(id, null, 'window');
  }
  await whole.clock.advance(minuteMs);
  prepare(whole);
  for (const id of ['task_1', 'task_2']) whole.http.answer(id, refusal);
  await whole.clock.advance(10 * minuteMs);
  return whole;
};

const titles = ({ desktop }: WholeApp): readonly string[] => desktop.notices.map(({ title }) => title);

const enterKey = async (whole: WholeApp): Promise<void> => {
  const [gateway] = whole.app.view().gateways;
  if (gateway !== undefined) await whole.app.gateways.update(gateway.id, { ...gateway, key });
  await whole.clock.advance(minuteMs);
};

const recover = async (whole: WholeApp): Promise<void> => {
  for (const id of ['task_1', 'task_2']) whole.http.answer(id, running(id, 0.6));
  await enterKey(whole);
};

const refuseAgain = async (whole: WholeApp): Promise<void> => {
  for (const id of ['task_1', 'task_2']) whole.http.answer(id, refusal);
  await whole.clock.advance(10 * minuteMs);
};

describe('a gateway that begins to refuse the key while tasks are unfinished', () => {
  it('is told of once, and a click opens the settings', async () => {
    const whole = await startRefused();
    await whole.clock.advance(24 * 60 * minuteMs);
    whole.app.tasks.check(whole.app.view().tasks.map(({ id }) => id));
    await whole.clock.advance(10 * minuteMs);
    expect(whole.desktop.notices).toMatchObject([
      {
        title: 'Studio refuses your key',
        body: 'Its tasks are not asked about until you enter a valid key in Settings.',
        urgency: 'normal',
      },
    ]);
    whole.desktop.clickNotice(0);
    expect(whole.desktop.opened).toEqual([{ to: 'settings' }]);
  });

  it('is told of again after it had recovered, but not within the hour', async () => {
    const whole = await startRefused();
    await recover(whole);
    await refuseAgain(whole);
    expect(titles(whole)).toHaveLength(1);
    await recover(whole);
    await whole.clock.advance(60 * minuteMs);
    await refuseAgain(whole);
    expect(titles(whole)).toEqual(['Studio refuses your key', 'Studio refuses your key']);
  });

  it('is told of only once it is no longer quiet', async () => {
    const whole = await startRefused(({ app }) => app.quietFor('2-hours'));
    expect(titles(whole)).toEqual([]);
    whole.app.endQuiet();
    await whole.clock.advance(minuteMs);
    expect(titles(whole)).toEqual(['Studio refuses your key']);
  });

  it('is told of by the window to whoever looks at it', async () => {
    const whole = await startRefused(({ desktop }) => void (desktop.isLookedAt = true));
    expect(titles(whole)).toEqual([]);
    expect(whole.desktop.said).toMatchObject([{ text: 'Studio refuses your key', taskId: null }]);
  });

  it('is not told of for tasks of which the user wants no news', async () => {
    const whole = await startRefused(({ app }) =>
      app.setMuted(
        app.view().tasks.map(({ id }) => id),
        true,
      ),
    );
    expect(titles(whole)).toEqual([]);
  });
});

it('a key that is gone is told of as missing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'taskbell-alarm-'));
  const world = {
    file: join(folder, 'a.sqlite'),
    clock: createManualClock(),
    http: createScriptedHttp(),
    vault: createMemoryVault(),
  };
  const before = startWholeApp(world);
  await addGateway(before);
  world.http.answer('task_1', running('task_1', 0.5));
  before.app.tasks.watch('task_1', null, 'window');
  await before.clock.advance(minuteMs);
  before.app.stop();
  world.vault.keys.clear();
  const whole = startWholeApp(world);
  await whole.clock.advance(10 * minuteMs);
  expect(titles(whole)).toEqual(['The key for Studio is missing']);
  whole.app.stop();
  rmSync(folder, { recursive: true });
});

it('a gateway from which nothing is awaited is not told of', async () => {
  const whole = startWholeApp();
  await addGateway(whole);
  whole.http.answer('task_1', failedTask('task_1'));
  whole.app.tasks.watch('task_1', null, 'window');
  await whole.clock.advance(minuteMs);
  whole.http.answer('task_1', refusal);
  whole.app.tasks.check([whole.onlyTask().id]);
  await whole.clock.advance(10 * minuteMs);
  expect(whole.app.view().gateways[0]?.trouble).toBe('refused');
  expect(titles(whole)).toEqual([]);
});
