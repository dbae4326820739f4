import { ok } from '../shared/result.ts';
import { createCredentials, type Credentials } from './credentials.ts';
import { withDemoKey } from './demo.ts';
import type { TaskStore } from './store-ports.ts';
import type { PushStore } from './push-ports.ts';
import { pushAccountOf } from './push-secrets.ts';
import { createVaults, type Vaults, type VaultsDependencies } from './vaults.ts';
import type { Watchlist } from './watchlist.ts';

/** What a user does with the place of all keys. */
export type KeyCommands = Pick<Vaults, 'unlock' | 'move' | 'changePassphrase' | 'forgetAll'>;

export interface KeyKeepingDependencies extends Pick<VaultsDependencies, 'keyring' | 'file'> {
  readonly store: Pick<TaskStore, 'setting' | 'saveSetting' | 'saveGateway'> & Pick<PushStore, 'pushTargets'>;
  readonly watchlist: Pick<Watchlist, 'gateways' | 'putGateway' | 'updateStatus'>;
  /** Whatever held a gateway back may be over. */
  readonly onChanged: (gatewayId: string) => void;
  /** The same for phones and chats, whose addresses and tokens lie with the keys. */
  readonly onPushChanged: () => void;
}

export interface KeyKeeping {
  readonly vaults: Vaults;
  readonly credentials: Credentials;
  readonly keys: KeyCommands;
}

/** Every gateway is asked, and every phone and chat told, again once its key can be read, or can be read no longer. */
export const createKeyKeeping = (dependencies: KeyKeepingDependencies): KeyKeeping => {
  const { store, watchlist, onChanged, onPushChanged } = dependencies;
  const vaults = createVaults({
    ...dependencies,
    accounts: () => [
      ...watchlist.gateways().map(({ id }) => id),
      ...store.pushTargets(0).map(({ id }) => pushAccountOf(id)),
    ],
    onChanged: (vault) => watchlist.updateStatus({ vault }),
  });
  const credentials = withDemoKey(createCredentials(vaults));
  const askAgain = <Answer extends { readonly ok: boolean }>(answer: Answer): Answer => {
    if (!answer.ok) return answer;
    for (const { id } of watchlist.gateways()) onChanged(id);
    onPushChanged();
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
