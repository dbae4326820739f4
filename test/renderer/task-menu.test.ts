import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TaskEntry } from '../../electron/shared/watchlist-view.ts';
import { taskMenuItems } from '../../renderer/task-menu.ts';
import { WindowState } from '../../renderer/window-state.svelte.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { sampleNow, taskEntry, viewOf } from './view-samples.ts';

const link = {
  kind: 'video',
  url: 'https://cdn.example.com/boat.mp4',
  expiresAt: null,
  needsKey: false,
} as const;
const ready = (more: Partial<TaskEntry> = {}): TaskEntry =>
  taskEntry({ id: 'boat', phase: 'succeeded', links: [link], ...more });
const save = { trouble: null, bytes: 10, totalBytes: 100, path: null, retryAt: null } as const;

const shellOf = async (...tasks: readonly TaskEntry[]) => {
  const bridge = new FakeBridge(viewOf({ tasks: [...tasks] }));
  const shell = new WindowState(bridge);
  shell.watchlist.start();
  await vi.advanceTimersByTimeAsync(0);
  return { bridge, shell };
};

const namesFor = async (task: TaskEntry): Promise<readonly string[]> => {
  const { shell } = await shellOf(task);
  shell.menuIdsAt(task.id);
  return taskMenuItems(shell).map(({ name }) => name);
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the menu of one task', () => {
  it('offers no video where there is none', async () => {
    expect(await namesFor(taskEntry({ id: 'boat', phase: 'running', links: [] }))).toEqual([
      'open',
      'check',
      'copy-id',
      'mute',
      'remove',
    ]);
  });

  it.each([
    ['is not saved', null, ['save']],
    ['is being saved', { ...save, state: 'saving' }, ['stop-saving']],
    ['waits to be saved', { ...save, state: 'waiting' }, ['stop-saving']],
    ['could not be saved', { ...save, state: 'failed', trouble: 'gone' }, ['save']],
    ['is saved', { ...save, state: 'saved', path: '/videos/boat.mp4' }, ['show-in-folder', 'copy-file']],
  ] as const)('of a video that %s offers what comes next', async (_how, saved, offered) => {
    expect(await namesFor(ready({ save: saved }))).toEqual([
      'open',
      'check',
      'video',
      'copy-link',
      ...offered,
      'copy-id',
      'mute',
      'remove',
    ]);
  });

  it.each([
    ['is not https', { url: 'http://127.0.0.1:8080/boat.mp4' }],
    ['needs the key', { needsKey: true }],
  ])('leaves Open video out where the link %s, until the video is saved', async (_how, how) => {
    const links = [{ ...link, ...how }];
    expect(await namesFor(ready({ links }))).toEqual([
      'open',
      'check',
      'copy-link',
      'save',
      'copy-id',
      'mute',
      'remove',
    ]);
    const saved = { ...save, state: 'saved', path: '/videos/boat.mp4' } as const;
    expect(await namesFor(ready({ links, save: saved }))).toContain('video');
  });

  it('offers no check of a cancelled task, which cannot change', async () => {
    expect(await namesFor(taskEntry({ id: 'boat', phase: 'cancelled', links: [] }))).toEqual([
      'open',
      'copy-id',
      'mute',
      'remove',
    ]);
  });

  it('does what it says', async () => {
    const { bridge, shell } = await shellOf(ready());
    shell.menuIdsAt('boat');
    for (const name of ['check', 'save', 'mute'] as const)
      taskMenuItems(shell)
        .find((item) => item.name === name)
        ?.run();
    await vi.advanceTimersByTimeAsync(0);
    expect(bridge.asked.map(({ channel }) => channel)).toEqual(
      expect.arrayContaining(['tasks:check', 'tasks:save', 'tasks:set-muted']),
    );
  });
});

describe('the menu of several tasks', () => {
  it.each([
    ['as many tasks as gateways are asked about', 'succeeded', 'Asking about 10 tasks', 1],
    ['that cancelled ones cannot change', 'cancelled', 'Cancelled tasks do not change any more', 0],
  ] as const)('tells %s', async (_what, phase, said, asked) => {
    const ids = Array.from({ length: 12 }, (_, at) => `task-${String(at)}`);
    const { bridge, shell } = await shellOf(...ids.map((id) => taskEntry({ id, phase })));
    shell.list.chosen.all();
    taskMenuItems(shell)
      .find(({ name }) => name === 'check')
      ?.run();
    expect(shell.toasts.shown.at(-1)?.text).toBe(said);
    expect(bridge.asked.filter(({ channel }) => channel === 'tasks:check')).toHaveLength(asked);
  });

  const three = ['first', 'second', 'third'].map((id, at) => taskEntry({ id, addedAt: sampleNow - at }));

  it('is about all that are selected when one of them is asked about', async () => {
    const { shell } = await shellOf(...three);
    shell.list.selectedId = 'first';
    shell.list.extend('next');
    expect(shell.menuIdsAt('second')).toEqual(['first', 'second']);
    expect(taskMenuItems(shell).map(({ name }) => name)).toEqual([
      'check',
      'save',
      'copy-link',
      'mute',
      'remove',
    ]);
  });

  it('is about the one that is asked about when it is not selected', async () => {
    const { shell } = await shellOf(...three);
    shell.list.selectedId = 'first';
    shell.list.extend('next');
    expect(shell.menuIdsAt('third')).toEqual(['third']);
    expect(taskMenuItems(shell).map(({ name }) => name)).toContain('open');
  });
});
