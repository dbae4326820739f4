import type { Gateway } from '../shared/gateway.ts';
import type { Budget } from '../shared/timing.ts';
import { budgetOf } from './budget.ts';
import { createConnection, type Connection } from './connection.ts';
import type { Pacing } from './dialect.ts';
import { asksToWait, createGatewayHolds, type GatewayHolds } from './gateway-holds.ts';
import { createGatewayPauses } from './gateway-pauses.ts';
import type { Clock, Machine, Random, TaskStore } from './ports.ts';
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

/** What a check's requests after the first, and a Test, have to keep to. */
export interface RequestLimits {
  readonly onAskedToWait: (gatewayId: string, waitMs: number) => void;
  readonly mayAskMore: (gatewayId: string) => Promise<boolean>;
  readonly mayTest: (gateway: Gateway) => Promise<boolean>;
}

/** Everything that keeps a check from starting: pause, network, holds, named waits, budgets. */
export interface CheckingLimits {
  readonly connection: Connection;
  readonly holds: GatewayHolds;
  readonly requests: RequestLimits;
  readonly scheduling: Pick<SchedulerDependencies, 'opensAt' | 'onStart' | 'concurrencyOf' | 'mostInAll'>;
  budgetOf(gateway: Gateway): Budget;
  forget(gatewayId: string): void;
}

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

  return {
    connection,
    holds,
    budgetOf: budgetOfGateway,
    requests: {
      onAskedToWait: (gatewayId, waitMs) => holds.pause(gatewayId, waitMs),
      mayAskMore: async (gatewayId) => {
        await budgets.turn(gatewayId);
        return holds.opensAt(gatewayId) <= clock.steady();
      },
      mayTest: async (gateway) => {
        if (!asksToWait(pauses, clock, gateway)) await budgets.turn(gateway.id);
        return !asksToWait(pauses, clock, gateway);
      },
    },
    scheduling: {
      opensAt: (gatewayId) =>
        watchlist.status().paused
          ? Infinity
          : Math.max(connection.opensAt(), holds.opensAt(gatewayId), budgets.opensAt(gatewayId)),
      onStart: (gatewayId) => budgets.take(gatewayId),
      concurrencyOf: (gatewayId) => (holds.isProven(gatewayId) ? budgetOfId(gatewayId).concurrency : 1),
      mostInAll: () => connection.mostInAll(),
    },
    forget: (gatewayId) => {
      holds.forget(gatewayId);
      budgets.forget(gatewayId);
    },
  };
};
