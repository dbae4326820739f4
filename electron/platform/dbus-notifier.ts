import { oneLine } from '../core/one-line.ts';
import type { Notice } from '../core/announcement.ts';
import type { Notifier, NotifierTrouble } from '../core/ports.ts';
import type { Route } from '../shared/ipc-contract.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import type { BusTrouble } from './dbus/bus-connection.ts';
import { onNameOwner } from './dbus/name-owner.ts';
import type { SessionBus } from './dbus/session-bus.ts';
import { bodyFor } from './notification-text.ts';
import { createShownNotices } from './shown-notices.ts';

export interface DbusNotifierOptions {
  /** A name in the icon theme, or the absolute path of a file that other programs can read. */
  readonly icon: string;
}

const server = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications',
} as const;

const longestAnswerMs = 3000;
const urgencyBytes: Readonly<Record<Notice['urgency'], number>> = { normal: 1, critical: 2 };
const closedByUser = 2;
const closedByProgram = 3;

const notifierTroubles: Readonly<Record<BusTrouble, NotifierTrouble>> = {
  'no-bus': 'absent',
  'no-service': 'absent',
  'no-answer': 'no-answer',
  refused: 'failed',
};

/**
 * Notifications over D-Bus. Electron's own ask the daemon synchronously and freeze the process while it does not
 * answer: https://github.com/electron/electron/issues/48753. Here each question waits 3 s at most, aside.
 */
export const createDbusNotifier = (bus: SessionBus, { icon }: DbusNotifierOptions): Notifier => {
  const reactions = new Set<(route: Route) => void>();
  const shown = createShownNotices(100);
  let capabilities: Promise<Result<readonly string[], NotifierTrouble>> | null = null;
  let listening = false;

  /** Not before the first notice: an app that has nothing to say does not touch the bus. */
  const listen = (): void => {
    if (listening) return;
    listening = true;
    const signal = (member: string): Parameters<SessionBus['onSignal']>[0] => {
      const { destination: sender, path, interface: name } = server;
      return { sender, path, interface: name, member };
    };
    bus.onSignal(signal('ActionInvoked'), ([id]) => {
      const route = shown.routeOf(Number(id));
      if (route !== null) for (const react of reactions) react(route);
    });
    // A notice that has only timed out can still be clicked in the daemon's history.
    bus.onSignal(signal('NotificationClosed'), ([id, reason]) => {
      if (reason === closedByUser || reason === closedByProgram) shown.forget(Number(id));
    });
    // Another daemon has other abilities and counts its ids anew.
    onNameOwner(bus, server.destination, () => {
      capabilities = null;
      shown.forgetAll();
    });
  };

  const askCapabilities = async (): Promise<Result<readonly string[], NotifierTrouble>> => {
    const answer = await bus.call({ ...server, member: 'GetCapabilities' }, longestAnswerMs);
    if (answer.ok) return ok(textsIn(answer.value[0]));
    capabilities = null;
    return failed(notifierTroubles[answer.trouble]);
  };

  const show = async ({ title, body, urgency, route }: Notice): Promise<Result<null, NotifierTrouble>> => {
    listen();
    capabilities ??= askCapabilities();
    const known = await capabilities;
    if (!known.ok) return known;
    const hints = [
      ['urgency', ['y', urgencyBytes[urgency]]],
      ['desktop-entry', ['s', 'io.github.taskbell.Taskbell']],
    ];
    const answer = await bus.call(
      {
        ...server,
        member: 'Notify',
        signature: 'susssasa{sv}i',
        body: [
          'Taskbell',
          0,
          icon,
          oneLine(title),
          bodyFor(known.value, body),
          ['default', 'Open'],
          hints,
          -1,
        ],
      },
      longestAnswerMs,
    );
    if (!answer.ok) return failed(notifierTroubles[answer.trouble]);
    shown.remember(Number(answer.value[0]), route);
    return ok(null);
  };

  return {
    show,
    onActivate: (react) => {
      reactions.add(react);
      return () => void reactions.delete(react);
    },
  };
};

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
