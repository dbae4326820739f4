import type { Gateway } from '../shared/gateway.ts';

/** The wanted name, with a number where another gateway has it. */
export const freeName = (wanted: string, others: readonly Pick<Gateway, 'name'>[]): string => {
  const isTaken = (name: string): boolean =>
    others.some((other) => other.name.toLowerCase() === name.toLowerCase());
  if (!isTaken(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const name = `${wanted} (${String(number)})`;
    if (!isTaken(name)) return name;
  }
};
