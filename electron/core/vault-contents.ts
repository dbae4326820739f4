import { failed, ok, type Result } from '../shared/result.ts';
import type { KeyTrouble } from '../shared/vault.ts';
import type { CredentialVault } from './vault-ports.ts';

/** What these entries hold; those that hold nothing are left out. Nothing when one of them cannot be read. */
export const allKeys = async (
  vault: CredentialVault,
  accounts: readonly string[],
): Promise<Result<Map<string, string>, KeyTrouble>> => {
  const keys = new Map<string, string>();
  for (const id of accounts) {
    const key = await vault.read(id);
    if (!key.ok) return key;
    if (key.value !== null) keys.set(id, key.value);
  }
  return ok(keys);
};

/** Removes these entries, all that it can. */
export const emptied = async (
  vault: CredentialVault,
  accounts: readonly string[],
): Promise<Result<null, KeyTrouble>> => {
  for (const id of accounts) {
    const forgotten = await vault.forget(id);
    if (!forgotten.ok) return forgotten;
  }
  return ok(null);
};

/** Puts keys in and reads each back; on a failure what was there before is put back as far as that goes. */
export const filled = async (
  vault: CredentialVault,
  keys: ReadonlyMap<string, string>,
): Promise<Result<null, KeyTrouble>> => {
  const before: (readonly [string, string | null])[] = [];
  const putBack = async (trouble: KeyTrouble): Promise<Result<null, KeyTrouble>> => {
    for (const [id, key] of before) await (key === null ? vault.forget(id) : vault.keep(id, key));
    return failed(trouble);
  };
  for (const [id, key] of keys) {
    const there = await vault.read(id);
    if (!there.ok) return putBack(there.trouble);
    before.push([id, there.value]);
    const kept = await vault.keep(id, key);
    if (!kept.ok) return putBack(kept.trouble);
    const read = await vault.read(id);
    if (!read.ok) return putBack(read.trouble);
    if (read.value !== key) return putBack('keyring-failed');
  }
  return ok(null);
};
