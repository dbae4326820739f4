import type { Cancel, DoNotDisturb } from '../core/ports.ts';
import type { BusCall } from './dbus/bus-connection.ts';
import { onNameOwner } from './dbus/name-owner.ts';
import type { Listening, SessionBus } from './dbus/session-bus.ts';
import { isTrue } from './dbus/variant.ts';

const notifications = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
} as const;
const settings = { destination: 'org.xfce.Xfconf', path: '/org/xfce/Xfconf' } as const;
const properties = 'org.freedesktop.DBus.Properties';
const channel = 'xfce4-notifyd';

const longestAnswerMs = 5_000;

const propertyOf = (owner: string, name: string): BusCall => ({
  ...notifications,
  interface: properties,
  member: 'Get',
  signature: 'ss',
  body: [owner, name],
});

/** Where desktops say it: KDE Plasma, dunst, Xfce. Each tells of changes by itself. */
const plasma = propertyOf('org.freedesktop.Notifications', 'Inhibited');
const dunst = propertyOf('org.dunstproject.cmd0', 'paused');
const xfce: BusCall = {
  ...settings,
  interface: 'org.xfce.Xfconf',
  member: 'GetProperty',
  signature: 'ss',
  body: [channel, '/do-not-disturb'],
};

/** Macs and Windows hold notifications back themselves, and do not tell. */
export const neverDisturbing: DoNotDisturb = { isOn: () => false, onChange: () => () => undefined };

/**
 * The desktop's do-not-disturb, as far as it can be read over D-Bus. GNOME keeps it in a setting that is on no bus
 * (https://github.com/flatpak/xdg-desktop-portal/issues/1320): there the shell itself holds banners back.
 */
export const doNotDisturbOnBus = (bus: SessionBus): DoNotDisturb & Listening => {
  let cancels: readonly Cancel[] = [];
  const readers = new Set<() => void>();
  const on = { daemon: false, settings: false };

  const note = (source: keyof typeof on, value: boolean): void => {
    const before = on.daemon || on.settings;
    on[source] = value;
    if (before !== (on.daemon || on.settings)) for (const react of readers) react();
  };
  const ask = async (source: keyof typeof on, calls: readonly BusCall[]): Promise<void> => {
    const answers = await Promise.all(calls.map((call) => bus.call(call, longestAnswerMs)));
    note(
      source,
      answers.some((answer) => answer.ok && isTrue(answer.value[0])),
    );
  };
  const askDaemon = (): void => void ask('daemon', [plasma, dunst]);
  const askSettings = (): void => void ask('settings', [xfce]);
  const changed = (firstArgument: string, react: () => void): Cancel => {
    const { destination: sender, path } = notifications;
    return bus.onSignal(
      { sender, path, interface: properties, member: 'PropertiesChanged', firstArgument },
      react,
    );
  };
  const settingChanged = (member: string): Cancel =>
    bus.onSignal(
      {
        sender: settings.destination,
        path: settings.path,
        interface: 'org.xfce.Xfconf',
        member,
        firstArgument: channel,
      },
      askSettings,
    );

  return {
    listen: () => {
      cancels = [
        // Nobody is started only to be asked.
        onNameOwner(bus, notifications.destination, (owner) =>
          owner === null ? note('daemon', false) : askDaemon(),
        ),
        onNameOwner(bus, settings.destination, (owner) =>
          owner === null ? note('settings', false) : askSettings(),
        ),
        changed('org.freedesktop.Notifications', askDaemon),
        changed('org.dunstproject.cmd0', askDaemon),
        settingChanged('PropertyChanged'),
        settingChanged('PropertyRemoved'),
      ];
    },
    isOn: () => on.daemon || on.settings,
    onChange: (react) => {
      readers.add(react);
      return () => void readers.delete(react);
    },
    close: () => {
      for (const cancel of cancels) cancel();
    },
  };
};
