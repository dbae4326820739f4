import { openSession, type DesktopSession } from './desktop-session.ts';

/** The process that owns a name on the bus; rejects when nobody does. */
export const processOwning = async (session: DesktopSession, name: string): Promise<number> => {
  const [id] = await session.ask({
    destination: 'org.freedesktop.DBus',
    path: '/org/freedesktop/DBus',
    interface: 'org.freedesktop.DBus',
    member: 'GetConnectionUnixProcessID',
    signature: 's',
    body: [name],
  });
  return Number(id);
};

/** Stops the keyring of a desktop in the middle of whatever it does, as one does that hangs; its process. */
export const hangKeyring = async (environment: Parameters<typeof openSession>[0]): Promise<number> => {
  const session = openSession(environment);
  const keyring = await processOwning(session, 'org.freedesktop.secrets');
  session.close();
  process.kill(keyring, 'SIGSTOP');
  return keyring;
};
