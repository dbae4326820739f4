import type { Amount } from '../../duration.ts';

const amount = ({ count, unit }: Amount): string => `${String(count)} ${unit}`;

/** Lengths of time and what is said with them. */
export const times = {
  /** "40 s", "2 min 13 s" */
  length: (large: Amount, small: Amount | null) =>
    small === null ? amount(large) : `${amount(large)} ${amount(small)}`,
  justNow: 'just now',
  ago: (length: Amount) => `${amount(length)} ago`,
};

const unitNames = { s: 'second', min: 'minute', h: 'hour', d: 'day' } as const;

/** "2 minutes", for a sentence */
export const amountInWords = ({ count, unit }: Amount): string =>
  `${String(count)} ${unitNames[unit]}${count === 1 ? '' : 's'}`;
