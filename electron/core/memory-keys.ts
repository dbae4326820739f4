import { ok } from '../shared/result.ts';
import type { CredentialVault } from './vault-ports.ts';

/** Keys for as long as the process lives, and nowhere else. */
export const createMemoryKeys = (): CredentialVault => {
  const keys = new Map<string, string>();
  return {
    keep: (gatewayId, key) => {
      keys.set(gatewayId, key);
      return Promise.resolve(ok(null));
    },
    read: (gatewayId) => Promise.resolve(ok(keys.get(gatewayId) ?? null)),
    forget: (gatewayId) => {
      keys.delete(gatewayId);
      return Promise.resolve(ok(null));
    },
  };
};
