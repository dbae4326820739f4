import { words } from '../electron/shared/language/spoken.ts';
import type { AppStatus } from '../electron/shared/watchlist-view.ts';

export const noticeNames = ['no-tray', 'no-notifications'] as const;

export type NoticeName = (typeof noticeNames)[number];

/** The sentence of a notice, with what to do about it where that is known. */
export const noticeText = (name: NoticeName, { trayAdvice }: AppStatus): string => {
  const { noTray, noTrayWith, noNotifications } = words().window;
  if (name === 'no-notifications') return noNotifications;
  return trayAdvice === null ? noTray : noTrayWith(noTray, trayAdvice);
};

/** What the desktop lacks, in the order of how much it matters. */
export const noticesOf = (status: AppStatus): readonly NoticeName[] => [
  ...(status.notificationsWork ? [] : (['no-notifications'] as const)),
  ...(status.trayVisible ? [] : (['no-tray'] as const)),
];
