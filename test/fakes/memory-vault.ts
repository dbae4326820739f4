import type { CredentialVault, VaultTrouble } from '../../electron/core/vault-ports.ts';
import { failed, ok } from '../../electron/shared/result.ts';

/** A keychain in memory that can be made to fail. */
export interface MemoryVault extends CredentialVault {
  readonly keys: Map<string, string>;
  readonly reads: string[];
  trouble: VaultTrouble | null;
}

export const createMemoryVault = (): MemoryVault => {
  const keys = new Map<string, string>();
  const reads: string[] = [];
  const vault: MemoryVault = {
    keys,
    reads,
    trouble: null,
    keep: (gatewayId, key) => answer(() => (keys.set(gatewayId, key), null)),
    read: (gatewayId) => {
      reads.push(gatewayId);
      return answer(() => keys.get(gatewayId) ?? null);
    },
    forget: (gatewayId) => answer(() => (keys.delete(gatewayId), null)),
  };
  const answer = <Value>(value: () => Value) =>
    Promise.resolve(vault.trouble === null ? ok(value()) : failed(vault.trouble));
  return vault;
};
