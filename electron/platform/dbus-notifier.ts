import type { Notice, NoticeAction } from '../core/announcement.ts';
import type { Notifier, NotifierTrouble } from '../core/ports.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { dbusNoticeOf, type Capabilities } from './dbus-notice.ts';
import type { BusTrouble } from './dbus/bus-connection.ts';
import { onNameOwner } from './dbus/name-owner.ts';
import type { SessionBus } from './dbus/session-bus.ts';
import { createShownNotices } from './shown-notices.ts';

export interface DbusNotifierOptions {
  /** A name in the icon theme, or the absolute path of a file that other programs can read. */
  readonly icon: string;
  /** Does this with the token by which a Wayland desktop lets another program come to the front. */
  readonly withActivation?: (token: string, run: () => void) => void;
}

const server = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications',
} as const;

const longestAnswerMs = 3000;
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
export const createDbusNotifier = (bus: SessionBus, options: DbusNotifierOptions): Notifier => {
  const { icon, withActivation = withoutActivation } = options;
  const reactions = new Set<(action: NoticeAction) => void>();
  const shown = createShownNotices(100);
  let capabilities: Promise<Result<Capabilities, NotifierTrouble>> | null = null;
  let token = { id: 0, text: '' };
  let listening = false;

  /** Not before the first notice: an app that has nothing to say does not touch the bus. */
  const listen = (): void => {
    if (listening) return;
    listening = true;
    const onSignal = (member: string, react: (id: number, value: unknown) => void): void => {
      const { destination: sender, path, interface: name } = server;
      bus.onSignal({ sender, path, interface: name, member }, ([id, value]) => react(Number(id), value));
    };
    // Comes right before the action that it belongs to.
    onSignal('ActivationToken', (id, text) => {
      token = { id, text: typeof text === 'string' ? text : '' };
    });
    onSignal('ActionInvoked', (id, name) => {
      const action = shown.actionOf(id, String(name));
      const given = token.id === id ? token.text : '';
      token = { id: 0, text: '' };
      if (action === null) return;
      withActivation(given, () => {
        for (const react of reactions) react(action);
      });
    });
    // A notice that has only timed out can still be clicked in the daemon's history.
    onSignal('NotificationClosed', (id, reason) => {
      if (reason === closedByUser || reason === closedByProgram) shown.forget(id);
    });
    // Another daemon has other abilities and counts its ids anew.
    let last: string | null = null;
    onNameOwner(bus, server.destination, (owner) => {
      const isReplaced = last !== null && owner !== last;
      last = owner;
      if (!isReplaced) return;
      capabilities = null;
      shown.forgetAll();
    });
  };

  const askCapabilities = async (): Promise<Result<Capabilities, NotifierTrouble>> => {
    const answer = await bus.call({ ...server, member: 'GetCapabilities' }, longestAnswerMs);
    if (answer.ok) return ok(textsIn(answer.value[0]));
    capabilities = null;
    return failed(notifierTroubles[answer.trouble]);
  };

  const show = async (notice: Notice): Promise<Result<null, NotifierTrouble>> => {
    listen();
    capabilities ??= askCapabilities();
    const known = await capabilities;
    if (!known.ok) return known;
    const keys = [notice.key, ...(notice.replaces ?? [])].filter((key) => key !== undefined);
    const [replaced = 0, ...others] = new Set(keys.map((key) => shown.idOf(key)).filter((id) => id !== null));
    const { actions, ...call } = dbusNoticeOf(notice, icon, known.value, replaced);
    const answer = await bus.call({ ...server, member: 'Notify', ...call }, longestAnswerMs);
    if (!answer.ok) return failed(notifierTroubles[answer.trouble]);
    shown.forget(replaced);
    shown.remember(Number(answer.value[0]), { key: notice.key ?? null, actions });
    for (const id of others) close(id);
    return ok(null);
  };

  /** Whether it is still there does not matter. */
  const close = (id: number): void => {
    shown.forget(id);
    void bus.call({ ...server, member: 'CloseNotification', signature: 'u', body: [id] }, longestAnswerMs);
  };

  return {
    show,
    onActivate: (react) => {
      reactions.add(react);
      return () => void reactions.delete(react);
    },
  };
};

const withoutActivation = (_token: string, run: () => void): void => run();

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
