import { expect, it } from 'vitest';
import { countsOf, grouped } from '../../renderer/grouping.ts';
import { sampleNow, taskEntry } from './view-samples.ts';

const tasks = [
  taskEntry({ id: 'old', addedAt: sampleNow - 9000 }),
  taskEntry({ id: 'queued', phase: 'queued', addedAt: sampleNow - 1000 }),
  taskEntry({ id: 'ready', phase: 'succeeded', finishedAt: sampleNow }),
  taskEntry({ id: 'lost', phase: 'lost', addedAt: sampleNow, finishedAt: sampleNow - 500 }),
  taskEntry({ id: 'failed', phase: 'failed', addedAt: sampleNow - 9000, finishedAt: sampleNow - 100 }),
  taskEntry({ id: 'cancelled', phase: 'cancelled', finishedAt: sampleNow - 900 }),
];

const shown = (groups: ReturnType<typeof grouped>) =>
  Object.fromEntries(groups.map((group) => [group.name, group.tasks.map((task) => task.id)]));

it('puts every phase in its group, running ones by when they were added and ended ones by when they ended', () => {
  expect(shown(grouped(tasks, 'all'))).toEqual({
    running: ['queued', 'old'],
    ready: ['ready'],
    failed: ['failed', 'lost', 'cancelled'],
  });
});

it('shows only the group that the filter names, and no empty groups', () => {
  expect(shown(grouped(tasks, 'ready'))).toEqual({ ready: ['ready'] });
  expect(grouped([], 'all')).toEqual([]);
});

it('keeps tasks that were pasted together in the order of the paste', () => {
  const twins = [taskEntry({ id: 'b' }), taskEntry({ id: 'a' })];
  expect(shown(grouped(twins, 'all'))).toEqual({ running: ['b', 'a'] });
});

it('counts what each tab would show', () => {
  expect(countsOf(tasks)).toEqual({ all: 6, running: 2, ready: 1, failed: 3 });
});
