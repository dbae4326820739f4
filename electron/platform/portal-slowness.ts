import type { Cancel } from '../core/ports.ts';
import type { SlowReason } from '../shared/timing.ts';
import type { BusCall } from './dbus/bus-connection.ts';
import { onNameOwner } from './dbus/name-owner.ts';
import { isTrue } from './dbus/variant.ts';
import type { Listening, SessionBus } from './dbus/session-bus.ts';
import type { SlowSource } from './electron-machine.ts';

/** https://flatpak.github.io/xdg-desktop-portal/docs/: NetworkMonitor (from version 2) and PowerProfileMonitor. */
const portal = {
  destination: 'org.freedesktop.portal.Desktop',
  path: '/org/freedesktop/portal/desktop',
} as const;
const network = 'org.freedesktop.portal.NetworkMonitor';
const power = 'org.freedesktop.portal.PowerProfileMonitor';
const properties = 'org.freedesktop.DBus.Properties';

const longestAnswerMs = 5_000;

const isMetered: BusCall = { ...portal, interface: network, member: 'GetMetered' };
const savesPower: BusCall = {
  ...portal,
  interface: properties,
  member: 'Get',
  signature: 'ss',
  body: [power, 'power-saver-enabled'],
};

/** Asks the desktop's portal whether network or battery are to be spared. A desktop without one says nothing. */
export const slownessFromPortal = (bus: SessionBus): SlowSource & Listening => {
  let cancels: readonly Cancel[] = [];
  const readers = new Set<() => void>();
  let metered = false;
  let saving = false;
  // Whatever comes later knows better than an answer that is still under way.
  let newest = 0;

  const tell = (change: { readonly metered?: boolean; readonly saving?: boolean }): void => {
    const before = { metered, saving };
    metered = change.metered ?? metered;
    saving = change.saving ?? saving;
    if (before.metered !== metered || before.saving !== saving) for (const react of readers) react();
  };

  const ask = async (): Promise<void> => {
    const asked = (newest += 1);
    const [network, battery] = await Promise.all([
      bus.call(isMetered, longestAnswerMs),
      bus.call(savesPower, longestAnswerMs),
    ]);
    if (newest !== asked) return;
    tell({
      metered: network.ok && network.value[0] === true,
      saving: battery.ok && isTrue(battery.value[0]),
    });
  };

  return {
    reason: (): SlowReason | null => (metered ? 'metered' : saving ? 'low-power' : null),
    onChange: (react) => {
      readers.add(react);
      return () => void readers.delete(react);
    },
    listen: () => {
      cancels = [
        // The portal is not started for this: where nobody runs it, nothing is known.
        onNameOwner(bus, portal.destination, (owner) => {
          if (owner !== null) return void ask();
          newest += 1;
          tell({ metered: false, saving: false });
        }),
        bus.onSignal(
          { sender: portal.destination, path: portal.path, interface: network, member: 'changed' },
          () => void ask(),
        ),
        bus.onSignal(
          {
            sender: portal.destination,
            path: portal.path,
            interface: properties,
            member: 'PropertiesChanged',
            firstArgument: power,
          },
          () => void ask(),
        ),
      ];
    },
    close: () => {
      newest += 1;
      for (const cancel of cancels) cancel();
    },
  };
};
