import { vaultKinds, type VaultKind } from '../shared/vault.ts';

/** What is stored of where keys are. */
export interface VaultPlace {
  readonly kind: VaultKind;
  /** The keys have moved on from there, and their copies are to go. */
  readonly toEmpty: readonly VaultKind[];
  /** Keys may lie there that nobody has asked to remove, such as after a move that broke off. */
  readonly elsewhere: readonly VaultKind[];
}

export const writtenPlace = (place: VaultPlace): string => JSON.stringify(place);

/** What is not understood counts as not chosen. */
export const readPlace = (written: string | null, usual: VaultKind): VaultPlace => {
  const stored = parsed(written ?? '');
  const kinds = (value: unknown): readonly VaultKind[] =>
    Array.isArray(value) ? vaultKinds.filter((kind) => value.includes(kind)) : [];
  const [kind = usual] = kinds([stored['kind']]);
  return { kind, toEmpty: kinds(stored['toEmpty']), elsewhere: kinds(stored['elsewhere']) };
};

const parsed = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
};
