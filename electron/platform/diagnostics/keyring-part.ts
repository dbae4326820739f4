import type { CredentialVault } from '../../core/vault-ports.ts';
import { durationText } from '../../shared/duration.ts';
import { words } from '../../shared/language/spoken.ts';
import { failed, ok } from '../../shared/result.ts';
import type { VaultState } from '../../shared/vault.ts';
import { hasOwner, programOf } from '../dbus/bus-facts.ts';
import { isKeyringLocked, secretService } from '../dbus/secret-service.ts';
import type { SessionBus } from '../dbus/session-bus.ts';
import type { PartOfDesktop } from './part.ts';
import { sentences } from './sentences.ts';

export interface KeyringPartDependencies {
  readonly vault: CredentialVault;
  readonly state: () => VaultState;
  readonly bus: SessionBus | null;
}

/** An account that no gateway has: what happens to it shows whether the keyring works, without touching a key. */
const probe = 'taskbell-diagnostics';

export const keyringPart = ({ vault, state, bus }: KeyringPartDependencies): PartOfDesktop => {
  const desktopKeyring = async (on: SessionBus): Promise<string> => {
    const isThere = await hasOwner(on, secretService.destination);
    // A locked keyring is not touched: it would ask the user for its password.
    if (isThere && (await isKeyringLocked(on)))
      return sentences(words().diagnostics.keyring.linux, words().diagnostics.keyring.locked);
    const answer = await vault.read(probe);
    if (!answer.ok) return words().diagnostics.keyring.troubles[answer.trouble];
    const program = await programOf(on, secretService.destination);
    const { linux, unlocked, unlockedBy } = words().diagnostics.keyring;
    return sentences(linux, program === null ? unlocked : unlockedBy(program));
  };
  /** Nobody is asked to unlock a keyring that holds no keys of ours. */
  const elsewhere = async (): Promise<string> => {
    const answer = await vault.read(probe);
    const { kind } = state();
    const { now, open } = words().vault;
    if (!answer.ok) return sentences(now[kind], words().diagnostics.keyring.troubles[answer.trouble]);
    return kind === 'file' ? sentences(now.file, open) : now[kind];
  };
  return {
    read: async () => {
      if (state().kind !== 'keyring') return elsewhere();
      if (bus !== null) return desktopKeyring(bus);
      const answer = await vault.read(probe);
      return answer.ok ? keyringName() : words().diagnostics.keyring.troubles[answer.trouble];
    },
    test: async () => {
      const began = performance.now();
      const secret = `probe-${String(Math.random())}`;
      const kept = await vault.keep(probe, secret);
      if (!kept.ok) return failed(words().diagnostics.keyring.troubles[kept.trouble]);
      const read = await vault.read(probe);
      const forgotten = await vault.forget(probe);
      if (!read.ok) return failed(words().diagnostics.keyring.troubles[read.trouble]);
      if (read.value !== secret) return failed(words().diagnostics.keyring.otherSecret);
      if (!forgotten.ok) return failed(words().diagnostics.keyring.troubles[forgotten.trouble]);
      const took = performance.now() - began;
      const { works, underASecond } = words().diagnostics.keyring;
      return ok(works(took < 1000 ? underASecond : durationText(took)));
    },
  };
};

const keyringName = (): string => {
  const { linux, darwin, win32 } = words().diagnostics.keyring;
  if (process.platform === 'darwin') return darwin;
  return process.platform === 'win32' ? win32 : linux;
};
