import type { Gateway } from '../shared/gateway.ts';
import { originOf } from './origin.ts';
import type { Clock } from './ports.ts';
import type { StoredPause, TaskStore } from './store-ports.ts';
import { StoreFailure } from './store-failure.ts';

/** A gateway at an address; the id of one that is not stored yet is empty. */
export type PausePlace = Pick<Gateway, 'id' | 'baseUrl'>;

/** The waits that gateways have named. They hold whatever the user does, and over a restart. */
export interface GatewayPauses {
  /** A wait from now on; one that is under way is never shortened. Only that of a stored address is kept over a restart. */
  begin(place: PausePlace, forMs: number, isStored: boolean): void;
  /** When the wait of the gateway at this address is over (steady ms); in the past when there is none. */
  until(place: PausePlace): number;
  /** Nothing has to be remembered of a wait that is over. */
  end(place: PausePlace): void;
  /** The gateway is stored with this address from now on: what holds there holds, a wait before it was stored too. */
  adopt(place: PausePlace): void;
  forget(gatewayId: string): void;
  /** Takes up the waits of an earlier life of the app; the gateways that have one. */
  restore(gateways: readonly PausePlace[]): readonly string[];
}

/** No gateway is believed that asks for more, and no clock that says so. */
const longestPauseMs = 60 * 60_000;

export const createGatewayPauses = (
  clock: Clock,
  store: Pick<TaskStore, 'savePause' | 'pauses'>,
): GatewayPauses => {
  /** Steady ms, by gateway and origin: another address is another gateway. */
  const pauses = new Map<string, number>();

  const keyOf = ({ id, baseUrl }: PausePlace): string => `${id}\n${String(originOf(baseUrl))}`;
  const until: GatewayPauses['until'] = (place) => (pauses.size === 0 ? 0 : (pauses.get(keyOf(place)) ?? 0));

  // It holds now all the same; only a restart within the wait would not know of it.
  const save = (gatewayId: string, stored: StoredPause | null): void => {
    try {
      store.savePause(gatewayId, stored);
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
    }
  };
  const storedOf = (steadyUntil: number): StoredPause => {
    const steadyAt = clock.steady();
    return { until: clock.now() + steadyUntil - steadyAt, steadyUntil, steadyAt };
  };

  return {
    until,
    begin: (place, forMs, isStored) => {
      const steadyUntil = Math.max(clock.steady() + Math.min(forMs, longestPauseMs), until(place));
      pauses.set(keyOf(place), steadyUntil);
      if (isStored) save(place.id, storedOf(steadyUntil));
    },
    end: (place) => {
      if (pauses.delete(keyOf(place))) save(place.id, null);
    },
    adopt: (place) => {
      const draft = { ...place, id: '' };
      const steadyUntil = Math.max(until(place), until(draft));
      pauses.delete(keyOf(draft));
      const holds = steadyUntil > clock.steady();
      if (holds) pauses.set(keyOf(place), steadyUntil);
      save(place.id, holds ? storedOf(steadyUntil) : null);
    },
    forget: (gatewayId) => {
      for (const key of pauses.keys()) if (key.startsWith(`${gatewayId}\n`)) pauses.delete(key);
    },
    restore: (gateways) => {
      const stored = store.pauses();
      return gateways.flatMap((place) => {
        const pause = stored.get(place.id);
        const leftMs = pause === undefined ? 0 : Math.min(leftOf(pause, clock), longestPauseMs);
        if (leftMs <= 0) return [];
        pauses.set(keyOf(place), clock.steady() + leftMs);
        return [place.id];
      });
    },
  };
};

/**
 * Steady time is believed unless the machine was started anew since, which sets it back to zero. Where that does not
 * show, because the machine has been up for longer than before, this is too long and never too short.
 */
const leftOf = ({ until, steadyUntil, steadyAt }: StoredPause, clock: Clock): number =>
  clock.steady() >= steadyAt ? steadyUntil - clock.steady() : until - clock.now();
