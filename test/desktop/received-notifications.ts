import { readFile, writeFile } from 'node:fs/promises';
import type { DesktopSession } from './desktop-session.ts';
import { until } from './until.ts';

/** A notification as the desktop's notification service received it. */
export interface ReceivedNotification {
  /** ISO time. */
  readonly at: string;
  readonly id: number;
  readonly appName: string;
  readonly summary: string;
  /** With its markup. */
  readonly body: string;
  readonly urgency: string;
  readonly desktopEntry: string;
}

/** While a young task shows progress it is asked about this often at least. */
const longestCheckMs = 20_000;

const service = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
} as const;

/** All that came since the desktop was brought up, the oldest first. */
export const receivedNotifications = async (
  environment: NodeJS.ProcessEnv = process.env,
): Promise<readonly ReceivedNotification[]> => {
  const log = environment['TASKBELL_NOTIFICATIONS_LOG'];
  if (log === undefined)
    throw new Error('No notifications log. Run this through build/throw-away-desktop.mjs.');
  const lines = (await readFile(log, 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as ReceivedNotification);
};

/** Resolves with the first notification that is as told. */
export const waitForNotification = (
  what: string,
  isWanted: (notification: ReceivedNotification) => boolean,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<ReceivedNotification> =>
  until(
    `a notification: ${what}`,
    async () => (await receivedNotifications(environment)).find(isWanted) ?? null,
    longestCheckMs + 15_000,
  );

/** Clicks a notification that is still shown, as a user does. The others are closed: the service clicks by position. */
export const clickNotification = async (
  session: DesktopSession,
  { id }: Pick<ReceivedNotification, 'id'>,
): Promise<void> => {
  for (const other of await receivedNotifications()) {
    if (other.id !== id) await closeNotification(session, other);
  }
  await session.ask({
    ...service,
    interface: 'org.dunstproject.cmd0',
    member: 'NotificationAction',
    signature: 'u',
    body: [0],
  });
};

/** Chooses a button in the menu of the service, as a user does. All notifications that are shown are in that menu. */
export const pressNotificationButton = async (
  session: DesktopSession,
  text: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<void> => {
  const file = environment['TASKBELL_WANTED_BUTTON'];
  if (file === undefined) throw new Error('No desktop. Run this through build/throw-away-desktop.mjs.');
  await writeFile(file, text);
  await session.ask({ ...service, interface: 'org.dunstproject.cmd0', member: 'ContextMenuCall' });
};

/** How many notifications are on the screen. */
export const shownNotifications = async (session: DesktopSession): Promise<number> => {
  const [length] = await session.ask({
    ...service,
    interface: 'org.freedesktop.DBus.Properties',
    member: 'Get',
    signature: 'ss',
    body: ['org.dunstproject.cmd0', 'displayedLength'],
  });
  return (length as readonly [unknown, readonly [number]])[1][0];
};

/** Turns the service's do-not-disturb on or off. */
export const setDoNotDisturb = async (session: DesktopSession, on: boolean): Promise<void> => {
  await session.ask({
    ...service,
    interface: 'org.freedesktop.DBus.Properties',
    member: 'Set',
    signature: 'ssv',
    body: ['org.dunstproject.cmd0', 'paused', ['b', on]],
  });
};

/** Takes a notification away as a user does; nothing happens when it is gone already. */
export const closeNotification = async (
  session: DesktopSession,
  { id }: Pick<ReceivedNotification, 'id'>,
): Promise<void> => {
  await session.ask({
    ...service,
    interface: service.destination,
    member: 'CloseNotification',
    signature: 'u',
    body: [id],
  });
};
