import type { Gateway } from '../shared/gateway.ts';
import type { Budget } from '../shared/timing.ts';
import type { Pacing } from './dialect.ts';

/** Where neither the user nor the API's documents say more. */
const usualRequestsPerSecond = 4;
const usualConcurrency = 4;

/** How a gateway may be asked: the user's word counts first, then what the dialect's documents say. */
export const budgetOf = (
  gateway: Pick<Gateway, 'requestsPerSecond'>,
  pacing: Pick<Pacing, 'requestsPerSecond'> | null,
): Budget => ({
  requestsPerSecond: gateway.requestsPerSecond ?? pacing?.requestsPerSecond ?? usualRequestsPerSecond,
  concurrency: usualConcurrency,
});
