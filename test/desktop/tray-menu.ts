import { dictionary, textOf } from './bus-values.ts';
import type { DesktopSession } from './desktop-session.ts';
import { readTrayItem, type TrayAddress } from './tray-item.ts';
import { until } from './until.ts';

/** One line of the menu, as the tray host would draw it. */
export interface MenuEntry {
  /** Changes with every redraw: never keep it. */
  readonly id: number;
  readonly label: string;
  readonly enabled: boolean;
  readonly separator: boolean;
  /** Null for an entry that cannot be ticked. */
  readonly checked: boolean | null;
  readonly children: readonly MenuEntry[];
}

const menuInterface = 'com.canonical.dbusmenu';

/** The menu as it is now; empty while the application has set none. */
export const readMenu = async (
  session: DesktopSession,
  address: TrayAddress,
): Promise<readonly MenuEntry[]> => {
  const { menuPath } = await readTrayItem(session, address);
  if (menuPath === '' || menuPath === '/') return [];
  const [, root] = await session.ask({
    destination: address.destination,
    path: menuPath,
    interface: menuInterface,
    member: 'GetLayout',
    signature: 'iias',
    body: [0, -1, []],
  });
  return entryOf(root).children;
};

const entryOf = (layout: unknown): MenuEntry => {
  const [id, entries, children] = layout as readonly [
    number,
    unknown,
    readonly (readonly [unknown, readonly unknown[]])[],
  ];
  const values = dictionary(entries);
  return {
    id,
    label: withoutMnemonics(textOf(values.get('label'))),
    enabled: values.get('enabled') !== false,
    separator: values.get('type') === 'separator',
    checked: values.has('toggle-type') ? values.get('toggle-state') === 1 : null,
    children: children.map(([, [child]]) => entryOf(child)),
  };
};

/** A lone underscore marks the key to press; two stand for one. */
const withoutMnemonics = (label: string): string => label.replaceAll(/_(_?)/g, '$1');

/** All entries with those of submenus, in reading order. */
export const flattened = (menu: readonly MenuEntry[]): readonly MenuEntry[] =>
  menu.flatMap((entry) => [entry, ...flattened(entry.children)]);

/** The labels of a menu as text, a line an entry, submenus indented. */
export const menuText = (menu: readonly MenuEntry[], indent = ''): string =>
  menu
    .map((entry) => {
      if (entry.separator) return `${indent}────────\n`;
      const tick = entry.checked === null ? '' : entry.checked ? '[x] ' : '[ ] ';
      const grey = entry.enabled ? '' : '  (disabled)';
      return `${indent}${tick}${entry.label}${grey}\n${menuText(entry.children, `${indent}    `)}`;
    })
    .join('');

/** Resolves with the menu once it is as told. */
export const waitForMenu = (
  session: DesktopSession,
  address: TrayAddress,
  what: string,
  isAsWanted: (entries: readonly MenuEntry[]) => boolean,
): Promise<readonly MenuEntry[]> =>
  until(`the tray menu: ${what}`, async () => {
    const menu = await readMenu(session, address);
    return isAsWanted(flattened(menu)) ? menu : null;
  });

/** A label, or what it matches; several lead through submenus. */
export type EntryPath = string | RegExp | readonly (string | RegExp)[];

/** The entry at the end of the path; null when the menu has none. */
export const entryAt = (menu: readonly MenuEntry[], at: EntryPath): MenuEntry | null => {
  const [label, ...rest] = typeof at === 'string' || at instanceof RegExp ? [at] : at;
  if (label === undefined) return null;
  const fits = (entry: MenuEntry): boolean =>
    entry.enabled && (typeof label === 'string' ? entry.label === label : label.test(entry.label));
  const among = rest.length === 0 ? flattened(menu) : menu;
  const found = among.find(fits) ?? null;
  return found === null || rest.length === 0 ? found : entryAt(found.children, rest);
};

/** Clicks an entry, waiting for it to be there. */
export const clickMenuEntry = async (
  session: DesktopSession,
  address: TrayAddress,
  at: EntryPath,
): Promise<void> => {
  const entry = await until(`an entry ${String(at)}`, async () =>
    entryAt(await readMenu(session, address), at),
  );
  const { menuPath } = await readTrayItem(session, address);
  await session.ask({
    destination: address.destination,
    path: menuPath,
    interface: menuInterface,
    member: 'Event',
    signature: 'isvu',
    body: [entry.id, 'clicked', ['i', 0], 0],
  });
};
