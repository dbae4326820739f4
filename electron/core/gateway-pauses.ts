import type { Gateway } from '../shared/gateway.ts';
import { originOf } from './origin.ts';
import type { Clock, StoredPause, TaskStore } from './ports.ts';
import { StoreFailure } from './store-failure.ts';

/** The waits that gateways have named. They hold whatever the user does, and over a restart. */
export interface GatewayPauses {
  /** A wait from now on; one that is under way is never shortened. */
  begin(gateway: Gateway, forMs: number): void;
  /** When the wait of the gateway at this address is over (steady ms); in the past when there is none. */
  until(gateway: Pick<Gateway, 'id' | 'baseUrl'>): number;
  /** Nothing has to be remembered of a wait that is over. */
  end(gatewayId: string): void;
  forget(gatewayId: string): void;
  /** Takes up the waits of an earlier life of the app; the gateways that have one. */
  restore(gateways: readonly Gateway[]): readonly string[];
}

/** No gateway is believed that asks for more, and no clock that says so. */
const longestPauseMs = 60 * 60_000;

export const createGatewayPauses = (
  clock: Clock,
  store: Pick<TaskStore, 'savePause' | 'pauses'>,
): GatewayPauses => {
  /** By gateway, with the origin that named it: another address is another gateway. */
  const pauses = new Map<string, { readonly until: number; readonly origin: string | null }>();

  const until: GatewayPauses['until'] = ({ id, baseUrl }) => {
    const pause = pauses.get(id);
    return pause?.origin === originOf(baseUrl) ? pause.until : 0;
  };

  // It holds now all the same; only a restart within the wait would not know of it.
  const save = (gatewayId: string, stored: StoredPause | null): void => {
    try {
      store.savePause(gatewayId, stored);
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
    }
  };

  return {
    until,
    begin: (gateway, forMs) => {
      const steadyAt = clock.steady();
      const steadyUntil = Math.max(steadyAt + Math.min(forMs, longestPauseMs), until(gateway));
      pauses.set(gateway.id, { until: steadyUntil, origin: originOf(gateway.baseUrl) });
      save(gateway.id, { until: clock.now() + steadyUntil - steadyAt, steadyUntil, steadyAt });
    },
    end: (gatewayId) => {
      if (pauses.delete(gatewayId)) save(gatewayId, null);
    },
    forget: (gatewayId) => void pauses.delete(gatewayId),
    restore: (gateways) => {
      const stored = store.pauses();
      return gateways.flatMap(({ id, baseUrl }) => {
        const pause = stored.get(id);
        const leftMs = pause === undefined ? 0 : Math.min(leftOf(pause, clock), longestPauseMs);
        if (leftMs <= 0) return [];
        pauses.set(id, { until: clock.steady() + leftMs, origin: originOf(baseUrl) });
        return [id];
      });
    },
  };
};

/** Steady time is believed unless the machine was started anew since, which sets it back to zero. */
const leftOf = ({ until, steadyUntil, steadyAt }: StoredPause, clock: Clock): number =>
  clock.steady() >= steadyAt ? steadyUntil - clock.steady() : until - clock.now();
