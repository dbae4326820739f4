import { expect, it } from 'vitest';
import { steadied } from '../../electron/core/steady-estimate.ts';
import type { Estimate } from '../../electron/shared/timing.ts';

const now = 1_800_000_000_000;
const ending = (afterMs: number): Estimate => ({
  endsAt: now + afterMs,
  longFrom: now + 2 * afterMs,
  usualMs: 100_000,
  stalledSince: null,
});

it.each([
  ['a small move', 150_000, 160_000, 150_000],
  ['a small move back', 150_000, 130_000, 150_000],
  ['a large move', 150_000, 200_000, 200_000],
  ['a large move back', 150_000, 90_000, 90_000],
  ['a move of seconds close to the end', 10_000, 14_000, 10_000],
  ['an end that has passed', -20_000, 5_000, 5_000],
])('shows after %s the end that says most', (_which, shown, next, kept) => {
  expect(steadied(ending(shown), ending(next), now).endsAt).toBe(now + kept);
});

it('takes everything but the end from the newer one', () => {
  const next = { ...ending(152_000), stalledSince: now, usualMs: 90_000 };
  expect(steadied(ending(150_000), next, now)).toEqual({ ...next, endsAt: now + 150_000 });
  expect(steadied(null, next, now)).toBe(next);
});
