import type { CheckTrouble } from '../shared/task.ts';
import type { WaitReason } from '../shared/timing.ts';
import { backOffDelayMs } from './back-off.ts';
import { createFailureStreaks } from './failure-streaks.ts';
import type { GatewayPauses, PausePlace } from './gateway-pauses.ts';
import { originOf } from './origin.ts';
import type { Clock, Random } from './ports.ts';
import {
  answered,
  keyringTroubles,
  nobodyReached,
  onlyThisTask,
  perhapsDown,
  untilTheUserActs,
} from './trouble-kinds.ts';
import type { Watchlist } from './watchlist.ts';

export interface GatewayHoldsDependencies {
  readonly clock: Clock;
  readonly random: Random;
  readonly watchlist: Pick<Watchlist, 'gateway' | 'gateways' | 'updateGateway'>;
  readonly pauses: GatewayPauses;
  /** A hold has come, moved or gone. */
  readonly onLimits: () => void;
  /** A gateway that did not answer does so again. */
  readonly onRecovered: (gatewayId: string) => void;
}

/** Decides which troubles are the whole gateway's, and how long it is left alone for them. */
export interface GatewayHolds {
  noteAnswer(gatewayId: string): void;
  /** Once a request, whatever the number of tasks that it asked about. True when the whole gateway is held for it. */
  noteTrouble(gatewayId: string, taskId: string, trouble: CheckTrouble, retryAfterMs: number | null): boolean;
  /** The gateway at this address has named a wait. */
  pause(place: PausePlace, forMs: number): void;
  /** The user asks for another try. A wait that the gateway named is kept all the same. */
  lift(gatewayId: string): void;
  /** It is new, or its address or key is: whatever held it back may be over. */
  renew(gatewayId: string): void;
  forget(gatewayId: string): void;
  /** From when on the gateway may be asked (steady ms); Infinity waits for the user. */
  opensAt(gatewayId: string): number;
  /** One check at a time until the gateway has answered well once: a refused key is tried once, not once a task. */
  isProven(gatewayId: string): boolean;
  /** The wall clock was set: holds end at other times of day. */
  redraw(): void;
  /** Takes up the waits of an earlier life of the app. */
  restore(): void;
}

const keyringRetryMs = 60_000;

/** A wait that is shorter than this is none: our own grows with each answer that names it. */
const shortestNamedMs = 3_000;

/** A gateway that is down is tried at least this often. */
export const longestOutageMs = 2 * 60_000;

interface Hold {
  readonly until: number;
  readonly reason: WaitReason;
}

export const createGatewayHolds = (dependencies: GatewayHoldsDependencies): GatewayHolds => {
  const { clock, random, watchlist, pauses, onLimits, onRecovered } = dependencies;
  const proven = new Set<string>();
  const held = new Map<string, Hold>();
  const failures = createFailureStreaks();
  /** Times in a row that it asked for fewer requests, and until when the last of them holds. */
  const limited = new Map<string, { readonly times: number; readonly until: number }>();

  const pausedUntil = (gatewayId: string): number => {
    const gateway = watchlist.gateway(gatewayId);
    return gateway === null ? 0 : pauses.until(gateway);
  };
  const opensAt = (gatewayId: string): number =>
    Math.max(pausedUntil(gatewayId), held.get(gatewayId)?.until ?? 0);
  const isPaused = (gatewayId: string): boolean => pausedUntil(gatewayId) > clock.steady();
  const isHeldFor = (gatewayId: string, reason: WaitReason): boolean =>
    held.get(gatewayId)?.reason === reason;

  const draw = (gatewayId: string): void => {
    const until = opensAt(gatewayId);
    const leftMs = until - clock.steady();
    const hold = held.get(gatewayId);
    const reason = hold?.until === until ? hold.reason : 'gateway-asked';
    watchlist.updateGateway(gatewayId, {
      waitingUntil: leftMs > 0 && Number.isFinite(leftMs) ? wholeSeconds(clock.now() + leftMs) : null,
      waitReason: leftMs > 0 ? reason : null,
    });
    onLimits();
  };

  const hold = (gatewayId: string, reason: WaitReason, forMs: number): true => {
    held.set(gatewayId, { until: clock.steady() + forMs, reason });
    draw(gatewayId);
    return true;
  };

  const pause: GatewayHolds['pause'] = (place, forMs) => {
    const stored = watchlist.gateway(place.id);
    const isRemoved = stored === null && place.id !== '';
    if (isRemoved) return;
    pauses.begin(place, forMs, stored !== null && originOf(stored.baseUrl) === originOf(place.baseUrl));
    draw(place.id);
  };

  /** Several that were under way at a time say the same once. After the wait one check alone tries. */
  const holdAsLimited = (gatewayId: string): true => {
    const { times, until } = limited.get(gatewayId) ?? { times: 0, until: 0 };
    const gateway = watchlist.gateway(gatewayId);
    if (gateway === null || until > clock.steady()) return true;
    const forMs = backOffDelayMs(times + 1, random);
    limited.set(gatewayId, { times: times + 1, until: clock.steady() + forMs });
    proven.delete(gatewayId);
    pause(gateway, forMs);
    return true;
  };

  const holdIfDown = (gatewayId: string, taskId: string, trouble: CheckTrouble): boolean => {
    const isTold = isHeldFor(gatewayId, 'gateway-down') && opensAt(gatewayId) > clock.steady();
    if (isTold) return true;
    const { count, isOutage } = failures.note(gatewayId, taskId);
    const isDown =
      isOutage ||
      // One task's answers alone do not make a gateway that has answered well count as down.
      (nobodyReached.has(trouble) && !proven.has(gatewayId)) ||
      isHeldFor(gatewayId, 'gateway-down');
    if (!isDown) return false;
    return hold(gatewayId, 'gateway-down', Math.min(longestOutageMs, backOffDelayMs(count, random)));
  };

  /** It answers again, if not well. */
  const endOutage = (gatewayId: string): void => {
    failures.end(gatewayId);
    if (!isHeldFor(gatewayId, 'gateway-down')) return;
    held.delete(gatewayId);
    draw(gatewayId);
    onRecovered(gatewayId);
  };

  const noteAnswer: GatewayHolds['noteAnswer'] = (gatewayId) => {
    const wasDown = isHeldFor(gatewayId, 'gateway-down');
    // An answer to what was asked before the user had to act, or before a wait was named, does not end that.
    if (!wasDown && opensAt(gatewayId) > clock.steady()) return;
    proven.add(gatewayId);
    failures.end(gatewayId);
    held.delete(gatewayId);
    const gateway = watchlist.gateway(gatewayId);
    if (gateway !== null && !isPaused(gatewayId)) {
      limited.delete(gatewayId);
      pauses.end(gateway);
    }
    watchlist.updateGateway(gatewayId, { trouble: null });
    draw(gatewayId);
    if (wasDown) onRecovered(gatewayId);
  };

  const lift: GatewayHolds['lift'] = (gatewayId) => {
    held.delete(gatewayId);
    failures.end(gatewayId);
    if (!isPaused(gatewayId)) watchlist.updateGateway(gatewayId, { trouble: null });
    draw(gatewayId);
  };

  return {
    opensAt,
    pause,
    lift,
    noteAnswer,
    isProven: (gatewayId) => proven.has(gatewayId) && !isHeldFor(gatewayId, 'gateway-down'),
    noteTrouble: (gatewayId, taskId, trouble, retryAfterMs) => {
      // Nothing is put in the place of waiting for the user.
      if (isHeldFor(gatewayId, 'key')) return true;
      if (onlyThisTask.has(trouble)) {
        // Whatever is wrong with the task, the gateway is there.
        if (isHeldFor(gatewayId, 'gateway-down')) noteAnswer(gatewayId);
        return false;
      }
      if (answered.has(trouble) && !perhapsDown.has(trouble)) endOutage(gatewayId);
      watchlist.updateGateway(gatewayId, { trouble });
      const namedMs = retryAfterMs ?? 0;
      // Who refuses a key for a while means the number of requests.
      if (namedMs > 0 && untilTheUserActs.has(trouble)) return holdAsLimited(gatewayId);
      // The wait itself is known already: every answer that names one is held to it.
      if (namedMs >= shortestNamedMs) return true;
      if (untilTheUserActs.has(trouble)) {
        proven.delete(gatewayId);
        return hold(gatewayId, 'key', Infinity);
      }
      if (keyringTroubles.has(trouble)) return hold(gatewayId, 'keyring', keyringRetryMs);
      if (trouble === 'rate-limited') return holdAsLimited(gatewayId);
      const isOutage = nobodyReached.has(trouble) || perhapsDown.has(trouble);
      return isOutage && holdIfDown(gatewayId, taskId, trouble);
    },
    renew: (gatewayId) => {
      const gateway = watchlist.gateway(gatewayId);
      if (gateway !== null) pauses.adopt(gateway);
      lift(gatewayId);
    },
    forget: (gatewayId) => {
      for (const memory of [proven, held, limited]) memory.delete(gatewayId);
      failures.end(gatewayId);
      pauses.forget(gatewayId);
    },
    redraw: () => {
      for (const { id } of watchlist.gateways()) draw(id);
    },
    restore: () => {
      for (const gatewayId of pauses.restore(watchlist.gateways())) {
        watchlist.updateGateway(gatewayId, { trouble: 'rate-limited' });
        draw(gatewayId);
      }
    },
  };
};

/** The two clocks count in other steps: a fraction would differ each time, and every task be sent to the window anew. */
const wholeSeconds = (at: number): number => Math.ceil(at / 1000) * 1000;

/** Whether the gateway at this address has named a wait that is not over. */
export const asksToWait = (
  pauses: Pick<GatewayPauses, 'until'>,
  clock: Pick<Clock, 'steady'>,
  place: PausePlace,
): boolean => pauses.until(place) > clock.steady();
