import { expect, it } from 'vitest';
import { type Sort, sortedBy } from '../../renderer/sorting.ts';
import { sampleNow, taskEntry } from './view-samples.ts';

const estimate = (leftMs: number) => ({
  endsAt: sampleNow + leftMs,
  longFrom: sampleNow + leftMs,
  usualMs: 1000,
  stalledSince: null,
});

const tasks = [
  taskEntry({ id: 'old', title: 'take 10', gatewayName: 'Studio', addedAt: 1, estimate: estimate(500) }),
  taskEntry({ id: 'middle', title: 'Take 9', gatewayName: 'ark', addedAt: 2, estimate: estimate(900) }),
  taskEntry({ id: 'new', title: 'Åland', gatewayName: 'Studio', addedAt: 3 }),
];
const order = (sort: Sort) => sortedBy(sort, tasks).map(({ id }) => id);

it.each<[Sort, readonly string[]]>([
  ['newest', ['new', 'middle', 'old']],
  ['finishing', ['old', 'middle', 'new']],
  ['name', ['new', 'middle', 'old']],
  ['gateway', ['middle', 'new', 'old']],
])('sorts by %s', (sort, ids) => {
  expect(order(sort)).toEqual(ids);
});

it('takes a new name in', () => {
  expect(order('name')).toEqual(['new', 'middle', 'old']);
  const more = [...tasks, taskEntry({ id: 'boat', title: 'Boat' })];
  expect(sortedBy('name', more).map(({ id }) => id)).toEqual(['new', 'boat', 'middle', 'old']);
});

it('keeps tasks of one paste in its order', () => {
  const twins = ['b', 'a', 'c'].map((id) => taskEntry({ id }));
  for (const sort of ['newest', 'finishing', 'name', 'gateway'] as const)
    expect(sortedBy(sort, twins).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
});
