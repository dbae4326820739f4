/** The places where keys can be kept. */
export const vaultKinds = ['keyring', 'file', 'memory'] as const;

/** The system's keyring; a file that a passphrase opens; or the memory of this run alone. */
export type VaultKind = (typeof vaultKinds)[number];

/** Why a key could not be read or kept. */
export type KeyTrouble =
  | 'keyring-locked'
  | 'keyring-absent'
  | 'keyring-failed'
  | 'key-file-locked'
  | 'key-file-damaged'
  | 'key-file-failed';

/** Why a passphrase did not open the file, or cannot be taken for a new one. */
export type PassphraseTrouble =
  | 'wrong-passphrase'
  | 'too-many-tries'
  | 'passphrase-short'
  | 'key-file-damaged'
  | 'key-file-failed'
  | 'no-key-file';

/** Why the keys are still where they were. */
export type MoveTrouble = KeyTrouble | PassphraseTrouble | 'store-failed';

export interface VaultState {
  readonly kind: VaultKind;
  /** The file waits for its passphrase. */
  readonly locked: boolean;
  /** What went wrong when a key was last asked for; null when nothing did. */
  readonly trouble: KeyTrouble | null;
  /** Where copies could not be removed yet. It is tried again at each start. */
  readonly leftovers: readonly VaultKind[];
}

/** What a new passphrase must have at least. */
export const shortestPassphrase = 8;
