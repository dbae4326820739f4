import { describe, expect, it } from 'vitest';
import { createControlHandlers } from '../electron/cli/control-handlers.ts';
import type { TaskStore } from '../electron/core/store-ports.ts';
import { StoreFailure } from '../electron/core/store-failure.ts';
import { controlDependencies } from './fakes/control-dependencies.ts';
import { completed, running } from './fakes/scripted-http.ts';
import { addGateway, startWholeApp, type WholeApp } from './fakes/whole-app.ts';

const minuteMs = 60_000;
const sentence = 'The watchlist could not be saved: disk full.';

/** The app with one task that has ended and was not looked at, on a disk that can be full. */
const start = async () => {
  const disk = { full: false };
  const unlessFull = <Value>(value: () => Value): Value => {
    if (disk.full) throw new StoreFailure(sentence);
    return value();
  };
  const onDisk = (real: TaskStore): TaskStore => ({
    ...real,
    addTasks: (tasks) => unlessFull(() => real.addTasks(tasks)),
    markSeen: (taskIds, at) => unlessFull(() => real.markSeen(taskIds, at)),
    removeTasks: (taskIds, at) => unlessFull(() => real.removeTasks(taskIds, at)),
    saveSetting: (name, value) => unlessFull(() => real.saveSetting(name, value)),
    untold: () => unlessFull(() => real.untold()),
  });
  const whole = startWholeApp({ store: onDisk });
  await addGateway(whole);
  whole.http.answer('task_1', running('task_1', 0.5));
  whole.app.tasks.watch('task_1', null, 'window');
  await whole.clock.advance(minuteMs);
  return { whole, disk };
};

const end = async (whole: WholeApp): Promise<void> => {
  whole.http.answer('task_1', completed('task_1'));
  await whole.clock.advance(minuteMs);
};

const storeTrouble = ({ app }: WholeApp): string | null => app.view().status.storeTrouble;

describe('while the disk is full', () => {
  it('a click on a notification opens the task all the same, and it stays new', async () => {
    const { whole, disk } = await start();
    await end(whole);
    disk.full = true;
    whole.desktop.clickNotice(0);
    expect(whole.desktop.opened).toEqual([{ to: 'task', taskId: whole.onlyTask().id }]);
    expect(whole.onlyTask().seen).toBe(false);
    expect(storeTrouble(whole)).toBe(sentence);
  });

  it('the tray says why it could not add what is on the clipboard', async () => {
    const { whole, disk } = await start();
    disk.full = true;
    whole.desktop.clipboard = 'task_2';
    whole.desktop.chooseInTray({ do: 'watch-clipboard' });
    await whole.clock.advance(1_000);
    expect(whole.desktop.notices.at(-1)?.body).toBe(sentence);
    expect(whole.onlyTask().remoteId).toBe('task_1');
  });

  it('pausing counts at once, and the tray says that it was not saved', async () => {
    const { whole, disk } = await start();
    disk.full = true;
    whole.desktop.chooseInTray({ do: 'pause', choice: 'until-resumed' });
    await whole.clock.advance(10 * minuteMs);
    expect(whole.app.view().status).toMatchObject({ paused: true, storeTrouble: sentence });
    expect(whole.desktop.notices.at(-1)?.body).toBe(sentence);
    const asked = whole.http.requests.length;
    await whole.clock.advance(10 * minuteMs);
    expect(whole.http.requests).toHaveLength(asked);
  });

  it('a task that could not be removed is still watched', async () => {
    const { whole, disk } = await start();
    disk.full = true;
    expect(() => whole.app.tasks.remove([whole.onlyTask().id])).toThrow(sentence);
    disk.full = false;
    await end(whole);
    expect(whole.onlyTask().phase).toBe('succeeded');
  });

  it('an ending that could not be read from the ledger is told once that works again', async () => {
    const { whole, disk } = await start();
    disk.full = true;
    await end(whole);
    expect(whole.desktop.notices).toEqual([]);
    disk.full = false;
    await whole.clock.advance(2 * minuteMs);
    expect(whole.desktop.notices).toHaveLength(1);
  });

  it('a command that adds tasks fails with the sentence, and the next write takes it back', async () => {
    const { whole, disk } = await start();
    const handlers = createControlHandlers(controlDependencies(whole.app, whole.clock));
    const watch = async () =>
      handlers['task.watch'](
        { refs: ['task_2'], gateway: null, addGateway: null, allowPlainHttp: false },
        new AbortController().signal,
      );
    disk.full = true;
    await expect(watch()).rejects.toThrow(sentence);
    expect(storeTrouble(whole)).toBe(sentence);
    disk.full = false;
    expect(await watch()).toMatchObject({ ok: true });
    expect(storeTrouble(whole)).toBeNull();
  });
});
