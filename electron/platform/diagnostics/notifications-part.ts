import type { App } from '../../app.ts';
import type { DoNotDisturb } from '../../core/ports.ts';
import { words } from '../../shared/language/spoken.ts';
import type { PushTargetEntry } from '../../shared/push.ts';
import { failed, ok } from '../../shared/result.ts';
import { hasOwner } from '../dbus/bus-facts.ts';
import type { SessionBus } from '../dbus/session-bus.ts';
import type { PartOfDesktop } from './part.ts';
import { sentences } from './sentences.ts';

export interface NotificationsPartDependencies {
  readonly app: Pick<App, 'view' | 'testNotification'>;
  readonly bus: SessionBus | null;
  readonly doNotDisturb: Pick<DoNotDisturb, 'isOn'>;
}

const service = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications',
} as const;

const longestAnswerMs = 3000;

export const notificationsPart = ({
  app,
  bus,
  doNotDisturb,
}: NotificationsPartDependencies): PartOfDesktop => ({
  read: async () => {
    const { work, doNotWork, noAnswer, shownBy, shownByWith, disturbed, undisturbed } =
      words().diagnostics.notifications;
    const { notificationsWork, push } = app.view().status;
    // Names and addresses of targets are the user's own business: only how many there are and what failed.
    const general = sentences(notificationsWork ? work : doNotWork, ...pushSentences(push));
    const disturbing = doNotDisturb.isOn() ? undisturbed : disturbed;
    if (bus === null || !(await hasOwner(bus, service.destination))) return sentences(general, disturbing);
    const [about, can] = await Promise.all([
      bus.call({ ...service, member: 'GetServerInformation' }, longestAnswerMs),
      bus.call({ ...service, member: 'GetCapabilities' }, longestAnswerMs),
    ]);
    if (!about.ok) return sentences(general, noAnswer);
    const [name, , version] = about.value;
    const server = `${String(name)} ${String(version)}`;
    const abilities = abilitiesIn(textsIn(can.ok ? can.value[0] : null));
    const shown = abilities.length === 0 ? shownBy(server) : shownByWith(server, abilities);
    return sentences(general, shown, disturbing);
  },
  test: async () => {
    const shown = await app.testNotification();
    return shown.ok
      ? ok(words().diagnostics.notifications.sent)
      : failed(words().notices.troubles[shown.trouble]);
  },
});

const pushSentences = (targets: readonly PushTargetEntry[]): readonly string[] => {
  if (targets.length === 0) return [];
  const { targets: counted, notDelivered } = words().diagnostics.notifications;
  const failures = targets.flatMap(({ last }) => last?.failure ?? []);
  const open = targets.reduce((sum, { waiting, undelivered }) => sum + waiting + undelivered, 0);
  const reasons = [...new Set(failures)].map((failure) => words().push.failures[failure]);
  return [counted(targets.length), ...(open > 0 ? [notDelivered(open)] : []), ...reasons];
};

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];

/** What a person can make something of among what daemons say they can do. */
const abilitiesIn = (capabilities: readonly string[]): readonly string[] => {
  const known: Readonly<Record<string, string>> = words().diagnostics.notifications.abilities;
  return capabilities.flatMap((one) => (Object.hasOwn(known, one) ? [known[one] ?? one] : []));
};
