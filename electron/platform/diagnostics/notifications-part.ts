import type { App } from '../../app.ts';
import { notifierSentences } from '../../shared/messages.ts';
import { failed, ok } from '../../shared/result.ts';
import { hasOwner } from '../dbus/bus-facts.ts';
import type { SessionBus } from '../dbus/session-bus.ts';
import type { PartOfDesktop } from './part.ts';

export interface NotificationsPartDependencies {
  readonly app: Pick<App, 'view' | 'testNotification'>;
  readonly bus: SessionBus | null;
}

const server = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications',
} as const;

const longestAnswerMs = 3000;

/** What a person can make something of among what daemons say they can do. */
const capabilityWords: ReadonlyMap<string, string> = new Map([
  ['actions', 'buttons'],
  ['body', 'text'],
  ['body-markup', 'styled text'],
  ['persistence', 'a history'],
  ['sound', 'sounds'],
]);

export const notificationsPart = ({ app, bus }: NotificationsPartDependencies): PartOfDesktop => ({
  read: async () => {
    const general = app.view().status.notificationsWork
      ? 'The desktop takes notifications.'
      : 'No notification service took the last notification. Endings show in the tray and the window.';
    if (bus === null || !(await hasOwner(bus, server.destination))) return general;
    const [about, can] = await Promise.all([
      bus.call({ ...server, member: 'GetServerInformation' }, longestAnswerMs),
      bus.call({ ...server, member: 'GetCapabilities' }, longestAnswerMs),
    ]);
    if (!about.ok) return `${general} The service does not answer.`;
    const [name, , version] = about.value;
    const words = textsIn(can.ok ? can.value[0] : null).flatMap((one) => capabilityWords.get(one) ?? []);
    const abilities = words.length === 0 ? '' : `, with ${words.join(', ')}`;
    return `${general} They are shown by ${String(name)} ${String(version)}${abilities}.`;
  },
  test: async () => {
    const shown = await app.testNotification();
    return shown.ok
      ? ok('Sent. If you saw nothing, look at the desktop’s do-not-disturb setting.')
      : failed(notifierSentences[shown.trouble]);
  },
});

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
