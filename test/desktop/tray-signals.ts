import type { DesktopSession } from './desktop-session.ts';
import { readTrayItem, type TrayAddress } from './tray-item.ts';

/** Counts what an item tells its host, by the name of the signal, until stopped. */
export const countTraySignals = async (
  session: DesktopSession,
  address: TrayAddress,
): Promise<() => Readonly<Record<string, number>>> => {
  const { menuPath } = await readTrayItem(session, address);
  const counts: Record<string, number> = {};
  const listen = (path: string, of: string, member: string): (() => void) =>
    session.bus.onSignal({ sender: address.destination, path, interface: of, member }, () => {
      counts[member] = (counts[member] ?? 0) + 1;
    });
  const cancels = [
    ...['LayoutUpdated', 'ItemsPropertiesUpdated'].map((member) =>
      listen(menuPath, 'com.canonical.dbusmenu', member),
    ),
    ...['NewIcon', 'NewToolTip', 'NewTitle', 'NewStatus', 'NewOverlayIcon'].map((member) =>
      listen(address.path, 'org.kde.StatusNotifierItem', member),
    ),
  ];
  return () => {
    for (const cancel of cancels) cancel();
    return counts;
  };
};
