import type { CheckTrouble } from '../shared/task.ts';
import { backOffDelayMs } from './back-off.ts';
import type { Clock, Random } from './ports.ts';
import type { Scheduler } from './scheduler.ts';
import type { Watchlist } from './watchlist.ts';

/** Decides which troubles are the whole gateway's, and how long it is left alone for them. */
export interface GatewayHolds {
  noteAnswer(gatewayId: string): void;
  noteTrouble(gatewayId: string, trouble: CheckTrouble, retryAfterMs: number | null): void;
  /** The user asks for another try, or has entered another key. */
  lift(gatewayId: string): void;
  /** One check at a time until the gateway has answered well once: a refused key is tried once, not once a task. */
  concurrencyOf(gatewayId: string): number;
}

const provenConcurrency = 4;
const keyringRetryMs = 60_000;

const onlyThisTask: ReadonlySet<CheckTrouble> = new Set([
  'not-found',
  'other-task',
  'not-understood',
  'too-large',
]);
const untilTheUserActs: ReadonlySet<CheckTrouble> = new Set(['refused', 'no-key']);
/** The gateway did answer, if not well: the network is there. */
const answered: ReadonlySet<CheckTrouble> = new Set([
  'redirected',
  'too-large',
  'not-json',
  'not-understood',
  'other-task',
  'not-found',
  'server-error',
  'rate-limited',
  'refused',
]);
const keyringTroubles: ReadonlySet<CheckTrouble> = new Set([
  'keyring-locked',
  'keyring-absent',
  'keyring-failed',
]);

export const createGatewayHolds = (
  clock: Clock,
  random: Random,
  watchlist: Watchlist,
  scheduler: () => Scheduler,
): GatewayHolds => {
  const proven = new Set<string>();
  const limited = new Map<string, number>();

  const hold = (gatewayId: string, atLeastUntil: number): void => {
    const until = Math.max(atLeastUntil, scheduler().heldUntil(gatewayId) ?? 0);
    scheduler().hold(gatewayId, until);
    watchlist.updateGateway(gatewayId, { waitingUntil: Number.isFinite(until) ? until : null });
  };

  const setOnline = (online: boolean): void => {
    if (watchlist.status().online !== online) watchlist.updateStatus({ online });
  };

  return {
    noteAnswer: (gatewayId) => {
      setOnline(true);
      // An answer to what was asked before the hold does not end it.
      if (scheduler().heldUntil(gatewayId) !== null) return;
      proven.add(gatewayId);
      limited.delete(gatewayId);
      watchlist.updateGateway(gatewayId, { trouble: null, waitingUntil: null });
    },
    noteTrouble: (gatewayId, trouble, retryAfterMs) => {
      if (trouble === 'no-network') setOnline(false);
      else if (answered.has(trouble)) setOnline(true);
      // Nor does a later trouble put anything in the place of waiting for the user.
      if (onlyThisTask.has(trouble) || scheduler().heldUntil(gatewayId) === Infinity) return;
      watchlist.updateGateway(gatewayId, { trouble });
      if (untilTheUserActs.has(trouble)) {
        proven.delete(gatewayId);
        hold(gatewayId, Infinity);
      } else if (keyringTroubles.has(trouble)) {
        hold(gatewayId, clock.now() + keyringRetryMs);
      } else if (retryAfterMs !== null) {
        hold(gatewayId, clock.now() + retryAfterMs);
      } else if (trouble === 'rate-limited') {
        const times = (limited.get(gatewayId) ?? 0) + 1;
        limited.set(gatewayId, times);
        hold(gatewayId, clock.now() + backOffDelayMs(times, random));
      }
    },
    lift: (gatewayId) => {
      scheduler().release(gatewayId);
      watchlist.updateGateway(gatewayId, { trouble: null, waitingUntil: null });
    },
    concurrencyOf: (gatewayId) => (proven.has(gatewayId) ? provenConcurrency : 1),
  };
};
