import type { Gateway } from '../shared/gateway.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { originOf } from './origin.ts';
import type { CredentialVault, VaultTrouble } from './vault-ports.ts';

/** Whose key, and where it will be sent. */
export type KeyPlace = Pick<Gateway, 'id' | 'baseUrl'>;

/**
 * Keys in memory, each read from the vault once and only when a check needs it.
 * A failed read is not remembered, so that the next check asks again.
 */
export interface Credentials {
  /** `no-key` also for a place at another origin than the key was entered for, as while a gateway is being moved. */
  read(place: KeyPlace): Promise<Result<string, VaultTrouble | 'no-key'>>;
  keep(place: KeyPlace, key: string): Promise<Result<null, VaultTrouble>>;
  forget(gatewayId: string): Promise<Result<null, VaultTrouble>>;
  /** Holds none in memory any more: the vault is asked again. */
  drop(): void;
}

interface KnownKey {
  readonly key: string;
  readonly origin: string | null;
}

export const createCredentials = (vault: CredentialVault): Credentials => {
  const known = new Map<string, KnownKey>();
  const reading = new Map<string, ReturnType<typeof readVault>>();

  const readVault = async (
    gatewayId: string,
    origin: string | null,
  ): Promise<Result<null, VaultTrouble | 'no-key'>> => {
    const answer = await vault.read(gatewayId);
    if (!answer.ok) return answer;
    if (answer.value === null) return failed('no-key');
    // A key that was entered meanwhile knows better where it belongs.
    if (!known.has(gatewayId)) known.set(gatewayId, { key: answer.value, origin });
    return ok(null);
  };

  return {
    read: async (place) => {
      const origin = originOf(place.baseUrl);
      if (!known.has(place.id)) {
        const underway =
          reading.get(place.id) ?? readVault(place.id, origin).finally(() => reading.delete(place.id));
        reading.set(place.id, underway);
        const answer = await underway;
        if (!answer.ok) return answer;
      }
      const kept = known.get(place.id);
      return kept?.origin === origin ? ok(kept.key) : failed('no-key');
    },
    keep: async (place, key) => {
      const kept = await vault.keep(place.id, key);
      if (kept.ok) known.set(place.id, { key, origin: originOf(place.baseUrl) });
      return kept;
    },
    forget: async (gatewayId) => {
      const forgotten = await vault.forget(gatewayId);
      // Only now, because a read that was underway may have brought the key meanwhile.
      known.delete(gatewayId);
      return forgotten;
    },
    drop: () => known.clear(),
  };
};
