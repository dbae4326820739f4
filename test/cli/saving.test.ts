import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { savedAs } from '../fakes/recording-files.ts';
import { completed, json, running } from '../fakes/scripted-http.ts';
import { addGateway } from '../fakes/whole-app.ts';
import { aTask } from './fake-app.ts';
import { until, withRunningApp } from './harness.ts';
import { commandLine } from './whole-command-line.ts';

const withReadyTask = async () => {
  const { line, whole } = await commandLine();
  await addGateway(whole);
  whole.http.answer('task_1', completed('task_1'));
  whole.app.tasks.watch('task_1', null, 'window');
  await whole.clock.advance(5_000);
  return { line, whole };
};

describe('a folder that cannot be written to', () => {
  it.each([
    ['no-folder', 'The folder /root/x is not there, so nothing was saved.'],
    ['not-writable', 'The folder /root/x cannot be written to, so nothing was saved.'],
  ] as const)('(%s) is told at once by save, and nothing waits for it', async (trouble, sentence) => {
    const { line, whole } = await withReadyTask();
    whole.files.useless.set('/root/x', trouble);
    expect(await line.run('save', 'task_1', '--to', '/root/x')).toBe(1);
    expect(line.err).toBe(`taskbell: ${sentence}\n`);
    expect(whole.files.jobs).toEqual([]);
    expect(whole.onlyTask().save).toBeNull();
  });

  it('is told as well where it is that of the settings', async () => {
    const { line, whole } = await withReadyTask();
    whole.files.useless.set(whole.app.results.settings().folder, 'not-writable');
    expect(await line.run('save', 'task_1')).toBe(1);
    expect(line.err).toContain('/home/ada/Downloads/Taskbell cannot be written to');
  });

  it('is told by wait before it waits', async () => {
    const { line, whole } = await commandLine();
    await addGateway(whole);
    whole.http.answer('task_1', running('task_1', 0.5));
    whole.app.tasks.watch('task_1', null, 'window');
    whole.files.useless.set('/root/x', 'not-writable');
    expect(await line.run('wait', 'task_1', '--save', '/root/x')).toBe(1);
    expect(line.err).toContain('The folder /root/x cannot be written to');
  });

  it('is told too when that shows only while the video comes, and nothing is tried again', async () => {
    const { line, whole } = await withReadyTask();
    const saving = line.run('save', 'task_1', '--to', '/mnt/stick');
    await begun(whole.files.jobs);
    whole.files.finish(0, { ok: false, trouble: { trouble: 'no-folder', retryAfterMs: null } });
    expect(await until(whole.clock, saving, 1_000)).toBe(1);
    expect(line.err).toContain('The folder /mnt/stick is not there');
    await whole.clock.advance(600_000);
    expect(whole.files.jobs).toHaveLength(1);
    await line.run('show', 'task_1');
    expect(line.out).toContain('Save again saves into the folder of the settings.');
  });
});

/** Resolves once a file is being fetched. */
const begun = async (jobs: readonly unknown[], count = 1): Promise<void> => {
  while (jobs.length < count) await new Promise((resolve) => setImmediate(resolve));
};

it.each([
  [
    'failed',
    { status: 'failed', error: { code: 'x', message: 'No.' } },
    'This task failed, so there is no video',
  ],
  ['cancelled', { status: 'cancelled' }, 'This task was cancelled, so there is no video'],
])('a task that %s says so when it is to be saved', async (_phase, answer, sentence) => {
  const { line, whole } = await commandLine();
  await addGateway(whole);
  whole.http.answer('task_1', json({ id: 'task_1', ...answer }));
  whole.app.tasks.watch('task_1', null, 'window');
  await whole.clock.advance(5_000);
  expect(await line.run('save', 'task_1')).toBe(1);
  expect(line.err).toBe(`taskbell: ${sentence} to save.\n`);
});

describe('a folder in quotes that begins with ~', () => {
  it('is in the home folder', async () => {
    const line = await withRunningApp();
    line.app.tasks = [aTask({ phase: 'succeeded', title: 'Boat' })];
    await line.run('save', '3f2a', '--to', '~/Videos');
    expect(line.out).toBe(`${join(homedir(), 'Videos', 'Boat.mp4')}\n`);
    await line.run('wait', '3f2a', '--save', '~');
    expect(line.out).toContain(`${join(homedir(), 'Boat.mp4')}\n`);
  });
});

it('a video is saved into the folder that is named, and once', async () => {
  const { line, whole } = await withReadyTask();
  const saving = line.run('save', 'task_1', '--to', '/videos');
  await begun(whole.files.jobs);
  whole.files.finish(0, savedAs('/videos/Boat.mp4'));
  expect(await until(whole.clock, saving, 100)).toBe(0);
  for (const command of [
    ['save', 'task_1', '--to', '/videos'],
    ['save', 'task_1', '--to', '/videos/'],
    ['save', 'task_1'],
  ]) {
    expect(await line.run(...command)).toBe(0);
    expect(line.out).toBe('/videos/Boat.mp4\n');
  }
  expect(await line.run('wait', 'task_1', '--save', '/videos')).toBe(0);
  expect(line.out).toContain('\n/videos/Boat.mp4\n');
  expect(whole.files.jobs).toHaveLength(1);
});

it.each([
  ['its file is gone', '/videos', (there: Set<string>) => there.clear()],
  ['another folder is named', '/elsewhere', () => undefined],
])('a video is saved again when %s', async (_when, folder, change) => {
  const { line, whole } = await withReadyTask();
  const first = line.run('save', 'task_1', '--to', '/videos');
  await begun(whole.files.jobs);
  whole.files.finish(0, savedAs('/videos/Boat.mp4'));
  await until(whole.clock, first, 100);
  change(whole.files.there);
  const second = line.run('save', 'task_1', '--to', folder);
  await begun(whole.files.jobs, 2);
  whole.files.finish(1, savedAs(`${folder}/Boat.mp4`));
  expect(await until(whole.clock, second, 100)).toBe(0);
  expect(line.out).toBe(`${folder}/Boat.mp4\n`);
});

it('a saved video that no program opens is said to stand in what show prints', async () => {
  const { line, whole } = await withReadyTask();
  const { id } = whole.onlyTask();
  whole.app.results.save(id, null);
  await whole.clock.advance(0);
  whole.files.finish(0, savedAs('/videos/boat.mp4'));
  await whole.clock.advance(0);
  whole.files.hasPrograms = false;
  expect(await line.run('open', 'task_1')).toBe(1);
  expect(line.err).toBe(
    `taskbell: No program of this computer opened the video. "taskbell show ${id}" says where it is.\n`,
  );
  await line.run('show', id);
  expect(line.out).toContain('/videos/boat.mp4');
});
