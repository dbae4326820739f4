import { words } from './language/spoken.ts';
import type { Budget } from './timing.ts';

/** A rate as a person reads it: "4", "0.33". */
export const rateText = (requestsPerSecond: number): string => String(Number(requestsPerSecond.toFixed(2)));

/** "4 a second, 4 at a time" */
export const budgetText = ({ requestsPerSecond, concurrency }: Budget): string =>
  words().gateways.budget(rateText(requestsPerSecond), concurrency);
