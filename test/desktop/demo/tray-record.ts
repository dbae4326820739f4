import { appendFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { DesktopSession } from '../desktop-session.ts';
import { readTrayItem, type TrayAddress } from '../tray-item.ts';
import { menuText, readMenu } from '../tray-menu.ts';

/** Writes down the tooltip and the menu, as a tray host reads them, at every change until stopped. */
export const recordTray = (
  session: DesktopSession,
  address: TrayAddress,
  file: string,
): { readonly stop: () => Promise<number> } => {
  let stopped = false;
  let changes = 0;
  let last = '';
  const look = async (): Promise<void> => {
    const { toolTip } = await readTrayItem(session, address);
    const shown = `${toolTip}\n${menuText(await readMenu(session, address), '  ')}`;
    if (shown === last) return;
    await appendFile(file, `${new Date().toISOString()}  ${shown}\n`);
    changes += 1;
    last = shown;
  };
  const record = async (): Promise<void> => {
    while (!stopped) {
      await look();
      await pause(1000);
    }
    await look();
  };
  const recording = record();
  // Whoever stops it learns of a failure; until then it must not count as unhandled.
  recording.catch(() => undefined);
  return {
    stop: async () => {
      stopped = true;
      await recording;
      return changes;
    },
  };
};
