import type { NetConnectOpts } from 'node:net';

/** Where the session bus listens, by the environment; null when there is no session. */
export const sessionBusAddress = (
  environment: Readonly<Record<string, string | undefined>>,
): string | null => {
  const { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: runtimeFolder } = environment;
  if (address !== undefined && address !== '') return address;
  return runtimeFolder === undefined || runtimeFolder === '' ? null : `unix:path=${runtimeFolder}/bus`;
};

/** Where the bus of the whole system listens. */
export const systemBusAddress = (environment: Readonly<Record<string, string | undefined>>): string =>
  environment['DBUS_SYSTEM_BUS_ADDRESS'] ?? 'unix:path=/run/dbus/system_bus_socket';

/**
 * The sockets that a D-Bus address names, in its order. Abstract names are dialled by Node itself, because the
 * library needs a native module for them. Transports that are no socket (`autolaunch:`, `unixexec:`) are left out.
 */
export const socketsOf = (address: string): readonly NetConnectOpts[] =>
  address.split(';').flatMap((alternative): readonly NetConnectOpts[] => {
    const [transport, rest] = cutAt(':', alternative);
    const keys = new Map(
      rest
        .split(',')
        .map((pair) => cutAt('=', pair))
        .map(([key, value]) => [key, percentDecoded(value)]),
    );
    const [path, name, port] = [keys.get('path'), keys.get('abstract'), keys.get('port')];
    if (transport === 'unix' && path !== undefined) return [{ path }];
    if (transport === 'unix' && name !== undefined) return [{ path: `\0${name}` }];
    if (transport === 'tcp' && port !== undefined)
      return [{ host: keys.get('host') ?? 'localhost', port: Number(port) }];
    return [];
  });

const cutAt = (mark: string, text: string): readonly [string, string] => {
  const [head = '', ...rest] = text.split(mark);
  return [head, rest.join(mark)];
};

/** The specification escapes bytes as %xx; a wrong escape is taken as it stands. */
const percentDecoded = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};
