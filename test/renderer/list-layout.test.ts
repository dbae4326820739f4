import { expect, it } from 'vitest';
import { grouped } from '../../renderer/grouping.ts';
import { headHeight, placedGroups, rowHeight, scrollTopFor } from '../../renderer/list-layout.ts';
import { sampleNow, taskEntry } from './view-samples.ts';

const some = (count: number, phase: 'running' | 'succeeded') =>
  Array.from({ length: count }, (_, at) =>
    taskEntry({ id: `${phase}-${String(at)}`, phase, addedAt: sampleNow - at }),
  );
const groups = grouped([...some(1000, 'running'), ...some(1000, 'succeeded')], 'all');
const groupHeight = headHeight + 1000 * rowHeight;
const shown = (seen: { from: number; to: number }, keptId: string | null = null) =>
  placedGroups(groups, seen, keptId).map(({ rows }) => rows.map(({ task }) => task.id));

it('draws only the rows that are seen, in groups as tall as all their rows', () => {
  expect(shown({ from: 0, to: headHeight + 2 * rowHeight - 1 })).toEqual([['running-0', 'running-1'], []]);
  expect(placedGroups(groups, { from: 0, to: 0 }, null).map(({ height }) => height)).toEqual([
    groupHeight,
    groupHeight,
  ]);
});

it('draws rows of two groups where both are seen', () => {
  const seen = { from: groupHeight - rowHeight, to: groupHeight + headHeight };
  expect(shown(seen)).toEqual([['running-999'], ['succeeded-0']]);
});

it('says of each row where it is in its group and in the whole list', () => {
  const [, ready] = placedGroups(groups, { from: groupHeight, to: groupHeight + 100 }, null);
  expect(ready?.rows[1]).toMatchObject({ top: headHeight + rowHeight, position: 1002 });
});

it('keeps the row that has the focus, in its place among the others', () => {
  const middle = headHeight + 500 * rowHeight;
  const seen = { from: middle, to: middle };
  expect(shown(seen, 'running-3')[0]).toEqual(['running-3', 'running-500']);
  expect(shown(seen, 'running-900')[0]).toEqual(['running-500', 'running-900']);
  expect(shown(seen, 'running-500')[0]).toEqual(['running-500']);
  expect(shown(seen, 'gone')[0]).toEqual(['running-500']);
});

it('scrolls no further than it takes to see a row whole', () => {
  const to = (id: string, scrollTop: number): number | null => scrollTopFor(groups, id, scrollTop, 400);
  expect(to('running-2', 0)).toBe(0);
  expect(to('running-10', 0)).toBe(headHeight + 11 * rowHeight - 400);
  // A row below the head that stays at the top would be hidden by it.
  expect(to('running-10', 5000)).toBe(10 * rowHeight);
  expect(to('succeeded-0', 100_000)).toBe(groupHeight);
  expect(to('gone', 0)).toBeNull();
});
