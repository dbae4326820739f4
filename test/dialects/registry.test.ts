import { expect, it } from 'vitest';
import { dialectIds } from '../../electron/dialects/dialect.ts';
import { dialectNamed } from '../../electron/dialects/registry.ts';

it('finds every dialect by its id and nothing by any other name', () => {
  for (const id of dialectIds) expect(dialectNamed(id)?.id).toBe(id);
  for (const name of ['', 'toString', '__proto__', 'RELAY']) expect(dialectNamed(name)).toBeNull();
});
