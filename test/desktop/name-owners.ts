import type { DesktopSession } from './desktop-session.ts';

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
