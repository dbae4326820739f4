import { words } from '../shared/language/spoken.ts';
import type { NotificationSettings, QuietChoice } from '../shared/quiet.ts';
import type { AnnouncementKind } from './announcement.ts';
import { createAnnouncer, type Announcer } from './announcer.ts';
import { createMutes } from './mutes.ts';
import type { Clock, DoNotDisturb, Notifier, TaskStore, WindowHost } from './ports.ts';
import { createQuietWatch } from './quiet-watch.ts';
import type { Watchlist } from './watchlist.ts';

export interface TellingDependencies {
  readonly clock: Clock;
  readonly store: Pick<TaskStore, 'untold' | 'markTold' | 'setting' | 'saveSetting'>;
  readonly notifier: Pick<Notifier, 'show'>;
  readonly windowHost: Pick<WindowHost, 'say'>;
  readonly doNotDisturb: DoNotDisturb;
  readonly watchlist: Pick<Watchlist, 'entry' | 'task' | 'updateTask' | 'updateStatus'>;
}

/** What the user is told of, and when: the ledger's news, less what is muted, held back while it is quiet. */
export interface Telling {
  readonly announcer: Announcer;
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
  const announcer = createAnnouncer({
    clock,
    store,
    notifier,
    windowHost,
    verdictOf: (kind, taskId) => quiet.verdictOf(kind, taskId),
    isSilent,
    entry: (taskId) => watchlist.entry(taskId),
    onNotifierState: showWhetherTaken,
  });

  return {
    announcer,
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
    },
    stop: () => {
      announcer.stop();
      quiet.stop();
    },
  };
};
