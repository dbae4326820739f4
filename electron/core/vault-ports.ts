import type { Result } from '../shared/result.ts';
import type { KeyTrouble, PassphraseTrouble } from '../shared/vault.ts';

export type VaultTrouble = KeyTrouble;

/** Keeps one key a gateway, out of other people's reach. Never rejects, never takes over 10 s a call. */
export interface CredentialVault {
  keep(gatewayId: string, key: string): Promise<Result<null, VaultTrouble>>;
  /** Null when it is certain that no key of this gateway is kept. */
  read(gatewayId: string): Promise<Result<string | null, VaultTrouble>>;
  forget(gatewayId: string): Promise<Result<null, VaultTrouble>>;
}

/** The same in a file that a passphrase opens. Until then each call fails with 'key-file-locked'. Never rejects. */
export interface KeyFile extends CredentialVault {
  isThere(): boolean;
  isOpen(): boolean;
  /** At most three wrong ones a minute are looked at. */
  open(passphrase: string): Promise<Result<null, PassphraseTrouble>>;
  /** Makes a file with these keys and opens it. One that is there already is set aside under another name. */
  create(passphrase: string, keys: ReadonlyMap<string, string>): Promise<Result<null, 'key-file-failed'>>;
  changePassphrase(before: string, next: string): Promise<Result<null, PassphraseTrouble>>;
  /** Removes the file; those that were set aside stay. */
  discard(): Promise<Result<null, 'key-file-failed'>>;
}
