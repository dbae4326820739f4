import { expect, it } from 'vitest';
import { runsOf } from '../../renderer/choice-options.ts';

it('options stand under their headings, in the order in which a heading first comes', () => {
  const option = (value: string, under?: string) => ({
    value,
    label: value,
    ...(under === undefined ? {} : { under }),
  });
  const runs = runsOf([option('a'), option('b', 'Known'), option('c', 'Yours'), option('d', 'Known')]);
  expect(runs.map(({ under, options }) => [under, options.map(({ value }) => value)])).toEqual([
    ['', ['a']],
    ['Known', ['b', 'd']],
    ['Yours', ['c']],
  ]);
});
