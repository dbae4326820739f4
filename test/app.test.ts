import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreFailure } from '../electron/core/store-failure.ts';
import { createManualClock } from './fakes/manual-clock.ts';
import { createMemoryVault } from './fakes/memory-vault.ts';
import { completed, createScriptedHttp, failedTask, json, running, troubled } from './fakes/scripted-http.ts';
import { addGateway, key, startWholeApp, type WholeApp } from './fakes/whole-app.ts';

const minuteMs = 60_000;

const watched = async (whole: WholeApp, ...remoteIds: string[]): Promise<void> => {
  const outcome = whole.app.tasks.watch(remoteIds.join('\n'), null, 'window');
  expect(outcome.ok).toBe(true);
  await whole.clock.advance(2_500);
};

describe('a watched task', () => {
  it('goes from queued over running to ready, and the user is told once', async () => {
    const whole = startWholeApp();
    await addGateway(whole);
    whole.http.answer('task_1', json({ id: 'task_1', status: 'queued' }));
    await watched(whole, 'task_1');
    expect(whole.onlyTask()).toMatchObject({ phase: 'queued', health: 'fresh' });

    whole.http.answer('task_1', running('task_1', 0.42));
    await whole.clock.advance(minuteMs);
    expect(whole.onlyTask()).toMatchObject({ phase: 'running', progress: 0.42 });
    expect(whole.desktop.notices).toEqual([]);

    whole.http.answer('task_1', completed('task_1'));
    await whole.clock.advance(minuteMs);
    expect(whole.onlyTask()).toMatchObject({ phase: 'succeeded', title: 'A paper boat', seen: false });
    await whole.clock.advance(10 * minuteMs);
    expect(whole.desktop.notices).toMatchObject([{ title: 'Video ready', body: 'A paper boat' }]);
  });

  it('is not asked about any more once it is final', async () => {
    const whole = startWholeApp();
    await addGateway(whole);
    whole.http.answer('task_1', completed('task_1'));
    await watched(whole, 'task_1');
    const asked = whole.http.requests.length;
    await whole.clock.advance(60 * minuteMs);
    expect(whole.http.requests).toHaveLength(asked);
    expect(whole.onlyTask().nextCheckAt).toBeNull();
  });

  it('that has already ended when it is added is shown but not announced', async () => {
    const whole = startWholeApp();
    await addGateway(whole);
    whole.http.answer('task_1', completed('task_1'));
    await watched(whole, 'task_1');
    expect(whole.onlyTask()).toMatchObject({ phase: 'succeeded', seen: true });
    expect(whole.desktop.notices).toEqual([]);
  });

  it('opens in the window when its notification is clicked, and counts as seen', async () => {
    const whole = startWholeApp();
    await addGateway(whole);
    whole.http.answer('task_1', running('task_1', 0.5));
    await watched(whole, 'task_1');
    whole.http.answer('task_1', failedTask('task_1'));
    await whole.clock.advance(minuteMs);
    whole.desktop.clickNotice(0);
    expect(whole.desktop.opened).toEqual([{ to: 'task', taskId: whole.onlyTask().id }]);
    expect(whole.onlyTask()).toMatchObject({ phase: 'failed', seen: true });
  });

  it('asks with the key in the header and nowhere else', async () => {
    const whole = startWholeApp();
    await addGateway(whole);
    await watched(whole, 'sora-2:task_01');
    expect(whole.http.requests[0]).toMatchObject({
      url: 'https://api.example.com/v1/videos/sora-2:task_01',
      headers: { Authorization: `Bearer ${key}`, Accept: 'application/json' },
    });
    expect(JSON.stringify(whole.app.view())).not.toContain(key);
  });
});

describe('an answer that is no report', () => {
  it('changes the health and leaves the last report as it was', async () => {
    const whole = startWholeApp();
    await addGateway(whole);
    whole.http.answer('task_1', running('task_1', 0.42));
    await watched(whole, 'task_1');
    for (const trouble of ['timed-out', 'unknown-host', 'insecure', 'too-large', 'redirected'] as const) {
      whole.http.answer('task_1', troubled(trouble));
      await whole.clock.advance(10 * minuteMs);
      expect(whole.onlyTask()).toMatchObject({ phase: 'running', progress: 0.42, trouble });
    }
    whole.http.answer('task_1', completed('task_1'));
    await whole.clock.advance(10 * minuteMs);
    expect(whole.onlyTask()).toMatchObject({ phase: 'succeeded', health: 'fresh' });
    expect(whole.desktop.notices).toHaveLength(1);
  });

  it('of not-found loses a task only after three in a row that span a minute', async () => {
    const whole = startWholeApp();
    await addGateway(whole);
    whole.http.answer('task_1', running('task_1', 0.1));
    await watched(whole, 'task_1');
    whole.http.answer('task_1', json({ code: 'task_not_exist', message: 'gone' }, 400));
    await whole.clock.advance(minuteMs);
    expect(whole.onlyTask()).toMatchObject({ phase: 'running', trouble: 'not-found' });
    await whole.clock.advance(2 * minuteMs);
    expect(whole.onlyTask()).toMatchObject({ phase: 'lost', failure: { code: 'not-found' } });
    expect(whole.desktop.notices).toHaveLength(1);
  });

  it('of not-found does not count when another answer came between', async () => {
    const whole = startWholeApp();
    await addGateway(whole);
    for (let round = 0; round < 5; round += 1) {
      whole.http.answer('task_1', json({ code: 'task_not_exist' }, 400));
      if (round === 0) await watched(whole, 'task_1');
      else await whole.clock.advance(40_000);
      whole.http.answer('task_1', running('task_1', 0.1));
      await whole.clock.advance(40_000);
    }
    expect(whole.onlyTask().phase).toBe('running');
  });
});

describe('a refused key', () => {
  it('stops that gateway after one request, whatever the number of its tasks, and no other gateway', async () => {
    const whole = startWholeApp();
    const refusedId = await addGateway(whole, 'Refused', 'https://refused.example.com');
    const goodId = await addGateway(whole, 'Good', 'https://good.example.com');
    for (const id of ['task_1', 'task_2', 'task_3']) {
      whole.http.answer(id, json({ error: { message: 'invalid key' } }, 401));
    }
    whole.http.answer('task_9', running('task_9', 0.5));
    whole.app.tasks.watch('task_1 task_2 task_3', refusedId, 'window');
    whole.app.tasks.watch('task_9', goodId, 'window');
    await whole.clock.advance(10 * minuteMs);

    const asked = (host: string): number =>
      whole.http.requests.filter(({ url }) => url.startsWith(`https://${host}`)).length;
    expect(asked('refused.example.com')).toBe(1);
    expect(asked('good.example.com')).toBeGreaterThan(10);
    expect(whole.app.view().gateways).toMatchObject([{ trouble: 'refused' }, { trouble: null }]);
  });

  it('is tried again when the user enters another', async () => {
    const whole = startWholeApp();
    const gatewayId = await addGateway(whole);
    whole.http.answer('task_1', json({}, 403));
    await watched(whole, 'task_1');
    whole.http.answer('task_1', running('task_1', 0.5));
    await whole.app.gateways.update(gatewayId, {
      name: 'Studio',
      baseUrl: 'https://api.example.com',
      dialect: 'relay',
      allowPlainHttp: false,
      requestsPerSecond: null,
      saving: 'as-set' as const,
      key: 'sk-another-0123456789',
    });
    await whole.clock.advance(1_000);
    expect(whole.http.requests.at(-1)?.headers['Authorization']).toBe('Bearer sk-another-0123456789');
    expect(whole.onlyTask()).toMatchObject({ phase: 'running', health: 'fresh' });
  });
});

describe('a keyring', () => {
  it('that is locked leaves the gateway waiting with the reason, and is tried again', async () => {
    const vault = createMemoryVault();
    const clock = createManualClock();
    const http = createScriptedHttp();
    const folder = mkdtempSync(join(tmpdir(), 'taskbell-app-'));
    const file = join(folder, 'taskbell.sqlite');
    const first = startWholeApp({ vault, clock, http, file });
    await addGateway(first);
    http.answer('task_1', running('task_1', 0.5));
    await watched(first, 'task_1');
    first.app.stop();

    vault.trouble = 'keyring-locked';
    const second = startWholeApp({ vault, clock, http, file });
    await clock.advance(1_000);
    expect(second.onlyTask()).toMatchObject({
      health: 'needs-credential',
      trouble: 'keyring-locked',
      phase: 'running',
    });
    vault.trouble = null;
    await clock.advance(3 * minuteMs);
    expect(second.onlyTask().health).toBe('fresh');
    second.app.stop();
    rmSync(folder, { recursive: true });
  });

  it('that does not take the key leaves no half-added gateway behind', async () => {
    const whole = startWholeApp();
    whole.vault.trouble = 'keyring-absent';
    const draft = {
      name: 'Studio',
      baseUrl: 'https://api.example.com',
      dialect: 'relay',
      allowPlainHttp: false,
      requestsPerSecond: null,
      saving: 'as-set' as const,
      key,
    };
    expect(await whole.app.gateways.add(draft)).toEqual({ ok: false, trouble: 'keyring-absent' });
    expect(whole.app.view().gateways).toEqual([]);
  });
});

describe('a gateway that asks for patience', () => {
  it('is left alone for as long as Retry-After says', async () => {
    const whole = startWholeApp();
    await addGateway(whole);
    whole.http.answer('task_1', json({}, 429, { 'retry-after': '300' }));
    await watched(whole, 'task_1');
    expect(whole.http.requests).toHaveLength(1);
    await whole.clock.advance(299_000 - 2_500);
    expect(whole.http.requests).toHaveLength(1);
    expect(whole.onlyTask().health).toBe('rate-limited');
    whole.http.answer('task_1', running('task_1', 0.5));
    await whole.clock.advance(5_000);
    expect(whole.http.requests).toHaveLength(2);
  });
});

describe('over a restart', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'taskbell-app-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const lives = () => {
    const common = { vault: createMemoryVault(), clock: createManualClock(), http: createScriptedHttp() };
    return { ...common, live: () => startWholeApp({ ...common, file: join(folder, 'taskbell.sqlite') }) };
  };

  it('tells what ended while the app was closed, once', async () => {
    const { live, clock, http } = lives();
    const first = live();
    await addGateway(first);
    http.answer('task_1', running('task_1', 0.5));
    await watched(first, 'task_1');
    first.app.stop();

    http.answer('task_1', completed('task_1'));
    await clock.advance(60 * minuteMs);
    const second = live();
    await clock.advance(minuteMs);
    expect(second.desktop.notices).toMatchObject([{ title: 'Video ready' }]);
    second.app.stop();

    const third = live();
    await clock.advance(10 * minuteMs);
    expect(third.desktop.notices).toEqual([]);
    third.app.stop();
  });

  it('tells at the next start what was decided while no notification service was there', async () => {
    const { live, clock, http } = lives();
    const first = live();
    first.desktop.notifierTrouble = 'absent';
    await addGateway(first);
    http.answer('task_1', running('task_1', 0.5));
    await watched(first, 'task_1');
    http.answer('task_1', completed('task_1'));
    await clock.advance(minuteMs);
    expect(first.app.view().status.notificationsWork).toBe(false);
    first.app.stop();

    const second = live();
    await clock.advance(1_000);
    expect(second.desktop.notices).toMatchObject([{ title: 'Video ready', body: 'A paper boat' }]);
    second.app.stop();
  });

  it('tells of more than three endings in one digest', async () => {
    const { live, clock, http } = lives();
    const first = live();
    await addGateway(first);
    const ids = ['task_1', 'task_2', 'task_3', 'task_4', 'task_5'];
    for (const id of ids) http.answer(id, running(id, 0.5));
    first.desktop.notifierTrouble = 'absent';
    await watched(first, ...ids);
    // Four requests a second: the fifth task has not been seen yet.
    await clock.advance(1_000);
    for (const id of ids) http.answer(id, completed(id));
    await clock.advance(minuteMs);
    first.app.stop();

    const second = live();
    await clock.advance(1_000);
    expect(second.desktop.notices).toMatchObject([
      {
        title: 'While you were away: 5 ready',
        route: { to: 'since-away', taskIds: second.app.view().tasks.map((task) => task.id) },
      },
    ]);
    second.desktop.clickNotice(0);
    expect(second.desktop.opened).toMatchObject([{ to: 'since-away' }]);
    second.app.stop();
  });

  it('keeps what was paused paused', async () => {
    const { live, clock, http } = lives();
    const first = live();
    await addGateway(first);
    http.answer('task_1', running('task_1', 0.5));
    await watched(first, 'task_1');
    first.app.pause();
    first.app.stop();
    const asked = http.requests.length;

    const second = live();
    await clock.advance(10 * minuteMs);
    expect(second.app.view().status.paused).toBe(true);
    expect(http.requests).toHaveLength(asked);
    second.app.resume();
    await clock.advance(minuteMs);
    expect(http.requests.length).toBeGreaterThan(asked);
    second.app.stop();
  });
});

describe('a store that cannot write', () => {
  it('shows an ending, loses none, and tells of it once it is written', async () => {
    let full = false;
    const whole = startWholeApp({
      store: (real) => ({
        ...real,
        record: (recorded) => {
          if (full) throw new StoreFailure('The watchlist could not be saved: disk full.');
          real.record(recorded);
        },
      }),
    });
    await addGateway(whole);
    whole.http.answer('task_1', running('task_1', 0.5));
    await watched(whole, 'task_1');
    full = true;
    whole.http.answer('task_1', completed('task_1'));
    await whole.clock.advance(2 * minuteMs);
    expect(whole.onlyTask().phase).toBe('succeeded');
    expect(whole.app.view().status.storeTrouble).toContain('disk full');
    expect(whole.desktop.notices.map(({ title }) => title)).toEqual(['Taskbell cannot save its list']);
    full = false;
    await whole.clock.advance(5 * minuteMs);
    expect(whole.onlyTask().phase).toBe('succeeded');
    expect(whole.app.view().status.storeTrouble).toBeNull();
    expect(whole.desktop.notices.map(({ title }) => title)).toEqual([
      'Taskbell cannot save its list',
      'Video ready',
    ]);
  });
});

describe('removing', () => {
  it('drops an answer that is still on its way, and can be undone', async () => {
    const whole = startWholeApp();
    await addGateway(whole);
    whole.http.answer('task_1', running('task_1', 0.5));
    await watched(whole, 'task_1');
    const { id } = whole.onlyTask();
    whole.app.tasks.remove([id]);
    await whole.clock.advance(minuteMs);
    expect(whole.app.view().tasks).toEqual([]);
    whole.app.tasks.restore([id]);
    await whole.clock.advance(1_000);
    expect(whole.onlyTask()).toMatchObject({ id, phase: 'running', progress: 0.5 });
  });

  it('of a gateway takes its tasks and its key with it', async () => {
    const whole = startWholeApp();
    const gatewayId = await addGateway(whole);
    await watched(whole, 'task_1');
    expect((await whole.app.gateways.remove(gatewayId)).ok).toBe(true);
    expect(whole.app.view()).toMatchObject({ tasks: [], gateways: [] });
    expect(whole.vault.keys.size).toBe(0);
    const asked = whole.http.requests.length;
    await whole.clock.advance(10 * minuteMs);
    expect(whole.http.requests).toHaveLength(asked);
  });
});

describe('the tray', () => {
  it('watches what is on the clipboard and says so', async () => {
    const whole = startWholeApp();
    await addGateway(whole);
    whole.desktop.clipboard = 'sora-2:task_01k6x15vhrff09dkkqjrzwhm60';
    whole.desktop.chooseInTray({ do: 'watch-clipboard' });
    await whole.clock.advance(0);
    expect(whole.onlyTask().remoteId).toBe('sora-2:task_01k6x15vhrff09dkkqjrzwhm60');
    expect(whole.desktop.notices).toMatchObject([{ title: 'Watching 1 task' }]);
  });
});
