import { failed, ok, type Result } from '../shared/result.ts';
import type { CredentialVault, VaultTrouble } from './ports.ts';

/**
 * Keys in memory, each read from the vault once and only when a check needs it.
 * A failed read is not remembered, so that the next check asks again.
 */
export interface Credentials {
  read(gatewayId: string): Promise<Result<string, VaultTrouble | 'no-key'>>;
  keep(gatewayId: string, key: string): Promise<Result<null, VaultTrouble>>;
  forget(gatewayId: string): Promise<Result<null, VaultTrouble>>;
}

export const createCredentials = (vault: CredentialVault): Credentials => {
  const known = new Map<string, string>();
  const reading = new Map<string, ReturnType<Credentials['read']>>();

  const readVault = async (gatewayId: string): ReturnType<Credentials['read']> => {
    const answer = await vault.read(gatewayId);
    if (!answer.ok) return answer;
    if (answer.value === null) return failed('no-key');
    known.set(gatewayId, answer.value);
    return ok(answer.value);
  };

  return {
    read: (gatewayId) => {
      const key = known.get(gatewayId);
      if (key !== undefined) return Promise.resolve(ok(key));
      const underway =
        reading.get(gatewayId) ?? readVault(gatewayId).finally(() => reading.delete(gatewayId));
      reading.set(gatewayId, underway);
      return underway;
    },
    keep: async (gatewayId, key) => {
      const kept = await vault.keep(gatewayId, key);
      if (kept.ok) known.set(gatewayId, key);
      return kept;
    },
    forget: async (gatewayId) => {
      const forgotten = await vault.forget(gatewayId);
      // Only now, because a read that was underway may have brought the key meanwhile.
      known.delete(gatewayId);
      return forgotten;
    },
  };
};
