import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GatewaySaving, SaveTrouble, SavingSettings } from '../electron/shared/saving.ts';
import { failed } from '../electron/shared/result.ts';
import { createManualClock } from './fakes/manual-clock.ts';
import { savedAs } from './fakes/recording-files.ts';
import { completed, createScriptedHttp, json, running } from './fakes/scripted-http.ts';
import { addGateway, startWholeApp, type Surroundings, type WholeApp } from './fakes/whole-app.ts';

const minuteMs = 60_000;
const path = '/videos/A paper boat.mp4';

const on = ({ app }: WholeApp): void =>
  void app.results.configure({ ...app.results.settings(), on: true, folder: '/videos' });

const watch = async (whole: WholeApp, id: string): Promise<void> => {
  whole.http.answer(id, running(id, 0.5));
  whole.app.tasks.watch(id, null, 'window');
  await whole.clock.advance(5000);
};

const becomeReady = async (whole: WholeApp, id: string): Promise<void> => {
  whole.http.answer(id, completed(id));
  whole.app.tasks.check(whole.app.view().tasks.map((task) => task.id));
  await whole.clock.advance(2000);
};

const start = async (surroundings: Surroundings = {}): Promise<WholeApp> => {
  const whole = startWholeApp(surroundings);
  await addGateway(whole);
  return whole;
};

const startReady = async (prepare: (whole: WholeApp) => void = on): Promise<WholeApp> => {
  const whole = await start();
  prepare(whole);
  await watch(whole, 'task_1');
  await becomeReady(whole, 'task_1');
  return whole;
};

const fail = (trouble: SaveTrouble) => failed({ trouble, retryAfterMs: null });

/** As `completed`, with another link. */
const completedAnew = (id: string) =>
  json({ id, status: 'completed', video_url: `https://cdn.example.com/anew/${id}.mp4` });

describe('a link that does not lead to the video any more', () => {
  it.each(['gone', 'refused', 'not-a-video'] as const)('(%s) is asked for anew, once', async (trouble) => {
    const whole = await startReady();
    whole.http.answer('task_1', completedAnew('task_1'));
    whole.files.finish(0, fail(trouble));
    await whole.clock.advance(2000);
    expect(whole.files.jobs.map(({ link }) => link.url)).toEqual([
      'https://cdn.example.com/task_1.mp4',
      'https://cdn.example.com/anew/task_1.mp4',
    ]);
    expect(whole.onlyTask()).toMatchObject({ phase: 'succeeded', save: { state: 'saving' } });
    whole.files.finish(1, fail(trouble));
    await whole.clock.advance(2000);
    expect(whole.files.jobs).toHaveLength(2);
    expect(whole.onlyTask().save).toMatchObject({ state: 'failed', trouble });
  });

  it('is asked for anew before anything is fetched when it says itself that it has ended', async () => {
    const whole = await start();
    await watch(whole, 'task_1');
    const signed = 'https://cdn.example.com/task_1.mp4?X-Amz-Date=20260102T000000Z&X-Amz-Expires=60';
    whole.http.answer('task_1', json({ id: 'task_1', status: 'completed', video_url: signed }));
    whole.app.tasks.check([whole.onlyTask().id]);
    await whole.clock.advance(24 * 60 * minuteMs);
    expect(whole.onlyTask().links[0]?.expiresAt).toBeLessThan(whole.clock.now());
    whole.app.results.save(whole.onlyTask().id, null);
    await whole.clock.advance(2000);
    expect(whole.onlyTask().save).toMatchObject({ state: 'failed', trouble: 'link-ended' });
    whole.http.answer('task_1', completedAnew('task_1'));
    whole.app.results.save(whole.onlyTask().id, null);
    await whole.clock.advance(2000);
    expect(whole.files.jobs.map(({ link }) => link.url)).toEqual(['https://cdn.example.com/anew/task_1.mp4']);
  });

  it('ends the save when the gateway has no other, and the task stays ready', async () => {
    const whole = await startReady();
    whole.http.answer('task_1', running('task_1', 0.2));
    whole.files.finish(0, fail('gone'));
    await whole.clock.advance(2000);
    expect(whole.files.jobs).toHaveLength(1);
    expect(whole.onlyTask()).toMatchObject({
      phase: 'succeeded',
      save: { state: 'failed', trouble: 'gone' },
    });
    expect(whole.onlyTask().links).toHaveLength(1);
  });

  it('is not asked for while everything is paused', async () => {
    const whole = await startReady();
    whole.app.pause();
    const asked = whole.http.requests.length;
    whole.files.finish(0, fail('gone'));
    await whole.clock.advance(2000);
    expect(whole.http.requests).toHaveLength(asked);
  });
});

describe('a save that the user stops', () => {
  it('ends at once, keeps nothing and is not begun again by itself', async () => {
    const whole = await startReady();
    whole.files.jobs[0]?.onBytes(400);
    expect(whole.app.results.stopSaving(whole.onlyTask().id)).toBe(true);
    expect(whole.files.stopped).toHaveLength(1);
    expect(whole.files.discarded).toHaveLength(1);
    expect(whole.onlyTask()).toMatchObject({
      phase: 'succeeded',
      save: { state: 'failed', trouble: 'stopped', bytes: 0 },
    });
    await becomeReady(whole, 'task_1');
    expect(whole.files.jobs).toHaveLength(1);
    expect(whole.app.results.stopSaving(whole.onlyTask().id)).toBe(false);
  });

  it('ends while it waits to be tried again, and is begun anew when asked for', async () => {
    const whole = await startReady();
    whole.files.finish(0, fail('unreachable'));
    await whole.clock.advance(0);
    expect(whole.app.results.stopSaving(whole.onlyTask().id)).toBe(true);
    await whole.clock.advance(10 * minuteMs);
    expect(whole.files.jobs).toHaveLength(1);
    whole.app.results.save(whole.onlyTask().id, null);
    await whole.clock.advance(0);
    expect(whole.files.jobs).toHaveLength(2);
  });
});

describe('a video that becomes ready', () => {
  it('is not saved until the user wants that', async () => {
    const whole = await startReady(() => undefined);
    expect(whole.files.jobs).toEqual([]);
    expect(whole.onlyTask().save).toBeNull();
  });

  it('is saved by itself when the user wants that, and shows how far that is', async () => {
    const whole = await startReady();
    expect(whole.files.jobs).toMatchObject([
      { folder: '/videos', name: '2026-01-02 A paper boat', link: { kind: 'video' }, keyHeaders: {} },
    ]);
    whole.files.jobs[0]?.onBegun({ validator: '"v1"', totalBytes: 1000 });
    whole.files.jobs[0]?.onBytes(400);
    expect(whole.onlyTask().save).toMatchObject({ state: 'saving', bytes: 400, totalBytes: 1000 });
    whole.files.finish(0, savedAs(path));
    await whole.clock.advance(1000);
    expect(whole.onlyTask().save).toMatchObject({ state: 'saved', bytes: 1000, path, trouble: null });
    expect(whole.onlyTask().phase).toBe('succeeded');
  });

  const choose = async ({ app }: WholeApp, saving: GatewaySaving): Promise<void> => {
    const [gateway] = app.view().gateways;
    if (gateway) await app.gateways.update(gateway.id, { ...gateway, key: null, saving });
  };

  it('is saved though saving is off, if its gateway’s always are, and none that was ready before', async () => {
    const whole = await startReady(() => undefined);
    await choose(whole, 'always');
    await whole.clock.advance(60_000);
    await watch(whole, 'task_2');
    await becomeReady(whole, 'task_2');
    expect(whole.files.jobs).toHaveLength(1);
    expect(whole.files.jobs[0]?.link.url).toContain('task_2');
  });

  it('is not saved though saving is on, if its gateway’s never are', async () => {
    const whole = await start();
    on(whole);
    await choose(whole, 'never');
    await watch(whole, 'task_1');
    await becomeReady(whole, 'task_1');
    expect(whole.files.jobs).toEqual([]);
  });

  it('is not saved when its gateway is set to always only afterwards, also not on the second time', async () => {
    const whole = await start();
    await choose(whole, 'always');
    await choose(whole, 'never');
    await watch(whole, 'task_1');
    await becomeReady(whole, 'task_1');
    await whole.clock.advance(60_000);
    await choose(whole, 'always');
    await becomeReady(whole, 'task_1');
    expect(whole.files.jobs).toEqual([]);
  });

  it('is not saved again, and what was ready before is left alone', async () => {
    const whole = await startReady(() => undefined);
    on(whole);
    await watch(whole, 'task_2');
    await becomeReady(whole, 'task_2');
    await whole.clock.advance(60 * minuteMs);
    expect(whole.files.jobs.map(({ link }) => link.url)).toEqual(['https://cdn.example.com/task_2.mp4']);
  });

  it('says that it is saved in the place of saying that it is ready, with the way to the file', async () => {
    const whole = await startReady();
    whole.files.finish(0, savedAs(path));
    await whole.clock.advance(1000);
    const { notices } = whole.desktop;
    expect(notices.map(({ title }) => title)).toEqual(['Video ready', 'Video saved']);
    expect(whole.desktop.standing()).toMatchObject([
      { body: 'A paper boat\nA paper boat.mp4', silent: true },
    ]);
    whole.desktop.pressButton(1, 'Show in folder');
    await whole.clock.advance(0);
    expect(whole.files.shown).toEqual([path]);
    whole.desktop.pressButton(1, 'Open video');
    await whole.clock.advance(0);
    expect(whole.files.opened).toEqual([path]);
    expect(whole.desktop.opener).toEqual([]);
  });

  it('is not reminded of before its link ends once it is saved', async () => {
    const whole = await start();
    on(whole);
    await watch(whole, 'task_1');
    await becomeReady(whole, 'task_1');
    whole.files.finish(0, savedAs(path));
    await whole.clock.advance(1000);
    const kinds = whole.app.tasks.history(whole.onlyTask().id).map(({ kind }) => kind);
    expect(kinds).toContain('taken');
  });
});

describe('a save that does not succeed', () => {
  it('is tried again with growing pauses where that can help, and says why it waits', async () => {
    const whole = await startReady();
    whole.files.finish(0, fail('no-folder'));
    await whole.clock.advance(0);
    expect(whole.onlyTask()).toMatchObject({
      phase: 'succeeded',
      save: { state: 'waiting', trouble: 'no-folder' },
    });
    await whole.clock.advance(minuteMs);
    whole.files.finish(1, savedAs(path));
    await whole.clock.advance(0);
    expect(whole.onlyTask().save).toMatchObject({ state: 'saved', trouble: null });
  });

  it('ends where trying again cannot help, with nothing left on the disk, and says so', async () => {
    const whole = await startReady();
    whole.files.finish(0, fail('not-a-video'));
    await whole.clock.advance(60 * minuteMs);
    expect(whole.files.jobs).toHaveLength(1);
    expect(whole.files.discarded).toEqual([whole.files.jobs[0]?.partName]);
    expect(whole.onlyTask().save).toMatchObject({ state: 'failed', trouble: 'not-a-video' });
    expect(whole.desktop.notices.at(-1)?.title).toBe('The video was not saved');
  });

  it('gives up on a server that cuts again and again without a further byte', async () => {
    const whole = await startReady();
    for (let run = 0; run < 8; run += 1) {
      whole.files.finish(run, fail('cut-off'));
      await whole.clock.advance(6 * minuteMs);
    }
    expect(whole.files.jobs).toHaveLength(8);
    expect(whole.onlyTask().save?.state).toBe('failed');
  });

  it('is begun anew when the user asks for it again', async () => {
    const whole = await startReady();
    whole.files.finish(0, fail('gone'));
    await whole.clock.advance(0);
    expect(whole.app.results.save(whole.onlyTask().id, null).ok).toBe(true);
    await whole.clock.advance(0);
    expect(whole.files.jobs).toHaveLength(2);
  });

  it('waits as long as the server asked, also when the computer wakes meanwhile', async () => {
    const whole = await startReady();
    whole.files.finish(0, failed({ trouble: 'rate-limited', retryAfterMs: 10 * minuteMs }));
    await whole.clock.advance(9 * minuteMs);
    whole.machine.wake();
    await whole.clock.advance(0);
    expect(whole.files.jobs).toHaveLength(1);
    await whole.clock.advance(2 * minuteMs);
    expect(whole.files.jobs).toHaveLength(2);
  });

  it('goes on at once when the computer wakes', async () => {
    const whole = await startReady();
    for (let run = 0; run < 5; run += 1) {
      whole.files.finish(run, fail('no-network'));
      await whole.clock.advance(run < 4 ? 6 * minuteMs : 0);
    }
    whole.machine.wake();
    await whole.clock.advance(0);
    expect(whole.files.jobs).toHaveLength(6);
  });
});

describe('saves', () => {
  it('have their turn two at a time', async () => {
    const whole = await start();
    on(whole);
    const ids = ['task_1', 'task_2', 'task_3'];
    for (const id of ids) await watch(whole, id);
    for (const id of ids) await becomeReady(whole, id);
    await whole.clock.advance(minuteMs);
    expect(whole.files.jobs).toHaveLength(2);
    whole.files.finish(0, savedAs('/videos/1.mp4'));
    await whole.clock.advance(0);
    expect(whole.files.jobs).toHaveLength(3);
  });

  it('go on after the app was killed, with what the server had called the file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'taskbell-saving-'));
    const shared = { file: join(folder, 'a.sqlite'), clock: createManualClock(), http: createScriptedHttp() };
    const before = await start(shared);
    on(before);
    await watch(before, 'task_1');
    await becomeReady(before, 'task_1');
    before.files.jobs[0]?.onBegun({ validator: '"v1"', totalBytes: 1000 });
    const after = startWholeApp(shared);
    await after.clock.advance(1000);
    expect(after.files.jobs).toMatchObject([
      { partName: before.files.jobs[0]?.partName, validator: '"v1"', totalBytes: 1000, folder: '/videos' },
    ]);
    after.files.finish(0, savedAs(path));
    await after.clock.advance(1000);
    const later = startWholeApp(shared);
    await later.clock.advance(1000);
    expect(later.files.jobs).toEqual([]);
    expect(later.onlyTask().save).toMatchObject({ state: 'saved', path });
    rmSync(folder, { recursive: true });
  });

  it('end with their task, and what was on the disk of them goes', async () => {
    const whole = await startReady();
    whole.app.tasks.remove([whole.onlyTask().id]);
    expect(whole.files.stopped).toHaveLength(1);
    expect(whole.files.discarded).toEqual([whole.files.jobs[0]?.partName]);
  });

  it('that are finished are known again when their task is restored', async () => {
    const whole = await startReady();
    const { id } = whole.onlyTask();
    whole.files.finish(0, savedAs(path));
    await whole.clock.advance(0);
    whole.app.tasks.remove([id]);
    whole.app.tasks.restore([id]);
    expect(whole.files.discarded).toEqual([]);
    expect(whole.onlyTask().save?.path).toBe(path);
  });
});

describe('what is asked for', () => {
  it('has to be ready', async () => {
    const whole = await start();
    await watch(whole, 'task_1');
    expect(whole.app.results.save(whole.onlyTask().id, null)).toEqual(failed('not-ready'));
    expect(whole.app.results.save('no such task', null)).toEqual(failed('unknown-task'));
  });

  it('is opened from the disk, and from its link when the file is gone', async () => {
    const whole = await startReady();
    whole.files.finish(0, savedAs(path));
    await whole.clock.advance(0);
    await whole.app.results.open(whole.onlyTask().id);
    whole.files.there.clear();
    await whole.app.results.open(whole.onlyTask().id);
    expect(whole.files.opened).toEqual([path]);
    expect(whole.desktop.opener).toEqual(['https://cdn.example.com/task_1.mp4']);
    whole.files.there.add(path);
    whole.files.hasPrograms = false;
    expect(await whole.app.results.open(whole.onlyTask().id)).toMatchObject({ trouble: 'no-program' });
    expect(whole.desktop.opener).toHaveLength(1);
  });

  it('is refused in settings that cannot be: no folder, a name with an unknown placeholder, no size', async () => {
    const { app } = await start();
    const settings = app.results.settings();
    expect(settings.on).toBe(false);
    const trouble = async (change: Partial<SavingSettings>) =>
      app.results.configure({ ...settings, ...change });
    expect(await trouble({ folder: ' ' })).toEqual(failed('folder-missing'));
    expect(await trouble({ folder: 'videos' })).toEqual(failed('folder-not-whole'));
    expect(await trouble({ nameTemplate: '{name}' })).toEqual(failed('unknown-placeholder'));
    expect(await trouble({ largestBytes: Number.NaN })).toEqual(failed('size'));
  });
});

describe('a video that is saved already', () => {
  const startSaved = async (): Promise<WholeApp> => {
    const whole = await startReady();
    whole.files.finish(0, savedAs(path));
    await whole.clock.advance(0);
    return whole;
  };

  it('is saved once more when the user asks for that one alone, and stays known when that is stopped', async () => {
    const whole = await startSaved();
    const { id } = whole.onlyTask();
    whole.app.results.save(id, null);
    await whole.clock.advance(0);
    whole.files.finish(1, fail('unreachable'));
    await whole.clock.advance(0);
    expect(whole.app.results.stopSaving(id)).toBe(true);
    expect(whole.onlyTask().save).toMatchObject({ state: 'saved', trouble: null, path, bytes: 1000 });
    expect(await whole.app.results.savedFile(id)).toBe(path);
  });

  it('is left out where several are saved at once, unless its file is gone', async () => {
    const whole = await startSaved();
    const { id } = whole.onlyTask();
    expect(await whole.app.results.saveAll([id])).toBe(0);
    expect(whole.files.jobs).toHaveLength(1);
    whole.files.there.clear();
    expect(await whole.app.results.saveAll([id, 'no such task'])).toBe(1);
  });
});

describe('the folder that is chosen', () => {
  it('is the one in the home folder where it begins with ~', async () => {
    const { app } = await start();
    await app.results.configure({ ...app.results.settings(), folder: '~/Videos' });
    expect(app.results.settings().folder).toBe('/home/ada/Videos');
  });

  it.each(['no-folder', 'not-writable'] as const)('is refused (%s) when it is chosen', async (trouble) => {
    const { app, files } = await start();
    const before = app.results.settings();
    files.useless.set('/root/x', trouble);
    expect(await app.results.configure({ ...before, folder: '/root/x' })).toEqual(failed(trouble));
    expect(app.results.settings()).toEqual(before);
  });

  it('that is slow to try out takes back nothing that is chosen meanwhile', async () => {
    const { app } = await start();
    const before = app.results.settings();
    const slow = app.results.configure({ ...before, folder: '/videos' });
    await app.results.configure({ ...before, on: true });
    expect(await slow).toMatchObject({ ok: true });
    expect(app.results.settings()).toMatchObject({ folder: '/videos', on: true });
  });

  it('is not tried out when something else is changed: its disk may be away for a while', async () => {
    const { app, files } = await start();
    const before = app.results.settings();
    files.useless.set(before.folder, 'no-folder');
    expect(await app.results.configure({ ...before, on: true })).toMatchObject({ ok: true });
  });
});

describe('a folder that cannot be written to', () => {
  const choose = ({ app }: WholeApp, folder: string): void =>
    void app.results.configure({ ...app.results.settings(), folder });

  it.each(['no-folder', 'not-writable', 'disk-full'] as const)(
    '(%s) is left at once for another that the user chooses, with what had come of the video',
    async (trouble) => {
      const whole = await startReady();
      whole.files.jobs[0]?.onBegun({ validator: '"v1"', totalBytes: 1000 });
      whole.files.jobs[0]?.onBytes(400);
      whole.files.finish(0, fail(trouble));
      await whole.clock.advance(0);
      choose(whole, '/elsewhere');
      await whole.clock.advance(0);
      expect(whole.files.jobs[1]).toMatchObject({ folder: '/elsewhere', validator: null, totalBytes: null });
      expect(whole.files.discarded).toEqual([whole.files.jobs[0]?.partName]);
      expect(whole.onlyTask().save).toMatchObject({ state: 'saving', trouble: null, bytes: 0 });
    },
  );

  it('is tried again as usual while it stays chosen, with what had come of the video', async () => {
    const whole = await startReady();
    whole.files.jobs[0]?.onBegun({ validator: '"v1"', totalBytes: 1000 });
    whole.files.finish(0, fail('no-folder'));
    await whole.clock.advance(0);
    choose(whole, '/videos');
    await whole.clock.advance(0);
    expect(whole.files.jobs).toHaveLength(1);
    await whole.clock.advance(minuteMs);
    expect(whole.files.jobs[1]).toMatchObject({ folder: '/videos', validator: '"v1"' });
  });

  it('is left too when that shows only after another was chosen', async () => {
    const whole = await startReady();
    choose(whole, '/elsewhere');
    whole.files.finish(0, fail('no-folder'));
    await whole.clock.advance(0);
    expect(whole.files.jobs.map(({ folder }) => folder)).toEqual(['/videos', '/elsewhere']);
  });

  it('holds up no save that waits for something else, which goes on where it began', async () => {
    const whole = await startReady();
    whole.files.finish(0, fail('unreachable'));
    await whole.clock.advance(0);
    choose(whole, '/elsewhere');
    await whole.clock.advance(minuteMs);
    expect(whole.files.jobs.map(({ folder }) => folder)).toEqual(['/videos', '/videos']);
  });

  it('ends a save at once for which it was named alone', async () => {
    const whole = await startReady(() => undefined);
    whole.app.results.save(whole.onlyTask().id, '/elsewhere');
    await whole.clock.advance(0);
    whole.files.finish(0, fail('not-writable'));
    await whole.clock.advance(10 * minuteMs);
    expect(whole.files.jobs).toHaveLength(1);
    expect(whole.onlyTask().save).toMatchObject({ state: 'failed', trouble: 'not-writable' });
  });
});
