import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aTask } from './fake-app.ts';
import { withRunningApp } from './harness.ts';

const ready = aTask({ phase: 'succeeded', title: 'Boat' });

describe('save', () => {
  it('prints where the file is', async () => {
    const line = await withRunningApp();
    line.app.tasks = [ready];
    expect(await line.run('save', '3f2a')).toBe(0);
    expect(line.out).toBe('/home/ada/Downloads/Taskbell/Boat.mp4\n');
  });

  it('takes a folder as seen from where it is called', async () => {
    const line = await withRunningApp();
    line.app.tasks = [ready];
    expect(await line.run('save', '3f2a', '--to', 'videos')).toBe(0);
    expect(line.out).toBe(`${resolve('videos')}/Boat.mp4\n`);
  });

  it('stops a save, and takes no folder for that', async () => {
    const line = await withRunningApp();
    line.app.tasks = [ready];
    expect(await line.run('save', '3f2a', '--stop')).toBe(0);
    expect(line.app.stoppedSaves).toEqual(['3f2a']);
    expect(line.out).toContain('No longer saving: ');
    expect(await line.run('save', '3f2a', '--stop', '--to', 'videos')).toBe(2);
    expect(await line.run('save', '3f2a', '--stop', '--timeout', '5')).toBe(2);
    expect(await line.run('save', '3f2a', '--timeout', 'soon')).toBe(2);
  });

  it('exits 1 and says why when nothing was saved', async () => {
    const line = await withRunningApp();
    line.app.tasks = [aTask()];
    expect(await line.run('save', '3f2a')).toBe(1);
    expect(line.err).toBe('taskbell: It is not ready.\n');
  });
});

it('wait saves what has succeeded, and only that', async () => {
  const line = await withRunningApp();
  line.app.tasks = [
    { ...ready, id: 'a', remoteId: 'ra' },
    { ...ready, id: 'b', remoteId: 'rb', phase: 'failed' },
  ];
  expect(await line.run('wait', 'a', 'b', '--save', '/videos')).toBe(1);
  expect(line.out.trim().split('\n').slice(2)).toEqual(['/videos/Boat.mp4']);
});

it('wait prints each file that was saved and names the task of each that was not', async () => {
  const line = await withRunningApp();
  line.app.tasks = ['a', 'b', 'c'].map((id) => ({ ...ready, id, remoteId: `r${id}`, title: `Boat ${id}` }));
  line.app.unsaved.set('b', 'The server no longer has this file.');
  expect(await line.run('wait', 'a', 'b', 'c', '--save', '/videos')).toBe(1);
  expect(line.out.trim().split('\n').slice(3).sort()).toEqual(['/videos/Boat a.mp4', '/videos/Boat c.mp4']);
  expect(line.err).toBe('taskbell: Boat b (b): The server no longer has this file.\n');
});

it('open asks the app to open the task', async () => {
  const line = await withRunningApp();
  line.app.tasks = [ready];
  expect(await line.run('open', '3f2a')).toBe(0);
  expect(line.app.openedTasks).toEqual(['3f2a']);
});
