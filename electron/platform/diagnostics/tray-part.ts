import type { App } from '../../app.ts';
import { words } from '../../shared/language/spoken.ts';
import { failed, ok } from '../../shared/result.ts';
import { processOf, programOf, propertyOf } from '../dbus/bus-facts.ts';
import type { SessionBus } from '../dbus/session-bus.ts';
import type { PartOfDesktop } from './part.ts';
import { sentences } from './sentences.ts';

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
    const said = words().diagnostics.tray;
    if (!trayVisible) {
      return sentences(said.none, trayAdvice ?? '', said.startAgain);
    }
    const program = bus === null ? null : await programOf(bus, watcher.destination);
    return program === null ? said.shown : said.shownKeptBy(program);
  },
  test: async () => {
    if (bus === null) return ok(words().diagnostics.tray.systemPlace);
    const listed = await propertyOf(bus, watcher, 'RegisteredStatusNotifierItems');
    if (!Array.isArray(listed)) return failed(words().diagnostics.tray.noList);
    for (const item of listed.filter((name) => typeof name === 'string')) {
      const slash = item.indexOf('/');
      if ((await processOf(bus, slash === -1 ? item : item.slice(0, slash))) === process.pid)
        return ok(words().diagnostics.tray.listed);
    }
    return failed(words().diagnostics.tray.notListed);
  },
});
