import type { App } from '../../app.ts';
import { failed, ok } from '../../shared/result.ts';
import { processOf, programOf, propertyOf } from '../dbus/bus-facts.ts';
import type { SessionBus } from '../dbus/session-bus.ts';
import type { PartOfDesktop } from './part.ts';

export interface TrayPartDependencies {
  readonly app: Pick<App, 'view'>;
  readonly bus: SessionBus | null;
}

const watcher = {
  destination: 'org.kde.StatusNotifierWatcher',
  path: '/StatusNotifierWatcher',
  interface: 'org.kde.StatusNotifierWatcher',
} as const;

export const trayPart = ({ app, bus }: TrayPartDependencies): PartOfDesktop => ({
  read: async () => {
    const { trayVisible, trayAdvice } = app.view().status;
    if (!trayVisible) {
      const advice = trayAdvice === null ? '' : `${trayAdvice} `;
      return `No desktop panel shows tray items. ${advice}Start Taskbell again to open its window.`;
    }
    const program = bus === null ? null : await programOf(bus, watcher.destination);
    return program === null
      ? 'A desktop panel shows the tray item.'
      : `A desktop panel shows the tray item; ${program} keeps the list of items.`;
  },
  test: async () => {
    if (bus === null) return ok('The system has a place for the tray item.');
    const listed = await propertyOf(bus, watcher, 'RegisteredStatusNotifierItems');
    if (!Array.isArray(listed)) return failed('Nobody on this desktop keeps a list of tray items.');
    for (const item of listed.filter((name) => typeof name === 'string')) {
      const slash = item.indexOf('/');
      if ((await processOf(bus, slash === -1 ? item : item.slice(0, slash))) === process.pid)
        return ok('The panel’s list has Taskbell’s item.');
    }
    return failed('The panel’s list of tray items does not have Taskbell’s.');
  },
});
