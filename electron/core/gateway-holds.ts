import type { CheckTrouble } from '../shared/task.ts';
import type { WaitReason } from '../shared/timing.ts';
import { backOffDelayMs } from './check-policy.ts';
import type { GatewayPauses, PausePlace } from './gateway-pauses.ts';
import { originOf } from './origin.ts';
import type { Clock, Random } from './ports.ts';
import {
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
const longestOutageMs = 2 * 60_000;

/** Answers in a row, about more than one task, that make a gateway count as down and not a task as broken. */
const failuresUntilDown = 3;

interface Hold {
  readonly until: number;
  readonly reason: WaitReason;
}

/** Checks in a row that nobody or only a server's error answered, and the tasks that they were about. */
interface Failures {
  readonly count: number;
  readonly taskIds: ReadonlySet<string>;
}

const noFailures: Failures = { count: 0, taskIds: new Set() };

export const createGatewayHolds = (dependencies: GatewayHoldsDependencies): GatewayHolds => {
  const { clock, random, watchlist, pauses, onLimits, onRecovered } = dependencies;
  const proven = new Set<string>();
  const held = new Map<string, Hold>();
  const failures = new Map<string, Failures>();
  /** Answers in a row that asked for fewer requests. */
  const limited = new Map<string, number>();

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
      waitingUntil: leftMs > 0 && Number.isFinite(leftMs) ? clock.now() + leftMs : null,
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

  const holdAsLimited = (gatewayId: string): true => {
    const times = (limited.get(gatewayId) ?? 0) + 1;
    limited.set(gatewayId, times);
    const gateway = watchlist.gateway(gatewayId);
    if (gateway !== null) pause(gateway, backOffDelayMs(times, random));
    return true;
  };

  const holdIfDown = (gatewayId: string, taskId: string, trouble: CheckTrouble): boolean => {
    const before = failures.get(gatewayId) ?? noFailures;
    const count = before.count + 1;
    const taskIds = new Set(before.taskIds).add(taskId);
    failures.set(gatewayId, { count, taskIds });
    const isDown =
      nobodyReached.has(trouble) ||
      isHeldFor(gatewayId, 'gateway-down') ||
      (count >= failuresUntilDown && taskIds.size > 1);
    if (!isDown) return false;
    proven.delete(gatewayId);
    return hold(gatewayId, 'gateway-down', Math.min(longestOutageMs, backOffDelayMs(count, random)));
  };

  const noteAnswer: GatewayHolds['noteAnswer'] = (gatewayId) => {
    const wasDown = isHeldFor(gatewayId, 'gateway-down');
    // An answer to what was asked before the user had to act, or before a wait was named, does not end that.
    if (!wasDown && opensAt(gatewayId) > clock.steady()) return;
    proven.add(gatewayId);
    failures.delete(gatewayId);
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
    failures.delete(gatewayId);
    if (!isPaused(gatewayId)) watchlist.updateGateway(gatewayId, { trouble: null });
    draw(gatewayId);
  };

  return {
    opensAt,
    pause,
    lift,
    noteAnswer,
    isProven: (gatewayId) => proven.has(gatewayId),
    noteTrouble: (gatewayId, taskId, trouble, retryAfterMs) => {
      // Nothing is put in the place of waiting for the user.
      if (isHeldFor(gatewayId, 'key')) return true;
      if (onlyThisTask.has(trouble)) {
        // Whatever is wrong with the task, the gateway is there.
        if (isHeldFor(gatewayId, 'gateway-down')) noteAnswer(gatewayId);
        return false;
      }
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
      for (const memory of [proven, held, failures, limited]) memory.delete(gatewayId);
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

/** Whether the gateway at this address has named a wait that is not over. */
export const asksToWait = (
  pauses: Pick<GatewayPauses, 'until'>,
  clock: Pick<Clock, 'steady'>,
  place: PausePlace,
): boolean => pauses.until(place) > clock.steady();
