import { ok } from '../shared/result.ts';
import { createCredentials, type Credentials } from './credentials.ts';
import type { TaskStore } from './ports.ts';
import { createVaults, type Vaults, type VaultsDependencies } from './vaults.ts';
import type { Watchlist } from './watchlist.ts';

/** What a user does with the place of all keys. */
export type KeyCommands = Pick<Vaults, 'unlock' | 'move' | 'changePassphrase' | 'forgetAll'>;

export interface KeyKeepingDependencies extends Pick<VaultsDependencies, 'keyring' | 'file'> {
  readonly store: Pick<TaskStore, 'setting' | 'saveSetting' | 'saveGateway'>;
  readonly watchlist: Pick<Watchlist, 'gateways' | 'putGateway' | 'updateStatus'>;
  /** Whatever held a gateway back may be over. */
  readonly onChanged: (gatewayId: string) => void;
}

export interface KeyKeeping {
  readonly vaults: Vaults;
  readonly credentials: Credentials;
  readonly keys: KeyCommands;
}

/** Every gateway is asked again once its key can be read, or can be read no longer. */
export const createKeyKeeping = (dependencies: KeyKeepingDependencies): KeyKeeping => {
  const { store, watchlist, onChanged } = dependencies;
  const vaults = createVaults({
    ...dependencies,
    gatewayIds: () => watchlist.gateways().map(({ id }) => id),
    onChanged: (vault) => watchlist.updateStatus({ vault }),
  });
  const credentials = createCredentials(vaults);
  const askAgain = <Answer extends { readonly ok: boolean }>(answer: Answer): Answer => {
    if (answer.ok) for (const { id } of watchlist.gateways()) onChanged(id);
    return answer;
  };
  const keys: KeyCommands = {
    unlock: async (passphrase) => askAgain(await vaults.unlock(passphrase)),
    move: async (to, passphrase, leaving) => {
      const moved = await vaults.move(to, passphrase, leaving);
      if (moved.ok && leaving) credentials.drop();
      return askAgain(moved);
    },
    changePassphrase: async (before, next) => askAgain(await vaults.changePassphrase(before, next)),
    forgetAll: async () => {
      const forgotten = await vaults.forgetAll();
      if (!forgotten.ok) return forgotten;
      credentials.drop();
      for (const gateway of watchlist.gateways()) {
        store.saveGateway({ ...gateway, keyHint: null });
        watchlist.putGateway({ ...gateway, keyHint: null });
      }
      return askAgain(ok(null));
    },
  };
  return { vaults, credentials, keys };
};
