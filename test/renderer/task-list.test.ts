import { describe, expect, it } from 'vitest';
import { rowHeight } from '../../renderer/list-layout.ts';
import { createViewMemory } from '../../renderer/remembered-view.ts';
import { TaskList } from '../../renderer/task-list.svelte.ts';
import { Watchlist } from '../../renderer/watchlist.svelte.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { sampleNow, taskEntry, viewOf } from './view-samples.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const tasks = ids.map((id, at) => taskEntry({ id, title: `Take ${id}`, addedAt: sampleNow - at }));

const listOf = async (given = tasks) => {
  const bridge = new FakeBridge(viewOf({ tasks: given }));
  const watchlist = new Watchlist(bridge);
  watchlist.start();
  await Promise.resolve();
  await Promise.resolve();
  await Promise.resolve();
  return new TaskList(watchlist);
};

const selected = (list: TaskList) => ids.filter((id) => list.isSelected(id)).join('');

describe('a selection of several', () => {
  it('grows and shrinks from where it began', async () => {
    const list = await listOf();
    list.selectedId = 'c';
    list.extend('next');
    list.extend('next');
    expect(selected(list)).toBe('cde');
    list.extend('first');
    expect(selected(list)).toBe('abc');
    expect(list.selectedId).toBe('a');
    list.extendTo('b');
    expect(selected(list)).toBe('bc');
  });

  it('is picked row by row, with the one that was selected before', async () => {
    const list = await listOf();
    list.selectedId = 'a';
    list.toggle('d');
    expect(selected(list)).toBe('ad');
    list.toggle('a');
    expect(selected(list)).toBe('d');
    list.extendTo('c');
    expect(selected(list)).toBe('abc');
  });

  it('is picked by key: the focus goes on alone, and a row is taken in', async () => {
    const list = await listOf();
    list.selectedId = 'a';
    list.move('next');
    list.move('next');
    expect([selected(list), list.selectedId]).toEqual(['a', 'c']);
    list.toggle('c');
    expect(selected(list)).toBe('ac');
  });

  it('ends when a row is selected alone, by a step or otherwise', async () => {
    const list = await listOf();
    list.chosen.all();
    expect(selected(list)).toBe('abcde');
    list.select('next');
    expect([selected(list), list.chosen.shown]).toEqual(['a', []]);
    list.chosen.all();
    list.reveal('d');
    expect(selected(list)).toBe('d');
  });

  it('holds for what the list shows, and what a search hides comes back with it', async () => {
    const list = await listOf();
    list.chosen.all();
    list.query = 'take b';
    expect(list.chosen.shown).toEqual(['b']);
    list.query = '';
    expect(list.chosen.shown).toEqual(ids);
  });
});

it('goes on beside the rows that were removed', async () => {
  const list = await listOf();
  list.selectBeside(['b', 'c']);
  expect(list.selectedId).toBe('d');
  list.selectBeside(['d', 'e']);
  expect(list.selectedId).toBe('c');
  list.selectBeside(ids);
  expect(list.selectedId).toBeNull();
});

it('goes a page at a time, and draws the row that it comes to', async () => {
  const many = Array.from({ length: 500 }, (_, at) =>
    taskEntry({ id: `task-${String(at)}`, addedAt: sampleNow - at }),
  );
  const list = await listOf(many);
  list.window.height = 6 * rowHeight;
  const drawn = () => list.window.groups.flatMap(({ rows }) => rows.map(({ task }) => task.id));
  list.select('first');
  list.select('page-down');
  list.select('page-down');
  expect(list.selectedId).toBe('task-8');
  list.select('page-up');
  expect(list.selectedId).toBe('task-4');
  list.select('last');
  // Before the box has been scrolled there: a reader of the screen is told of the row at once.
  expect(drawn()).toContain('task-499');
  expect(drawn().length).toBeLessThan(40);
  list.window.scrolledTo(list.window.scrollTopFor('task-499') ?? 0);
  expect(drawn()).toContain('task-495');
  expect(drawn()).not.toContain('task-0');
});

describe('how the list was looked at last', () => {
  const memoryWith = (kept: string | null) => {
    const storage = {
      kept,
      getItem: () => storage.kept,
      setItem: (_: string, text: string) => void (storage.kept = text),
    };
    return createViewMemory(storage);
  };
  const listWith = (memory: ReturnType<typeof memoryWith>) =>
    new TaskList(new Watchlist(new FakeBridge()), memory);

  it('is found again', () => {
    const memory = memoryWith(null);
    const list = listWith(memory);
    expect(list).toMatchObject({ filter: 'all', sort: 'newest' });
    list.filter = 'ready';
    list.sort = 'name';
    expect(listWith(memory)).toMatchObject({ filter: 'ready', sort: 'name' });
  });

  it('is forgotten where it means nothing any more', () => {
    expect(listWith(memoryWith('archived size'))).toMatchObject({ filter: 'all', sort: 'newest' });
  });
});
