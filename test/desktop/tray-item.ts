import { createHash } from 'node:crypto';
import { dictionary, textOf, variantValue } from './bus-values.ts';
import type { DesktopSession } from './desktop-session.ts';
import { until } from './until.ts';

/** Where a tray item lives on the bus. */
export interface TrayAddress {
  readonly destination: string;
  readonly path: string;
}

/** What a tray host sees of the item. */
export interface TrayItem {
  readonly id: string;
  readonly status: string;
  readonly title: string;
  readonly toolTip: string;
  /** Changes when the picture does; empty when there is none. */
  readonly iconDigest: string;
  readonly menuPath: string;
}

const properties = 'org.freedesktop.DBus.Properties';
const itemInterface = 'org.kde.StatusNotifierItem';
const watcher = { destination: 'org.kde.StatusNotifierWatcher', path: '/StatusNotifierWatcher' } as const;

/** Resolves when the tray host shows an item; with a process id, an item of that process. */
export const waitForTrayItem = (session: DesktopSession, ofProcess?: number): Promise<TrayAddress> =>
  until('a tray item', async () => {
    for (const address of await registeredItems(session)) {
      if (ofProcess === undefined || (await processOf(session, address)) === ofProcess) return address;
    }
    return null;
  });

/** The items that the tray host shows now. */
export const registeredItems = async (session: DesktopSession): Promise<readonly TrayAddress[]> => {
  const [variant] = await session.ask({
    ...watcher,
    interface: properties,
    member: 'Get',
    signature: 'ss',
    body: [watcher.destination, 'RegisteredStatusNotifierItems'],
  });
  return (variantValue(variant) as readonly string[]).map((name) => addressOf(name));
};

/** Hosts name an item by its owner alone or by owner and path. */
const addressOf = (name: string): TrayAddress => {
  const slash = name.indexOf('/');
  return slash === -1
    ? { destination: name, path: '/StatusNotifierItem' }
    : { destination: name.slice(0, slash), path: name.slice(slash) };
};

const processOf = async (session: DesktopSession, { destination }: TrayAddress): Promise<number | null> => {
  const answer = await session.bus.call(
    {
      destination: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      interface: 'org.freedesktop.DBus',
      member: 'GetConnectionUnixProcessID',
      signature: 's',
      body: [destination],
    },
    5000,
  );
  return answer.ok ? (answer.value[0] as number) : null;
};

export const readTrayItem = async (session: DesktopSession, address: TrayAddress): Promise<TrayItem> => {
  const [entries] = await session.ask({
    ...address,
    interface: properties,
    member: 'GetAll',
    signature: 's',
    body: [itemInterface],
  });
  const values = dictionary(entries);
  const [, , toolTip] = (values.get('ToolTip') ?? []) as readonly unknown[];
  return {
    id: textOf(values.get('Id')),
    status: textOf(values.get('Status')),
    title: textOf(values.get('Title')),
    toolTip: textOf(toolTip),
    iconDigest: digestOf(values.get('IconPixmap'), textOf(values.get('IconName'))),
    menuPath: textOf(values.get('Menu')),
  };
};

const digestOf = (pixmaps: unknown, name: string): string => {
  const hash = createHash('sha256').update(name);
  let drawn = name !== '';
  for (const [width, height, bytes] of (pixmaps ?? []) as readonly (readonly [
    number,
    number,
    Uint8Array,
  ])[]) {
    hash.update(`${String(width)}x${String(height)}`).update(bytes);
    drawn = true;
  }
  return drawn ? hash.digest('hex').slice(0, 16) : '';
};

/** A left click, as the host sends it. */
export const activateTrayItem = async (session: DesktopSession, address: TrayAddress): Promise<void> => {
  await session.ask({
    ...address,
    interface: itemInterface,
    member: 'Activate',
    signature: 'ii',
    body: [10, 10],
  });
};
