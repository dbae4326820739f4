import type { Gateway } from '../shared/gateway.ts';

/** The wanted name, with a number where another gateway has it. */
export const freeName = (
  wanted: string,
  others: readonly Pick<Gateway, 'name'>[],
  numbered = (name: string, number: number): string => `${name} (${String(number)})`,
): string => {
  const taken = new Set(others.map(({ name }) => name.toLowerCase()));
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = numbered(wanted, number);
  return name;
};
