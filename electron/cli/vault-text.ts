import { words } from '../shared/language/spoken.ts';
import type { VaultState } from '../shared/vault.ts';

/** Where keys are kept and how that is, a sentence a line. */
export const vaultText = ({ kind, locked, trouble, leftovers }: VaultState): string => {
  const said = words().vault;
  return [
    said.now[kind],
    ...(kind === 'file' && trouble === null ? [locked ? said.locked : said.open] : []),
    ...(trouble === null
      ? []
      : [trouble === 'key-file-locked' ? said.locked : words().diagnostics.keyring.troubles[trouble]]),
    ...leftovers.map((left) => said.leftover[left]),
  ].join('\n');
};
