import type { CredentialVault, VaultTrouble } from '../../core/ports.ts';
import { durationText } from '../../shared/duration.ts';
import { failed, ok } from '../../shared/result.ts';
import { askedOf, hasOwner, programOf, propertyOf } from '../dbus/bus-facts.ts';
import type { SessionBus } from '../dbus/session-bus.ts';
import type { PartOfDesktop } from './part.ts';

export interface KeyringPartDependencies {
  readonly vault: CredentialVault;
  readonly bus: SessionBus | null;
}

const service = {
  destination: 'org.freedesktop.secrets',
  path: '/org/freedesktop/secrets',
  interface: 'org.freedesktop.Secret.Service',
} as const;

/** An account that no gateway has: what happens to it shows whether the keyring works, without touching a key. */
const probe = 'taskbell-diagnostics';

export const keyringPart = ({ vault, bus }: KeyringPartDependencies): PartOfDesktop => {
  const desktopKeyring = async (on: SessionBus): Promise<string> => {
    const isThere = await hasOwner(on, service.destination);
    // A locked keyring is not touched: it would ask the user for its password.
    if (isThere && (await isLocked(on)))
      return `${keyringName} It is locked: unlock it, and Taskbell goes on.`;
    const answer = await vault.read(probe);
    if (!answer.ok) return keyringSentences[answer.trouble];
    const program = await programOf(on, service.destination);
    return program === null
      ? `${keyringName} It is unlocked.`
      : `${keyringName} ${program} keeps it; it is unlocked.`;
  };
  return {
    read: async () => {
      if (bus !== null) return desktopKeyring(bus);
      const answer = await vault.read(probe);
      return answer.ok ? (keyringNames[process.platform] ?? keyringName) : keyringSentences[answer.trouble];
    },
    test: async () => {
      const began = performance.now();
      const secret = `probe-${String(Math.random())}`;
      const kept = await vault.keep(probe, secret);
      if (!kept.ok) return failed(keyringSentences[kept.trouble]);
      const read = await vault.read(probe);
      const forgotten = await vault.forget(probe);
      if (!read.ok) return failed(keyringSentences[read.trouble]);
      if (read.value !== secret) return failed('The keyring gave back something else than was put in.');
      if (!forgotten.ok) return failed(keyringSentences[forgotten.trouble]);
      const took = performance.now() - began;
      return ok(
        `A probe was kept, read and removed in ${took < 1000 ? 'less than a second' : durationText(took)}.`,
      );
    },
  };
};

/** Whether the collection that takes new secrets is locked. */
const isLocked = async (bus: SessionBus): Promise<boolean> => {
  const path = await askedOf(bus, { ...service, member: 'ReadAlias', signature: 's', body: ['default'] });
  if (typeof path !== 'string' || path === '/') return false;
  const collection = {
    destination: service.destination,
    path,
    interface: 'org.freedesktop.Secret.Collection',
  };
  return (await propertyOf(bus, collection, 'Locked')) === true;
};

const keyringName = 'Keys are kept in the desktop’s keyring (Secret Service).';

const keyringNames: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Keys are kept in the macOS keychain.',
  win32: 'Keys are kept in the Windows Credential Manager.',
};

const keyringSentences: Readonly<Record<VaultTrouble, string>> = {
  'keyring-locked': 'The keyring did not answer within 10 s: it is probably locked.',
  'keyring-absent': 'No keyring is running. Keys cannot be kept until one is (such as gnome-keyring).',
  'keyring-failed': 'The keyring answered with an error.',
};
