import { describe, expect, it } from 'vitest';
import { sessionBusAddress, socketsOf } from '../../electron/platform/dbus/bus-address.ts';

describe('the address of the session bus', () => {
  it('is the one of the session', () => {
    const environment = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/a', XDG_RUNTIME_DIR: '/run/user/7' };
    expect(sessionBusAddress(environment)).toBe('unix:path=/a');
  });

  it('is the usual place in the runtime folder when the session names none', () => {
    const environment = { DBUS_SESSION_BUS_ADDRESS: '', XDG_RUNTIME_DIR: '/run/user/7' };
    expect(sessionBusAddress(environment)).toBe('unix:path=/run/user/7/bus');
  });

  it('is null outside a session', () => {
    expect(sessionBusAddress({})).toBeNull();
  });
});

describe('the sockets of an address', () => {
  it('are paths, abstract names and ports, in their order', () => {
    expect(socketsOf('unix:path=/run/bus,guid=12;unix:abstract=/tmp/x;tcp:host=::1,port=7')).toEqual([
      { path: '/run/bus' },
      { path: '\0/tmp/x' },
      { host: '::1', port: 7 },
    ]);
  });

  it('have their escapes undone', () => {
    expect(socketsOf('unix:path=/tmp/a%20b%2cc')).toEqual([{ path: '/tmp/a b,c' }]);
    expect(socketsOf('unix:path=/tmp/100%')).toEqual([{ path: '/tmp/100%' }]);
  });

  it('leave out what is no socket', () => {
    expect(socketsOf('autolaunch:;unixexec:path=ssh;nonsense;')).toEqual([]);
  });
});
