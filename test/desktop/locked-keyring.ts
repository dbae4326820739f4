import { openSession } from './desktop-session.ts';

const keyring = { destination: 'org.freedesktop.secrets', path: '/org/freedesktop/secrets' } as const;
const login = '/org/freedesktop/secrets/collection/login';

/** Locks the keyring of a throw-away desktop, where nothing can show a prompt. */
export const lockKeyring = async (environment: NodeJS.ProcessEnv): Promise<void> => {
  const session = openSession(environment);
  await session.ask({
    ...keyring,
    interface: 'org.freedesktop.Secret.Service',
    member: 'Lock',
    signature: 'ao',
    body: [[login]],
  });
  session.close();
};

/** As the user does with the password that `startKeyring` gave it. */
export const unlockKeyring = async (environment: NodeJS.ProcessEnv): Promise<void> => {
  const session = openSession(environment);
  const [, opened] = await session.ask({
    ...keyring,
    interface: 'org.freedesktop.Secret.Service',
    member: 'OpenSession',
    signature: 'sv',
    body: ['plain', ['s', '']],
  });
  await session.ask({
    ...keyring,
    interface: 'org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface',
    member: 'UnlockWithMasterPassword',
    signature: 'o(oayays)',
    body: [login, [opened, [], [...Buffer.from('test\n')], 'text/plain']],
  });
  session.close();
};
