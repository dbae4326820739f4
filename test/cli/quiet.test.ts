import { describe, expect, it } from 'vitest';
import { aTask } from './fake-app.ts';
import { withRunningApp } from './harness.ts';

describe('mute', () => {
  it('stops and starts the notifications of a task', async () => {
    const line = await withRunningApp();
    line.app.tasks = [aTask()];
    expect(await line.run('mute', '3f2a')).toBe(0);
    expect(line.out).toMatch(/^No notifications of: 3f2a9c10d4/);
    expect(await line.run('mute', '3f2a', '--off')).toBe(0);
    expect(line.out).toMatch(/^Notifications again of: /);
    expect(line.app.muted).toEqual([
      ['3f2a9c10d4', true],
      ['3f2a9c10d4', false],
    ]);
    expect(await line.run('mute', 'unknown')).toBe(2);
  });
});

describe('quiet', () => {
  it('says how it is, begins and ends', async () => {
    const line = await withRunningApp();
    expect(await line.run('quiet')).toBe(0);
    expect(line.out).toBe('Notifications come as usual.\n');
    expect(await line.run('quiet', '30-minutes')).toBe(0);
    expect(line.out).toMatch(/^Quiet until .*\d\d:\d\d\.\n$/);
    expect(await line.run('quiet', 'off')).toBe(0);
    expect(line.app.quiet).toBeNull();
  });

  it('names the choices when it is given another', async () => {
    const line = await withRunningApp();
    expect(await line.run('quiet', 'please')).toBe(2);
    expect(line.err).toBe('taskbell: Choose one of these: 30-minutes, 2-hours, tomorrow, off.\n');
  });
});
