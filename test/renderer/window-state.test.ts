import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBulkActions } from '../../renderer/bulk-actions.ts';
import { WindowState } from '../../renderer/window-state.svelte.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { sampleNow, taskEntry, viewOf } from './view-samples.ts';

const tasks = ['first', 'second', 'third'].map((id, at) =>
  taskEntry({ id, remoteId: id, addedAt: sampleNow - at }),
);

const shellOf = async (view = viewOf({ tasks })) => {
  const bridge = new FakeBridge(view);
  const shell = new WindowState(bridge);
  shell.watchlist.start();
  bridge.on('window:navigate', (route) => shell.go(route));
  await vi.advanceTimersByTimeAsync(0);
  return { bridge, shell };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the selection', () => {
  it('moves within the list and stops at its ends', async () => {
    const { shell } = await shellOf();
    const path = (['next', 'next', 'last', 'next', 'previous', 'first', 'previous'] as const).map((step) => {
      shell.select(step);
      return shell.list.selectedId;
    });
    expect(path).toEqual(['first', 'second', 'third', 'third', 'second', 'first', 'first']);
  });

  it('takes an open detail along', async () => {
    const { shell } = await shellOf();
    shell.open('first');
    shell.select('next');
    expect(shell.openTask?.id).toBe('second');
  });

  it('leads to a task that the filter and the search hide', async () => {
    const { bridge, shell } = await shellOf();
    shell.list.filter = 'failed';
    shell.list.query = 'nothing';
    bridge.send('window:navigate', { to: 'task', taskId: 'second' });
    expect(shell.list).toMatchObject({ filter: 'all', query: '', selectedId: 'second' });
    expect(shell.openTask?.id).toBe('second');
  });
});

describe('a notice of many endings', () => {
  it('leads to a list of those alone, until the user wants all or one of the others', async () => {
    const { bridge, shell } = await shellOf();
    shell.page = 'settings';
    shell.list.query = 'nothing';
    bridge.send('window:navigate', { to: 'since-away', taskIds: ['third', 'first', 'gone'] });
    expect(shell.page).toBe('list');
    expect(shell.list.order).toEqual(['first', 'third']);
    expect(shell.list.counts.all).toBe(2);
    shell.list.awayIds = null;
    expect(shell.list.order).toEqual(['first', 'second', 'third']);
    bridge.send('window:navigate', { to: 'since-away', taskIds: ['first'] });
    bridge.send('window:navigate', { to: 'task', taskId: 'second' });
    expect(shell.list.order).toContain('second');
    bridge.send('window:navigate', { to: 'since-away', taskIds: ['gone'] });
    expect(shell.list.order).toEqual([]);
    shell.list.showAll();
    expect(shell.list.order).toHaveLength(3);
  });
});

describe('removing', () => {
  it('selects the row beside and can be undone for 10 s', async () => {
    const { bridge, shell } = await shellOf();
    shell.open('second');
    shell.remove(['second']);
    expect(shell).toMatchObject({ openId: null, list: { selectedId: 'third' } });
    await vi.advanceTimersByTimeAsync(9_999);
    const toast = shell.toasts.shown[0];
    expect(toast?.text).toBe('Task removed');
    if (toast) shell.toasts.act(toast);
    expect(bridge.view.tasks).toHaveLength(3);
    expect(shell.list.selectedId).toBe('second');
  });

  it('offers one undo for several removals, and none after it has gone', async () => {
    const { bridge, shell } = await shellOf();
    shell.remove(['first']);
    shell.remove(['second']);
    expect(shell.toasts.shown.map(({ text }) => text)).toEqual(['2 tasks removed']);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(shell.toasts.shown).toEqual([]);
    shell.remove(['third']);
    const toast = shell.toasts.shown[0];
    if (toast) shell.toasts.act(toast);
    expect(bridge.view.tasks.map(({ id }) => id)).toEqual(['third']);
  });
});

describe('watching', () => {
  it('can be undone, and closes what was open of it', async () => {
    const { bridge, shell } = await shellOf();
    shell.sayWatched({ added: ['second'], alreadyWatched: ['third'] });
    expect(shell.list.selectedId).toBe('second');
    shell.open('second');
    const [toast] = shell.toasts.shown;
    if (toast) shell.toasts.act(toast);
    expect(bridge.asked.at(-1)).toEqual({ channel: 'tasks:remove', args: [['second']] });
    expect(shell.openTask).toBeNull();
  });

  it('is no longer offered to be undone once it was removed', async () => {
    const { shell } = await shellOf();
    shell.sayWatched({ added: ['second'], alreadyWatched: [] });
    shell.remove(['second']);
    expect(shell.toasts.shown.map(({ text }) => text)).toEqual(['Task removed']);
  });

  it('and removing are taken back by the key, the last first', async () => {
    const { bridge, shell } = await shellOf();
    shell.sayWatched({ added: ['second'], alreadyWatched: [] });
    shell.remove(['first']);
    const undone = () => bridge.asked.at(-1);
    shell.obey('undo');
    expect(undone()).toEqual({ channel: 'tasks:restore', args: [['first']] });
    shell.obey('undo');
    expect(undone()).toEqual({ channel: 'tasks:remove', args: [['second']] });
    const asked = bridge.asked.length;
    shell.obey('undo');
    expect(bridge.asked).toHaveLength(asked);
  });

  it('of what was watched already has nothing to undo, and shows it', async () => {
    const { shell } = await shellOf();
    shell.sayWatched({ added: [], alreadyWatched: ['third'] });
    expect(shell.toasts.shown).toMatchObject([{ action: null }]);
    expect(shell.list.selectedId).toBe('third');
  });
});

describe('a dialog', () => {
  it('has all keys to itself until the last of them is closed', async () => {
    const { shell } = await shellOf();
    const closeFirst = shell.dialogOpened();
    const closeSecond = shell.dialogOpened();
    closeFirst();
    expect(shell.hasDialog).toBe(true);
    closeSecond();
    expect(shell.hasDialog).toBe(false);
  });
});

describe('several at once', () => {
  it('are removed together, and come back together', async () => {
    const { bridge, shell } = await shellOf();
    shell.open('second');
    shell.obeyInList({ do: 'extend', step: 'next' });
    shell.obeyInList({ do: 'remove' });
    await vi.advanceTimersByTimeAsync(0);
    expect(bridge.view.tasks.map(({ id }) => id)).toEqual(['first']);
    expect(shell).toMatchObject({ openId: null, list: { selectedId: 'first' } });
    const toast = shell.toasts.shown[0];
    expect(toast?.text).toBe('2 tasks removed');
    if (toast) shell.toasts.act(toast);
    expect(bridge.view.tasks).toHaveLength(3);
  });

  it('are muted until all of them are, and then heard again', async () => {
    const { bridge, shell } = await shellOf();
    const actions = createBulkActions(shell);
    bridge.push({ changedTasks: tasks.slice(0, 1).map((task) => ({ ...task, muted: true })) });
    shell.obeyInList({ do: 'choose-all' });
    actions.mute();
    await vi.advanceTimersByTimeAsync(100);
    expect(bridge.view.tasks.map(({ muted }) => muted)).toEqual([true, true, true]);
    actions.mute();
    await vi.advanceTimersByTimeAsync(100);
    expect(bridge.view.tasks.map(({ muted }) => muted)).toEqual([false, false, false]);
  });

  it.each([
    ['3 links copied', [null, null, null]],
    ['1 link copied; 2 links that had ended left out', [null, 0, 0]],
    ['Their links have ended', [0, 0, 0]],
  ] as const)('say how many links were copied, and how many were left out: %s', async (says, ends) => {
    const linkTo = (expiresAt: number | null) =>
      ({ kind: 'video', url: 'https://files.example/v.mp4', needsKey: false, expiresAt }) as const;
    const linked = tasks.map((task, at) => ({ ...task, links: [linkTo(ends[at] ?? null)] }));
    const { shell } = await shellOf(viewOf({ tasks: linked }));
    shell.obeyInList({ do: 'choose-all' });
    await createBulkActions(shell).copyLinks();
    expect(shell.toasts.shown.map(({ text }) => text)).toEqual([says]);
  });

  it('are let go by Escape, before anything else is taken back', async () => {
    const { shell } = await shellOf();
    shell.list.query = 'paper';
    shell.obeyInList({ do: 'choose-all' });
    shell.obey('escape');
    expect([shell.list.chosen.shown, shell.list.query]).toEqual([[], 'paper']);
  });
});

describe('what counts as seen', () => {
  const ended = taskEntry({ id: 'ended', phase: 'succeeded', seen: false, finishedAt: sampleNow });
  const marksOf = (bridge: FakeBridge) =>
    bridge.asked.filter(({ channel }) => channel === 'tasks:mark-seen').length;

  it('is an ended task that was opened, once', async () => {
    const { bridge, shell } = await shellOf(viewOf({ tasks: [ended] }));
    shell.open('ended');
    shell.open('ended');
    expect(marksOf(bridge)).toBe(1);
    expect(bridge.view.tasks[0]?.seen).toBe(true);
  });

  it('is not a task that is still running', async () => {
    const { bridge, shell } = await shellOf();
    shell.open('first');
    expect(marksOf(bridge)).toBe(0);
  });
});

describe('news', () => {
  const news = { id: '7', text: 'Video ready: Paper boat', taskId: 'second' };
  const shellLookedAt = async (isHere = true) => {
    const bridge = new FakeBridge(viewOf({ tasks }));
    const shell = new WindowState(bridge, { start: () => () => undefined, isHere });
    shell.watchlist.start();
    await vi.advanceTimersByTimeAsync(0);
    return shell;
  };

  it('is said to who looks at the list, and leads to its task', async () => {
    const shell = await shellLookedAt();
    expect(shell.say(news)).toBe(true);
    const [toast] = shell.toasts.shown;
    expect(toast).toMatchObject({ text: news.text, action: { text: 'Show' } });
    if (toast) shell.toasts.act(toast);
    expect(shell.openId).toBe('second');
  });

  it('of the task that is open leads nowhere', async () => {
    const shell = await shellLookedAt();
    shell.open('second');
    expect(shell.say(news)).toBe(true);
    expect(shell.toasts.shown).toMatchObject([{ text: news.text, action: null }]);
  });

  it('is left to the desktop when nobody looks, or at something else', async () => {
    expect((await shellLookedAt(false)).say(news)).toBe(false);
    const shell = await shellLookedAt();
    shell.page = 'settings';
    expect(shell.say(news)).toBe(false);
    expect(shell.toasts.shown).toEqual([]);
  });
});
