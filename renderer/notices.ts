import type { AppStatus } from '../electron/shared/watchlist-view.ts';

export type NoticeName = 'no-tray' | 'no-notifications';

export const noticeSentences: Readonly<Record<NoticeName, string>> = {
  'no-tray':
    'No panel of this desktop shows tray items. Closing this window minimises it, and starting Taskbell again brings it back.',
  'no-notifications':
    'This desktop takes no notifications. Taskbell keeps watching, but you have to look here for what ended.',
};

/** The sentence of a notice, with what to do about it where that is known. */
export const noticeText = (name: NoticeName, status: AppStatus): string =>
  name === 'no-tray' && status.trayAdvice !== null
    ? `${noticeSentences[name]} ${status.trayAdvice}`
    : noticeSentences[name];

/** What the desktop lacks, in the order of how much it matters. */
export const noticesOf = (status: AppStatus): readonly NoticeName[] => [
  ...(status.notificationsWork ? [] : (['no-notifications'] as const)),
  ...(status.trayVisible ? [] : (['no-tray'] as const)),
];
