/** Made with the first count: making it brings in all of the system's data on languages. */
let numbers: Intl.NumberFormat | null = null;

const numberText = (count: number): string => {
  numbers ??= new Intl.NumberFormat('en');
  return numbers.format(count);
};

/** The word for so many. */
export const plural = (count: number, one: string, other: string): string => (count === 1 ? one : other);

/** "1 task", "3 tasks" */
export const counted = (count: number, one: string, other: string): string =>
  `${numberText(count)} ${plural(count, one, other)}`;
