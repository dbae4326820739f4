const rules = new Intl.PluralRules('en');
const numbers = new Intl.NumberFormat('en');

/** The word for so many. */
export const plural = (count: number, one: string, other: string): string =>
  rules.select(count) === 'one' ? one : other;

/** "1 task", "3 tasks" */
export const counted = (count: number, one: string, other: string): string =>
  `${numbers.format(count)} ${plural(count, one, other)}`;
