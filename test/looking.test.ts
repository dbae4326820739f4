import { describe, expect, it } from 'vitest';
import { failed } from '../electron/shared/result.ts';
import { film } from './fakes/memory-pictures.ts';
import { savedAs } from './fakes/recording-files.ts';
import { json } from './fakes/scripted-http.ts';
import { addGateway, startWholeApp, type WholeApp } from './fakes/whole-app.ts';

const link = 'https://cdn.example.com/task_1.mp4';
const thumbnail = 'https://pictures.example.net/task_1.webp';
const path = '/videos/A paper boat.mp4';
const jpeg = new Uint8Array([0xff, 0xd8, 0xff]);
const minuteMs = 60_000;

const completed = (url = link) =>
  json({
    id: 'task_1',
    status: 'completed',
    video_url: url,
    thumbnail_url: thumbnail,
    detail: { input: { prompt: 'A paper boat' } },
  });

const start = async (): Promise<WholeApp> => {
  const whole = startWholeApp();
  await addGateway(whole);
  whole.http.answer('task_1', completed());
  whole.app.tasks.watch('task_1', null, 'window');
  await whole.clock.advance(5000);
  return whole;
};

const save = async (whole: WholeApp): Promise<void> => {
  whole.app.results.save(whole.onlyTask().id, '/videos');
  await whole.clock.advance(1000);
  whole.files.finish(0, savedAs(path));
  await whole.clock.advance(1000);
};

describe('a result that is looked at', () => {
  it('is streamed only after the user has played it, and no longer than its task is listed', async () => {
    const whole = await start();
    const { id } = whole.onlyTask();
    const { looking, tasks } = whole.app;
    whole.desktop.pictures.media.set(link, film);
    expect(await looking.shown(id)).toBeNull();
    expect(whole.desktop.pictures.asked).toEqual([]);
    expect(await looking.play(id)).toEqual({ ok: true, value: 'video' });
    expect(await looking.shown(id)).toMatchObject({ place: { at: 'link', source: { keyHeaders: {} } } });
    tasks.remove([id]);
    expect(await looking.shown(id)).toBeNull();
    expect(await looking.play(id)).toEqual(failed('not-ready'));
    tasks.restore([id]);
    expect(await looking.shown(id)).toBeNull();
  });

  it('comes from the saved file as long as that is there', async () => {
    const whole = await start();
    const { id } = whole.onlyTask();
    await save(whole);
    whole.desktop.pictures.media.set(link, film).set(path, film);
    await whole.app.looking.play(id);
    expect(await whole.app.looking.shown(id)).toMatchObject({ place: { at: 'file', path } });
    whole.files.there.delete(path);
    expect(await whole.app.looking.shown(id)).toMatchObject({ place: { at: 'link' } });
  });

  it('is had from another link when the first leads nowhere and the gateway gives one', async () => {
    const whole = await start();
    const { id } = whole.onlyTask();
    const other = 'https://cdn.example.com/anew.mp4';
    whole.desktop.pictures.media.set(other, film);
    whole.http.answer('task_1', completed(other));
    const played = whole.app.looking.play(id);
    await whole.clock.advance(5000);
    expect(await played).toEqual({ ok: true, value: 'video' });
    expect(whole.desktop.pictures.asked).toEqual([link, other]);
  });

  it('says why it cannot be shown', async () => {
    const whole = await start();
    const { id } = whole.onlyTask();
    whole.desktop.pictures.media.set(link, failed('unsafe-address'));
    expect(await whole.app.looking.play(id)).toEqual(failed('not-safe'));
    expect(await whole.app.looking.play('no-such-task')).toEqual(failed('not-ready'));
  });
});

describe('small pictures', () => {
  it('ask no host unless the user has chosen that', async () => {
    const whole = await start();
    const { id } = whole.onlyTask();
    const { pictures } = whole.desktop;
    pictures.drawable.set(thumbnail, jpeg);
    expect(whole.app.view().status.pictures).toBe('saved');
    expect(await whole.app.looking.picture(id)).toBeNull();
    expect(pictures.asked).toEqual([]);
    whole.app.looking.choosePictures('all');
    expect(await whole.app.looking.picture(id)).toBe(jpeg);
    expect(await whole.app.looking.picture(id)).toBe(jpeg);
    expect(pictures.asked).toEqual([thumbnail]);
  });

  it('are made of the saved file, also where the link brings none', async () => {
    const whole = await start();
    const { id } = whole.onlyTask();
    const { pictures } = whole.desktop;
    await save(whole);
    pictures.drawable.set(path, jpeg);
    whole.app.looking.choosePictures('all');
    expect(await whole.app.looking.picture(id)).toBe(jpeg);
    expect(pictures.asked).toEqual([thumbnail, path]);
  });

  it('that cannot be had are not asked for again for a while', async () => {
    const whole = await start();
    const { id } = whole.onlyTask();
    const { pictures } = whole.desktop;
    whole.app.looking.choosePictures('all');
    await whole.app.looking.picture(id);
    await whole.app.looking.picture(id);
    expect(pictures.asked).toEqual([thumbnail]);
    await whole.clock.advance(11 * minuteMs);
    await whole.app.looking.picture(id);
    expect(pictures.asked).toEqual([thumbnail, thumbnail]);
  });

  it('go with their task, and all of them once none are wanted', async () => {
    const whole = await start();
    const { id } = whole.onlyTask();
    const { pictures } = whole.desktop;
    pictures.drawable.set(thumbnail, jpeg);
    whole.app.looking.choosePictures('all');
    await whole.app.looking.picture(id);
    whole.app.tasks.remove([id]);
    expect(pictures.kept.size).toBe(0);
    whole.app.tasks.restore([id]);
    await whole.app.looking.picture(id);
    expect(pictures.kept.size).toBe(1);
    whole.app.looking.choosePictures('none');
    expect(pictures.kept.size).toBe(0);
    expect(await whole.app.looking.picture(id)).toBeNull();
    expect(whole.app.view().status.pictures).toBe('none');
  });
});

describe('the saved file', () => {
  it('is copied and dragged as long as it is there', async () => {
    const whole = await start();
    const { id } = whole.onlyTask();
    const { results } = whole.app;
    expect(await results.copyFile(id)).toEqual(failed('not-saved'));
    await save(whole);
    expect(await results.copyFile(id)).toMatchObject({ ok: true });
    expect(await results.dragFile(id)).toMatchObject({ ok: true });
    expect(whole.desktop.clipboardFile).toBe(path);
    expect(whole.desktop.dragged).toEqual([path]);
    whole.files.there.delete(path);
    expect(await results.copyFile(id)).toEqual(failed('file-gone'));
    expect(await results.dragFile(id)).toEqual(failed('file-gone'));
  });
});
