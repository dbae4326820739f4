import { Notification } from 'electron';
import type { Clock, Notifier, NotifierTrouble } from '../core/ports.ts';
import type { Route } from '../shared/ipc-contract.ts';
import { failed, ok, type Result } from '../shared/result.ts';

const longestAnswerMs = 3000;
const shownAtMost = 50;

/** Notifications of macOS and Windows. Not for Linux, where these can freeze the process: see dbus-notifier.ts. */
export const createElectronNotifier = (clock: Clock): Notifier => {
  const reactions = new Set<(route: Route) => void>();
  /** A notification that nobody holds loses its click handler to the garbage collector. */
  const held = new Set<Notification>();
  const hold = (notification: Notification): void => {
    held.add(notification);
    const [oldest] = held;
    if (held.size > shownAtMost && oldest !== undefined) held.delete(oldest);
  };

  return {
    show: ({ title, body, urgency, route }) =>
      new Promise<Result<null, NotifierTrouble>>((resolve) => {
        if (!Notification.isSupported()) {
          resolve(failed('absent'));
          return;
        }
        const notification = new Notification({ title, body, urgency });
        const cancelTimeout = clock.after(longestAnswerMs, () => resolve(failed('no-answer')));
        const settle = (result: Result<null, NotifierTrouble>): void => {
          cancelTimeout();
          resolve(result);
        };
        notification.on('show', () => settle(ok(null)));
        // An unsigned build on macOS ends here.
        notification.on('failed', () => {
          held.delete(notification);
          settle(failed('failed'));
        });
        // Not forgotten on `close`: on Windows that is only the banner leaving for the Action Center.
        notification.on('click', () => {
          held.delete(notification);
          for (const react of reactions) react(route);
        });
        hold(notification);
        notification.show();
      }),
    onActivate: (react) => {
      reactions.add(react);
      return () => void reactions.delete(react);
    },
  };
};
