import { ok } from '../shared/result.ts';
import type { Credentials } from './credentials.ts';
import type { TaskStore } from './ports.ts';
import type { Vaults } from './vaults.ts';
import type { Watchlist } from './watchlist.ts';

/** What a user does with the place of all keys. */
export type KeyKeeping = Pick<Vaults, 'unlock' | 'move' | 'changePassphrase' | 'forgetAll'>;

export interface KeyKeepingDependencies {
  readonly vaults: Vaults;
  readonly credentials: Pick<Credentials, 'drop'>;
  readonly store: Pick<TaskStore, 'saveGateway'>;
  readonly watchlist: Pick<Watchlist, 'gateways' | 'putGateway'>;
  /** Whatever held a gateway back may be over. */
  readonly onChanged: (gatewayId: string) => void;
}

/** Every gateway is asked again once its key can be read, or can be read no longer. */
export const createKeyKeeping = (dependencies: KeyKeepingDependencies): KeyKeeping => {
  const { vaults, credentials, store, watchlist, onChanged } = dependencies;
  const askAgain = <Answer extends { readonly ok: boolean }>(answer: Answer): Answer => {
    if (answer.ok) for (const { id } of watchlist.gateways()) onChanged(id);
    return answer;
  };
  return {
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
};
