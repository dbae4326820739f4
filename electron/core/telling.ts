import { words } from '../shared/language/spoken.ts';
import type { NotificationSettings, QuietChoice } from '../shared/quiet.ts';
import type { AnnouncementKind } from './announcement.ts';
import { createAnnouncer, type Announcer } from './announcer.ts';
import { createMutes } from './mutes.ts';
import type { Clock, DoNotDisturb, Notifier, WindowHost } from './ports.ts';
import type { TaskStore } from './store-ports.ts';
import { createPush, type PushDependencies } from './push.ts';
import type { PushCommands } from './push-commands.ts';
import { createQuietWatch } from './quiet-watch.ts';
import type { Watchlist } from './watchlist.ts';

export interface TellingDependencies extends Omit<PushDependencies, 'entry' | 'verdictOf' | 'onShown'> {
  readonly clock: Clock;
  readonly store: Pick<TaskStore, 'untold' | 'markTold' | 'setting' | 'saveSetting'> &
    PushDependencies['store'];
  readonly notifier: Pick<Notifier, 'show'>;
  readonly windowHost: Pick<WindowHost, 'say'>;
  readonly doNotDisturb: DoNotDisturb;
  readonly watchlist: Pick<Watchlist, 'entry' | 'task' | 'updateTask' | 'updateStatus'>;
}

/** What the user is told of, and when: the ledger's news, less what is muted, held back while it is quiet. */
export interface Telling {
  /** Tells the desktop and the targets of the user's choice. */
  readonly announcer: Announcer;
  readonly push: PushCommands;
  /** Keys lie elsewhere, or can be read again. */
  keysChanged(): void;
  isMuted(taskId: string): boolean;
  /** Whether news of a task comes now: neither unwanted nor held back. */
  mayTell(kind: AnnouncementKind, taskId: string): boolean;
  setMuted(taskIds: readonly string[], muted: boolean): void;
  configure(settings: NotificationSettings): void;
  quietFor(choice: QuietChoice): void;
  endQuiet(): void;
  /** Shows a notification that says nothing but that it can be seen. */
  test(): ReturnType<Notifier['show']>;
  /** Reads what was chosen in earlier runs. The watchlist holds its tasks by then. */
  start(): void;
  stop(): void;
}

export const createTelling = (dependencies: TellingDependencies): Telling => {
  const { clock, store, notifier, windowHost, doNotDisturb, watchlist } = dependencies;
  const mutes = createMutes({ store, watchlist });
  const isSilent = (): boolean => quiet.settings().sound === 'none';
  const showQuiet = (): void =>
    watchlist.updateStatus({ notifications: quiet.settings(), quiet: quiet.current() });
  const showWhetherTaken = (notificationsWork: boolean): void =>
    watchlist.updateStatus({ notificationsWork });

  const quiet = createQuietWatch({
    clock,
    store,
    doNotDisturb,
    isMuted: (taskId) => mutes.has(taskId),
    onChange: () => {
      showQuiet();
      announcer.tell();
    },
  });
  const entry = (taskId: string): ReturnType<Watchlist['entry']> => watchlist.entry(taskId);
  const desktop = createAnnouncer({
    clock,
    store,
    notifier,
    windowHost,
    verdictOf: (kind, taskId) => quiet.verdictOf(kind, taskId),
    isSilent,
    entry,
    onNotifierState: showWhetherTaken,
  });
  const push = createPush({
    ...dependencies,
    entry,
    verdictOf: (kind, taskId) => quiet.verdictElsewhere(kind, taskId),
    onShown: (targets) => watchlist.updateStatus({ push: targets }),
  });
  const announcer = bothOf(desktop, push.announcer);

  return {
    announcer,
    push: push.commands,
    keysChanged: () => push.keysChanged(),
    isMuted: (taskId) => mutes.has(taskId),
    mayTell: (kind, taskId) => quiet.verdictOf(kind, taskId) === 'tell',
    setMuted: (taskIds, muted) => mutes.set(taskIds, muted),
    configure: (settings) => quiet.configure(settings),
    quietFor: (choice) => quiet.quietFor(choice),
    endQuiet: () => quiet.end(),
    test: async () => {
      const shown = await notifier.show({
        title: words().notices.test,
        body: words().notices.testBody,
        urgency: 'normal',
        route: { to: 'settings' },
        key: 'test',
        silent: isSilent(),
      });
      showWhetherTaken(shown.ok);
      return shown;
    },
    start: () => {
      mutes.load();
      quiet.start();
      showQuiet();
      push.announcer.tell();
    },
    stop: () => {
      announcer.stop();
      quiet.stop();
    },
  };
};

const bothOf = (one: Announcer, other: Omit<Announcer, 'pass'>): Announcer => ({
  pass: (notice) => one.pass(notice),
  tell: () => {
    one.tell();
    other.tell();
  },
  gather: () => {
    const ends = [one.gather(), other.gather()];
    return () => ends.forEach((end) => end());
  },
  stop: () => {
    one.stop();
    other.stop();
  },
});
