import { describe, expect, it } from 'vitest';
import type { VaultState } from '../../electron/shared/vault.ts';
import { vaultAsks } from '../../renderer/vault-asks.ts';
import { appStatus, gatewayEntry, viewOf } from './view-samples.ts';

const asksWith = (vault: Partial<VaultState>, trouble: 'no-key' | 'refused' | null = null) => {
  const status = appStatus();
  return vaultAsks({
    ...viewOf(),
    gateways: [gatewayEntry({ name: 'Studio', trouble })],
    status: { ...status, vault: { ...status.vault, ...vault } },
  });
};

describe('what the user is asked for before keys can be read', () => {
  it.each([
    ['nothing while the keyring answers', {}, null, null],
    ['a passphrase for a locked file', { kind: 'file', locked: true }, null, { for: 'passphrase' }],
    ['a choice where there is no keyring', { trouble: 'keyring-absent' }, null, { for: 'choice' }],
    ['a key that was not kept', { kind: 'memory' }, 'no-key', { for: 'key', gateway: 'Studio' }],
    ['nothing for a key that was refused', { kind: 'memory' }, 'refused', null],
    ['nothing for a missing key elsewhere', { kind: 'keyring' }, 'no-key', null],
  ] as const)('is %s', (_what, vault, trouble, asked) => {
    expect(asksWith(vault, trouble)).toEqual(asked);
  });
});
