import { expect, it } from 'vitest';
import { createToldIds } from '../../electron/core/told-ids.ts';

it('what was told is remembered until the store holds it as told', () => {
  const told = createToldIds();
  for (const id of ['first', 'second']) told.add(id);
  told.keepOnly(['second', 'not-told']);
  expect(['first', 'second', 'not-told'].map((id) => told.has(id))).toEqual([false, true, false]);
});
