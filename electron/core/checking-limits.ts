import type { Gateway } from '../shared/gateway.ts';
import type { Budget } from '../shared/timing.ts';
import { isLoopback } from '../shared/plain-http.ts';
import { budgetOf } from './budget.ts';
import type { CheckerDependencies } from './checker.ts';
import { createConnection, type Connection } from './connection.ts';
import type { Pacing } from './dialect.ts';
import { asksToWait, createGatewayHolds, type GatewayHolds } from './gateway-holds.ts';
import { createGatewayPauses } from './gateway-pauses.ts';
import type { Clock, Machine, Random } from './ports.ts';
import type { TaskStore } from './store-ports.ts';
import { createRequestBudgets } from './request-budgets.ts';
import type { SchedulerDependencies } from './scheduler.ts';
import type { Watchlist } from './watchlist.ts';

export interface CheckingLimitsDependencies {
  readonly clock: Clock;
  readonly random: Random;
  readonly machine: Machine;
  readonly store: Pick<TaskStore, 'savePause' | 'pauses'>;
  readonly watchlist: Watchlist;
  readonly pacingOf: (gateway: Gateway) => Pacing;
  /** One of the limits has changed. */
  readonly onLimits: () => void;
  /** The network is back, or a gateway that did not answer does so again. */
  readonly onRecovered: (isConcerned: (gatewayId: string) => boolean) => void;
}

/** What a check's requests, and a Test, have to keep to. */
export type RequestLimits = Pick<
  CheckerDependencies,
  'onRequest' | 'onAskedToWait' | 'mayAskMore' | 'mayTest'
>;

/** Everything that keeps a check from starting: pause, network, holds, named waits, budgets. */
export interface CheckingLimits {
  readonly connection: Connection;
  readonly holds: GatewayHolds;
  readonly requests: RequestLimits;
  readonly scheduling: Pick<
    SchedulerDependencies,
    'opensAt' | 'isOpen' | 'onStart' | 'concurrencyOf' | 'mostInAll' | 'countsInAll'
  >;
  budgetOf(gateway: Gateway): Budget;
  forget(gatewayId: string): void;
  stop(): void;
}

/** A gateway on this machine needs no network. */
export const isLocal = ({ baseUrl }: Pick<Gateway, 'baseUrl'>): boolean =>
  URL.canParse(baseUrl) && isLoopback(new URL(baseUrl).hostname);

export const createCheckingLimits = (dependencies: CheckingLimitsDependencies): CheckingLimits => {
  const { clock, watchlist, pacingOf, onRecovered } = dependencies;

  const budgetOfGateway = (gateway: Gateway): Budget => budgetOf(gateway, pacingOf(gateway));
  const budgetOfId = (gatewayId: string): Budget => {
    const gateway = watchlist.gateway(gatewayId);
    return gateway === null ? budgetOf({ requestsPerSecond: null }, null) : budgetOfGateway(gateway);
  };
  const budgets = createRequestBudgets(clock, budgetOfId);
  const pauses = createGatewayPauses(clock, dependencies.store);
  const connection = createConnection({
    ...dependencies,
    onState: (online) => {
      watchlist.updateStatus({ online });
      if (online) onRecovered(() => true);
    },
  });
  const holds = createGatewayHolds({
    ...dependencies,
    pauses,
    onRecovered: (gatewayId) => onRecovered((id) => id === gatewayId),
  });

  const needsNetwork = (gatewayId: string): boolean => {
    const gateway = watchlist.gateway(gatewayId);
    return gateway === null || !isLocal(gateway);
  };
  /** From when on the gateway may be asked, its budget aside. */
  const heldUntil = (gatewayId: string): number => {
    if (watchlist.status().paused) return Infinity;
    const networkAt = connection.opensAt();
    return networkAt > clock.steady() && needsNetwork(gatewayId)
      ? Math.max(networkAt, holds.opensAt(gatewayId))
      : holds.opensAt(gatewayId);
  };

  return {
    connection,
    holds,
    budgetOf: budgetOfGateway,
    requests: {
      onRequest: (gatewayId) => {
        budgets.sent(gatewayId);
        watchlist.noteRequest(gatewayId);
      },
      onAskedToWait: (gateway, waitMs) => holds.pause(gateway, waitMs),
      mayAskMore: async (gatewayId) => {
        if (watchlist.gateway(gatewayId) !== null) await budgets.turn(gatewayId);
        return watchlist.gateway(gatewayId) !== null && holds.opensAt(gatewayId) <= clock.steady();
      },
      mayTest: async (gateway) => {
        if (!asksToWait(pauses, clock, gateway)) await budgets.turn(gateway.id);
        return !asksToWait(pauses, clock, gateway);
      },
    },
    scheduling: {
      opensAt: (gatewayId) => Math.max(heldUntil(gatewayId), budgets.opensAt(gatewayId)),
      isOpen: (gatewayId) => heldUntil(gatewayId) <= clock.steady(),
      onStart: (gatewayId) => budgets.take(gatewayId),
      concurrencyOf: (gatewayId) => (holds.isProven(gatewayId) ? budgetOfId(gatewayId).concurrency : 1),
      mostInAll: () => connection.mostInAll(),
      countsInAll: needsNetwork,
    },
    forget: (gatewayId) => {
      holds.forget(gatewayId);
      budgets.forget(gatewayId);
    },
    stop: () => {
      connection.stop();
      budgets.stop();
    },
  };
};
