import type { WatchlistView } from '../electron/shared/watchlist-view.ts';

/** What the user must give before keys can be read. */
export type VaultAsks =
  | { readonly for: 'passphrase' }
  | { readonly for: 'key'; readonly gateway: string }
  | { readonly for: 'choice' };

export const vaultAsks = ({ gateways, status }: WatchlistView): VaultAsks | null => {
  const { kind, locked, trouble } = status.vault;
  if (locked) return { for: 'passphrase' };
  if (kind === 'keyring' && trouble === 'keyring-absent') return { for: 'choice' };
  const [missing] = kind === 'memory' ? gateways.filter((gateway) => gateway.trouble === 'no-key') : [];
  return missing === undefined ? null : { for: 'key', gateway: missing.name };
};
