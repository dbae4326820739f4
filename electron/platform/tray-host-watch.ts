import type { Cancel } from '../core/ports.ts';
import { isTrue } from './dbus/variant.ts';
import { onNameOwner } from './dbus/name-owner.ts';
import type { SessionBus } from './dbus/session-bus.ts';

/** Calls back at once, and on every change, with whether a panel shows tray items. */
export type TrayHostWatch = (react: (present: boolean) => void) => Cancel;

const watcher = {
  destination: 'org.kde.StatusNotifierWatcher',
  path: '/StatusNotifierWatcher',
  interface: 'org.kde.StatusNotifierWatcher',
} as const;

const longestAnswerMs = 5000;

/** macOS and Windows always have a place for the item. */
export const trayHostAlwaysThere: TrayHostWatch = (react) => {
  react(true);
  return () => undefined;
};

/** Begins to watch now, and calls back whoever comes later. */
export const watchedFromNow = (watch: TrayHostWatch): TrayHostWatch => {
  const readers = new Set<(present: boolean) => void>();
  let last: boolean | null = null;
  watch((present) => {
    last = present;
    for (const react of readers) react(present);
  });
  return (react) => {
    readers.add(react);
    if (last !== null) react(last);
    return () => void readers.delete(react);
  };
};

/** Linux: somebody keeps the list of tray items, and a panel that draws them has registered there. */
export const trayHostOnBus =
  (bus: SessionBus): TrayHostWatch =>
  (react) => {
    let last: boolean | null = null;
    // Whatever comes later knows better than an answer that is still under way.
    let newest = 0;
    const tell = (present: boolean): void => {
      newest += 1;
      if (present === last) return;
      last = present;
      react(present);
    };
    const ask = (): void => {
      newest += 1;
      const asked = newest;
      const request = {
        ...watcher,
        interface: 'org.freedesktop.DBus.Properties',
        member: 'Get',
        signature: 'ss',
        body: [watcher.interface, 'IsStatusNotifierHostRegistered'],
      };
      void bus.call(request, longestAnswerMs).then((answer) => {
        if (newest === asked) tell(answer.ok && isTrue(answer.value[0]));
      });
    };
    const { destination: sender, path, interface: name } = watcher;
    const cancels = [
      onNameOwner(bus, sender, (owner) => (owner === null ? tell(false) : ask())),
      ...['StatusNotifierHostRegistered', 'StatusNotifierHostUnregistered'].map((member) =>
        bus.onSignal({ sender, path, interface: name, member }, ask),
      ),
    ];
    return () => {
      newest += 1;
      for (const cancel of cancels) cancel();
    };
  };
