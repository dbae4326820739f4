import { expect, it } from 'vitest';
import { rangeIn } from '../../electron/platform/file-range.ts';

it.each([
  ['bytes=0-', { from: 0, to: 99 }],
  ['bytes=10-19', { from: 10, to: 19 }],
  ['bytes=90-500', { from: 90, to: 99 }],
  ['bytes=-10', { from: 90, to: 99 }],
  ['bytes=-500', { from: 0, to: 99 }],
  ['bytes=100-', 'outside'],
  ['bytes=-0', 'outside'],
  ['bytes=20-10', null],
  ['bytes=-', null],
  ['bytes=0-1,5-6', null],
  ['lines=0-1', null],
  [null, null],
] as const)('of 100 bytes, %s asks for %o', (header, expected) => {
  expect(rangeIn(header, 100)).toEqual(expected);
});

it('of an empty file no piece can be had', () => {
  expect(rangeIn('bytes=0-63', 0)).toBe('outside');
  expect(rangeIn('bytes=-5', 0)).toBe('outside');
});
