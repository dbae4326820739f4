import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failed } from '../electron/shared/result.ts';
import type { SavedKind } from '../electron/shared/saving.ts';
import { createManualClock } from './fakes/manual-clock.ts';
import { savedAs } from './fakes/recording-files.ts';
import { createScriptedHttp, json, running } from './fakes/scripted-http.ts';
import { addGateway, startWholeApp, type Surroundings, type WholeApp } from './fakes/whole-app.ts';

const minuteMs = 60_000;
const cdn = 'https://cdn.example.com';

const choose = ({ app }: WholeApp, kinds: readonly SavedKind[], on = true): void =>
  void app.results.configure({ ...app.results.settings(), on, kinds, folder: '/videos' });

const completed = (id: string, given: object = {}) =>
  json({
    id,
    status: 'completed',
    video_url: `${cdn}/${id}.mp4`,
    thumbnail_url: `${cdn}/${id}.webp`,
    gif_url: `${cdn}/${id}.gif`,
    ...given,
  });

const becomeReady = async (whole: WholeApp, id: string, answer = completed(id)): Promise<void> => {
  whole.http.answer(id, running(id, 0.5));
  whole.app.tasks.watch(id, null, 'window');
  await whole.clock.advance(5000);
  whole.http.answer(id, answer);
  whole.app.tasks.check(whole.app.view().tasks.map((task) => task.id));
  await whole.clock.advance(2000);
};

const start = async (kinds: readonly SavedKind[], surroundings: Surroundings = {}): Promise<WholeApp> => {
  const whole = startWholeApp(surroundings);
  await addGateway(whole);
  choose(whole, kinds);
  return whole;
};

const startReady = async (kinds: readonly SavedKind[]): Promise<WholeApp> => {
  const whole = await start(kinds);
  await becomeReady(whole, 'task_1');
  return whole;
};

const asked = ({ files }: WholeApp): readonly string[] =>
  files.jobs.map(({ link }) => link.url.replace(`${cdn}/`, ''));

const finish = async (whole: WholeApp, name: string, outcome = savedAs(`/videos/${name}`)): Promise<void> => {
  whole.files.finish(asked(whole).lastIndexOf(name), outcome);
  await whole.clock.advance(0);
};

const fail = failed({ trouble: 'not-a-video', retryAfterMs: null } as const);
const noAnswer = failed({ trouble: 'unreachable', retryAfterMs: null } as const);

describe('what is saved', () => {
  it('is the video alone until the user chooses more', async () => {
    const whole = startWholeApp();
    await addGateway(whole);
    expect(whole.app.results.settings().kinds).toEqual(['video']);
    await whole.app.results.configure({ ...whole.app.results.settings(), on: true });
    await becomeReady(whole, 'task_1');
    expect(asked(whole)).toEqual(['task_1.mp4']);
    expect(whole.onlyTask().otherSaves).toEqual([]);
  });

  it('is each kind that is chosen and that the gateway gives, in a part of its own', async () => {
    const whole = await startReady(['video', 'thumbnail', 'gif']);
    await finish(whole, 'task_1.webp');
    expect(asked(whole)).toEqual(['task_1.mp4', 'task_1.webp', 'task_1.gif']);
    expect(new Set(whole.files.jobs.map(({ name }) => name)).size).toBe(1);
    expect(new Set(whole.files.jobs.map(({ partName }) => partName)).size).toBe(3);
    expect(whole.onlyTask()).toMatchObject({
      save: { state: 'saving' },
      otherSaves: [
        { kind: 'thumbnail', state: 'saved', path: '/videos/task_1.webp' },
        { kind: 'gif', state: 'saving' },
      ],
    });
  });

  it('can leave the video out, which can still be saved by hand', async () => {
    const whole = await startReady(['thumbnail']);
    expect(asked(whole)).toEqual(['task_1.webp']);
    expect(whole.onlyTask().save).toBeNull();
    whole.app.results.save(whole.onlyTask().id, null);
    await whole.clock.advance(0);
    expect(asked(whole)).toEqual(['task_1.webp', 'task_1.mp4']);
  });

  it('has to be something', async () => {
    const { app } = await start(['video']);
    expect(await app.results.configure({ ...app.results.settings(), kinds: [] })).toEqual(failed('no-kinds'));
  });

  it.each<readonly SavedKind[]>([['video', 'gif'], ['gif'], ['video']])(
    'is a GIF that is all there is, once and as the result itself, with %s %s',
    async (...kinds) => {
      const whole = await start(kinds);
      await becomeReady(whole, 'task_1', completed('task_1', { video_url: null }));
      expect(asked(whole)).toEqual(['task_1.gif']);
      expect(whole.onlyTask()).toMatchObject({ save: { state: 'saving' }, otherSaves: [] });
    },
  );

  it('does not grow by what was ready before more was chosen', async () => {
    const whole = await startReady(['video']);
    await finish(whole, 'task_1.mp4');
    await whole.clock.advance(minuteMs);
    choose(whole, ['video', 'thumbnail']);
    await becomeReady(whole, 'task_2');
    await whole.clock.advance(60 * minuteMs);
    expect(asked(whole)).toEqual(['task_1.mp4', 'task_2.mp4', 'task_2.webp']);
  });

  it('is of the same kinds where a gateway’s results are always saved', async () => {
    const whole = await start(['video', 'thumbnail']);
    choose(whole, ['video', 'thumbnail'], false);
    const [gateway] = whole.app.view().gateways;
    if (gateway) await whole.app.gateways.update(gateway.id, { ...gateway, key: null, saving: 'always' });
    await becomeReady(whole, 'task_1');
    expect(asked(whole)).toEqual(['task_1.mp4', 'task_1.webp']);
  });

  it('comes along when one task is saved by hand, also where nothing is saved by itself', async () => {
    const whole = await start(['video', 'thumbnail']);
    choose(whole, ['video', 'thumbnail'], false);
    await becomeReady(whole, 'task_1');
    expect(asked(whole)).toEqual([]);
    whole.app.results.save(whole.onlyTask().id, '/elsewhere');
    await whole.clock.advance(0);
    expect(asked(whole)).toEqual(['task_1.mp4', 'task_1.webp']);
    expect(whole.files.jobs.map(({ folder }) => folder)).toEqual(['/elsewhere', '/elsewhere']);
  });
});

describe('a file beside the video', () => {
  it('that fails leaves the video’s save as it is, and nobody is told that the video was not saved', async () => {
    const whole = await startReady(['video', 'thumbnail']);
    await finish(whole, 'task_1.mp4');
    await finish(whole, 'task_1.webp', fail);
    await whole.clock.advance(minuteMs);
    expect(whole.onlyTask()).toMatchObject({
      save: { state: 'saved', trouble: null },
      otherSaves: [{ kind: 'thumbnail', state: 'failed', trouble: 'not-a-video' }],
    });
    expect(whole.desktop.notices.map(({ title }) => title)).toEqual(['Video ready', 'Video saved']);
  });

  it('that is saved before the video says nothing of the video', async () => {
    const whole = await startReady(['video', 'thumbnail']);
    await finish(whole, 'task_1.webp');
    await whole.clock.advance(minuteMs);
    expect(whole.desktop.notices.map(({ title }) => title)).toEqual(['Video ready']);
    const kinds = whole.app.tasks.history(whole.onlyTask().id).map(({ kind }) => kind);
    expect(kinds).not.toContain('taken');
    expect(await whole.app.results.savedFile(whole.onlyTask().id)).toBeNull();
  });

  it('holds up no video, however long it takes', async () => {
    const whole = await startReady(['video', 'thumbnail', 'gif']);
    await becomeReady(whole, 'task_2');
    expect(asked(whole)).toEqual(['task_1.mp4', 'task_1.webp', 'task_2.mp4']);
    await finish(whole, 'task_1.mp4');
    await finish(whole, 'task_1.webp');
    expect(asked(whole).slice(3)).toEqual(['task_1.gif']);
  });

  it('is tried again by itself, and begun again with the video’s folder when the user asks', async () => {
    const whole = await startReady(['video', 'thumbnail']);
    await finish(whole, 'task_1.webp', noAnswer);
    expect(whole.onlyTask().otherSaves).toMatchObject([{ state: 'waiting', trouble: 'unreachable' }]);
    await whole.clock.advance(minuteMs);
    expect(asked(whole)).toEqual(['task_1.mp4', 'task_1.webp', 'task_1.webp']);
    await finish(whole, 'task_1.webp', fail);
    await finish(whole, 'task_1.mp4', fail);
    whole.app.results.save(whole.onlyTask().id, null);
    await whole.clock.advance(0);
    expect(asked(whole).slice(3).sort()).toEqual(['task_1.mp4', 'task_1.webp']);
  });

  it('that failed is begun again alone once the video is saved', async () => {
    const whole = await startReady(['video', 'thumbnail']);
    await finish(whole, 'task_1.mp4');
    await finish(whole, 'task_1.webp', fail);
    whole.app.results.saveOthers(whole.onlyTask().id);
    await whole.clock.advance(0);
    expect(asked(whole)).toEqual(['task_1.mp4', 'task_1.webp', 'task_1.webp']);
    await finish(whole, 'task_1.webp');
    whole.app.results.saveOthers(whole.onlyTask().id);
    await whole.clock.advance(0);
    expect(asked(whole)).toHaveLength(3);
    expect(whole.onlyTask().otherSaves).toMatchObject([{ state: 'saved', path: '/videos/task_1.webp' }]);
  });

  it('that is there stays when the video is saved again', async () => {
    const whole = await startReady(['video', 'thumbnail']);
    await finish(whole, 'task_1.webp');
    await finish(whole, 'task_1.mp4', fail);
    whole.app.results.save(whole.onlyTask().id, null);
    await whole.clock.advance(0);
    expect(asked(whole)).toEqual(['task_1.mp4', 'task_1.webp', 'task_1.mp4']);
  });

  it('is stopped with the video', async () => {
    const whole = await startReady(['video', 'thumbnail', 'gif']);
    expect(whole.app.results.stopSaving(whole.onlyTask().id)).toBe(true);
    await whole.clock.advance(minuteMs);
    expect(whole.files.stopped).toHaveLength(2);
    expect(whole.files.discarded).toHaveLength(3);
    expect(whole.onlyTask().otherSaves.map(({ trouble }) => trouble)).toEqual(['stopped', 'stopped']);
    expect(whole.app.results.stopSaving(whole.onlyTask().id)).toBe(false);
  });

  it('goes with its task, and is begun again when that is restored', async () => {
    const whole = await startReady(['video', 'thumbnail', 'gif']);
    const { id } = whole.onlyTask();
    await finish(whole, 'task_1.mp4');
    await finish(whole, 'task_1.webp');
    whole.app.tasks.remove([id]);
    await whole.clock.advance(0);
    expect(whole.files.discarded).toEqual([
      whole.files.jobs.find(({ link }) => link.kind === 'gif')?.partName,
    ]);
    whole.app.tasks.restore([id]);
    await whole.clock.advance(1000);
    expect(asked(whole)).toEqual(['task_1.mp4', 'task_1.webp', 'task_1.gif', 'task_1.gif']);
    expect(whole.onlyTask()).toMatchObject({
      save: { state: 'saved' },
      otherSaves: [{ state: 'saved' }, { state: 'saving' }],
    });
  });

  it('goes on after the app was killed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'taskbell-saving-'));
    const shared = { file: join(folder, 'a.sqlite'), clock: createManualClock(), http: createScriptedHttp() };
    const before = await start(['video', 'thumbnail'], shared);
    await becomeReady(before, 'task_1');
    await finish(before, 'task_1.mp4');
    before.files.jobs[1]?.onBegun({ validator: '"v1"', totalBytes: 1000 });
    const after = startWholeApp(shared);
    await after.clock.advance(1000);
    expect(after.files.jobs).toMatchObject([
      { link: { kind: 'thumbnail' }, partName: before.files.jobs[1]?.partName, validator: '"v1"' },
    ]);
    expect(after.onlyTask()).toMatchObject({ save: { state: 'saved' }, otherSaves: [{ state: 'saving' }] });
    rmSync(folder, { recursive: true });
  });
});
