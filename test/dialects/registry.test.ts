import { expect, it } from 'vitest';
import { dialectIds } from '../../electron/dialects/dialect.ts';
import { chinese } from '../../electron/shared/language/chinese.ts';
import { dialectNamed, dialects } from '../../electron/dialects/registry.ts';

it('finds every dialect by its id and nothing by any other name', () => {
  for (const id of dialectIds) expect(dialectNamed(id)?.id).toBe(id);
  for (const name of ['', 'toString', '__proto__', 'RELAY']) expect(dialectNamed(name)).toBeNull();
});

it('says in Chinese what of the names of APIs is no name of its own', () => {
  const labels = Object.values(dialects).map(({ label }) => label);
  const said = labels.map((label) => chinese.dialects.labelled(label));
  expect(said.filter((label) => /\b(?:relay|version|through|queue|style|video)\b/i.test(label))).toEqual([]);
  expect(said).toContain('MiniMax / Hailuo，第 2 版');
  expect(said).toContain('Kling');
});
