import { describe, expect, it } from 'vitest';
import { isFinalPhase, type Phase } from '../../electron/shared/task.ts';
import { aTask } from './fake-app.ts';
import { type CommandLine, withRunningApp } from './harness.ts';

const allWaiting = (line: CommandLine) => expect.poll(() => line.app.waiters, { interval: 1 }).toBe(1);

describe('wait', () => {
  it.each(Object.keys(isFinalPhase).filter((phase): phase is Phase => isFinalPhase[phase as Phase]))(
    'ends when a task is %s, with 0 only for succeeded',
    async (phase) => {
      const line = await withRunningApp();
      line.app.tasks = [aTask()];
      const code = line.run('wait', '3f2a');
      await allWaiting(line);
      line.app.tell('3f2a9c10d4', { phase });
      expect(await code).toBe(phase === 'succeeded' ? 0 : 1);
      expect(line.out).toMatch(/^3f2a9c10d4 {2}\w+ {2}A paper boat in the rain\n$/);
      expect(line.clock.pending()).toBe(0);
    },
  );

  it('waits for all of the tasks and exits 1 when one did not succeed', async () => {
    const line = await withRunningApp();
    line.app.tasks = [aTask({ id: 'a' }), aTask({ id: 'b', remoteId: 'rb' })];
    const code = line.run('wait', 'a', 'rb', '--timeout', '60');
    await allWaiting(line);
    line.app.tell('a', { phase: 'failed' });
    expect(line.app.waiters).toBe(1);
    line.app.tell('b', { phase: 'succeeded' });
    expect(await code).toBe(1);
    expect(line.out.split('\n')).toHaveLength(3);
  });

  it('exits 0 at once when all have succeeded already', async () => {
    const line = await withRunningApp();
    line.app.tasks = [aTask({ phase: 'succeeded' })];
    expect(await line.run('wait', '3f2a')).toBe(0);
  });

  it('exits 3 after the time-out and leaves the app', async () => {
    const line = await withRunningApp();
    line.app.tasks = [aTask()];
    const left = line.app.waiterLeft();
    const code = line.run('wait', '3f2a', '--timeout', '2.5');
    await allWaiting(line);
    await line.clock.advance(2_499);
    expect(line.app.waiters).toBe(1);
    await line.clock.advance(1);
    expect(await code).toBe(3);
    expect(line.err).toBe('taskbell: Not all tasks had ended after 2.5 s. They are still watched.\n');
    expect(line.out).toBe('');
    await left;
  });

  it('has no time-out of its own', async () => {
    const line = await withRunningApp();
    line.app.tasks = [aTask()];
    const code = line.run('wait', '3f2a');
    await allWaiting(line);
    await line.clock.advance(7 * 24 * 3_600_000);
    line.app.tell('3f2a9c10d4', { phase: 'succeeded' });
    expect(await code).toBe(0);
  });

  it('exits 2 for an id that is not watched', async () => {
    const line = await withRunningApp();
    expect(await line.run('wait', 'nothing')).toBe(2);
  });

  it('exits 1 and says so when the app quits meanwhile', async () => {
    const line = await withRunningApp();
    line.app.tasks = [aTask()];
    const code = line.run('wait', '3f2a');
    await allWaiting(line);
    await line.app.close();
    expect(await code).toBe(1);
    expect(line.err).toBe('taskbell: Taskbell stopped before it answered.\n');
  });
});
