import { Notification } from 'electron';
import type { Notice, NoticeAction } from '../core/announcement.ts';
import type { Clock, Notifier, NotifierTrouble } from '../core/ports.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { actionAt, actionOfActivation, electronNoticeOf, type NoticePlatform } from './electron-notice.ts';

const longestAnswerMs = 3000;
const shownAtMost = 50;

/** Notifications of macOS and Windows. Not for Linux, where these can freeze the process: see dbus-notifier.ts. */
export const createElectronNotifier = (clock: Clock, platform: NoticePlatform): Notifier => {
  const reactions = new Set<(action: NoticeAction) => void>();
  /** By their keys. A notification that nobody holds loses its click handler to the garbage collector. */
  const held = new Map<string, Notification>();
  let unnamed = 0;
  const hold = (key: string, notification: Notification): void => {
    held.delete(key);
    held.set(key, notification);
    const [oldest] = held.keys();
    if (held.size > shownAtMost && oldest !== undefined) held.delete(oldest);
  };
  const react = (action: NoticeAction): void => {
    for (const reaction of reactions) reaction(action);
  };

  const show = (notice: Notice): Promise<Result<null, NotifierTrouble>> =>
    new Promise((resolve) => {
      if (!Notification.isSupported()) {
        resolve(failed('absent'));
        return;
      }
      const key = notice.key ?? `notice:${String(clock.now())}:${String((unnamed += 1))}`;
      const notification = new Notification(electronNoticeOf(notice, platform, key));
      const cancelTimeout = clock.after(longestAnswerMs, () => resolve(failed('no-answer')));
      const settle = (result: Result<null, NotifierTrouble>): void => {
        cancelTimeout();
        resolve(result);
      };
      notification.on('show', () => {
        for (const replaced of notice.replaces ?? []) {
          held.get(replaced)?.close();
          held.delete(replaced);
        }
        settle(ok(null));
      });
      // An unsigned build on macOS ends here.
      notification.on('failed', () => {
        if (held.get(key) === notification) held.delete(key);
        settle(failed('failed'));
      });
      // Not forgotten on `close`: on Windows that is only the banner leaving for the Action Center.
      notification.on('click', () => react({ do: 'open', route: notice.route }));
      notification.on('action', ({ actionIndex }) => react(actionAt(notice, actionIndex)));
      hold(key, notification);
      notification.show();
    });

  return {
    show,
    onActivate: (reaction) => {
      reactions.add(reaction);
      // Comes for every click; those on notices of this life are told by the notice itself.
      if (platform === 'win32')
        Notification.handleActivation((details) => {
          const isOurs = [...held.keys()].some((key) => details.arguments.includes(key));
          if (!isOurs) react(actionOfActivation(details));
        });
      return () => void reactions.delete(reaction);
    },
  };
};
