import type { Route } from './shared/route.ts';
import type { NotificationSettings, QuietChoice } from './shared/quiet.ts';
import { isBeingWritten } from './shared/saving.ts';
import type { Promptness, UsualRange } from './shared/timing.ts';
import type { WatchlistPatch, WatchlistView } from './shared/watchlist-view.ts';
import type { AnswerCommands } from './core/answer-commands.ts';
import type { AppDependencies } from './core/app-dependencies.ts';
import { createAppStore } from './core/app-store.ts';
import { createAsking, type Asking } from './core/asking.ts';
import { createClipboardOffers, type ClipboardOffers } from './core/clipboard-offer.ts';
import { createDialectCommands, type DialectCommands } from './core/custom-dialects.ts';
import { createDailyTidying } from './core/daily-tidying.ts';
import { createDataCommands, type DataCommands } from './core/data-commands.ts';
import { readDeepLink } from './core/deep-link.ts';
import { createDemo, type Demo } from './core/demo.ts';
import { createGatewayAlarm } from './core/gateway-alarm.ts';
import { createGatewayCommands, type GatewayCommands } from './core/gateway-commands.ts';
import type { HookRuns } from './core/hook-runs.ts';
import { createKeptResults, type KeptResults } from './core/kept-results.ts';
import { createKeyKeeping, type KeyCommands } from './core/key-keeping.ts';
import type { Looking } from './core/looking.ts';
import { createNoticeCommands } from './core/notice-commands.ts';
import { createOlderTasks } from './core/older-tasks.ts';
import { createPausing } from './core/pausing.ts';
import type * as ports from './core/ports.ts';
import type { PreferenceCommands } from './core/preferences.ts';
import { createReminders } from './core/reminders.ts';
import { createResultCommands, type ResultCommands } from './core/result-commands.ts';
import { createTaskCommands, type TaskCommands } from './core/task-commands.ts';
import { createTelling, type Telling } from './core/telling.ts';
import { createTray } from './core/tray.ts';
import { createUpdating } from './core/updating.ts';
import { createUserChoices } from './core/user-choices.ts';
import type { CredentialVault } from './core/vault-ports.ts';
import { createWatchlist, type Watchlist } from './core/watchlist.ts';

/** The whole of Taskbell without Electron: window, tray and command line all talk to this. */
export interface App {
  readonly gateways: GatewayCommands;
  /** Where all keys are kept. */
  readonly keys: KeyCommands;
  /** The place that the user has chosen. */
  readonly vault: CredentialVault;
  readonly tasks: TaskCommands;
  readonly answers: AnswerCommands;
  /** How long tasks like this one take; null while too few have been seen. */
  usualRangeOf(taskId: string): UsualRange | null;
  readonly demo: Pick<Demo, 'begin'>;
  readonly dialects: DialectCommands;
  readonly data: DataCommands;
  readonly push: Telling['push'];
  readonly preferences: PreferenceCommands;
  readonly results: ResultCommands;
  readonly looking: Pick<Looking, 'play' | 'shown' | 'picture' | 'choosePictures'>;
  readonly hooks: Pick<HookRuns, 'read' | 'choose' | 'runOf'>;
  readonly clipboardOffers: ClipboardOffers;
  view(): WatchlistView;
  subscribe(reader: (patch: WatchlistPatch) => void): ports.Cancel;
  /** Until a time (wall clock ms); without one until `resume`. */
  pause(until?: number | null): void;
  resume(): void;
  setPromptness(promptness: Promptness): void;
  setMuted(taskIds: readonly string[], muted: boolean): void;
  configureNotifications(settings: NotificationSettings): void;
  /** Holds news back for a while; what was held back is told when it ends. */
  quietFor(choice: QuietChoice): void;
  endQuiet(): void;
  setLooksForUpdates(on: boolean): void;
  open(route?: Route): void;
  /** Shows what a `taskbell:` link asks for; nothing is done before the user agrees. */
  openLink(link: string): void;
  testNotification(): ReturnType<ports.Notifier['show']>;
  quit(): void;
  /** Begins to watch what the store holds, and tells what was decided and never shown. */
  start(): void;
  /** Ends all timers; the store is closed. */
  stop(): void;
  /** Puts a newer version in place, if one is here; nothing may come after it. */
  installUpdate(): void;
}

export const createApp = (dependencies: AppDependencies): App => {
  const { clock, makeId, notifier, windowHost } = dependencies;
  const watchlist: Watchlist = createWatchlist(
    clock,
    (gateway) => checking.budgetOf(gateway),
    (taskId) => telling.isMuted(taskId),
    (taskId) => kept.saving.savesOf(taskId),
  );
  const store = createAppStore({
    ...dependencies,
    watchlist,
    onCaughtUp: () => telling.announcer.tell(),
  });
  const dialects = createDialectCommands({
    known: dependencies.knownDialects,
    dialectNamed: dependencies.dialectNamed,
    described: dependencies.describedDialects,
    store,
    gateways: () => watchlist.gateways(),
    onChanged: (gatewayIds) => gatewayIds.forEach((gatewayId) => checking.gatewayChanged(gatewayId)),
  });
  const dialectNamed = dialects.named;
  const { credentials, vaults, keys } = createKeyKeeping({
    keyring: dependencies.vault,
    file: dependencies.keyFile,
    store,
    watchlist,
    onChanged: (gatewayId) => checking.gatewayChanged(gatewayId),
    onPushChanged: () => telling.keysChanged(),
  });
  const telling = createTelling({ ...dependencies, vault: vaults, store, watchlist });
  const asking: Asking = createAsking({
    ...dependencies,
    store,
    watchlist,
    credentials,
    dialectNamed,
    announcer: telling.announcer,
    onEnding: (announcement) => kept.hooks.ended(announcement),
  });
  const { checking } = asking;
  const reminders = createReminders({
    clock,
    makeId,
    store,
    task: (taskId) => watchlist.task(taskId),
    gatewayInTrouble: (gatewayId) => watchlist.gatewayTrouble(gatewayId) !== null,
    isBeingSaved: (taskId) => kept.isBeingSaved(taskId),
    onSilent: (taskId, silentSince) => watchlist.updateTask(taskId, { silentSince }),
    onAnnounced: () => telling.announcer.tell(),
  });
  const kept: KeptResults = createKeptResults({
    ...dependencies,
    store,
    watchlist,
    credentials,
    dialectNamed,
    telling,
    freshLinks: (taskId) => checking.freshLinks(taskId),
    noteTaken: (taskId) => tasks.noteTaken(taskId),
  });
  const dropTasks = (taskIds: readonly string[]): void => {
    checking.tasksRemoved(taskIds);
    kept.tasksRemoved(taskIds);
    watchlist.dropTasks(taskIds);
  };
  const older = createOlderTasks(store, watchlist);
  const tasks = createTaskCommands({
    ...dependencies,
    store,
    watchlist,
    scheduler: checking.scheduler,
    holds: checking.holds,
    connection: checking.connection,
    older,
    dialects: () => dialects.list().flatMap(({ id }) => dialectNamed(id) ?? []),
    freshLinks: (taskId) => checking.freshLinks(taskId),
    onRemoved: dropTasks,
    onTaken: (taskId) => reminders.noteTaken(taskId),
    openDemoVideo: () => dependencies.demoHost.openVideo(),
  });
  const demo = createDemo({
    clock,
    host: dependencies.demoHost,
    store,
    watchlist,
    tasks,
    onMoved: (gatewayId) => checking.gatewayChanged(gatewayId),
  });
  const results = createResultCommands({ ...dependencies, saving: kept.saving, tasks });
  const gateways = createGatewayCommands({
    makeId,
    store,
    watchlist,
    credentials,
    checker: checking.checker,
    dialectNamed,
    understand: (text) => tasks.understand(text),
    onChanged: (gatewayId) => checking.gatewayChanged(gatewayId),
    onRemoved: (gatewayId) => {
      dropTasks(watchlist.taskIdsOf(gatewayId));
      checking.gatewayRemoved(gatewayId);
      demo.gatewayRemoved(gatewayId);
      watchlist.dropGateway(gatewayId);
    },
  });
  const data = createDataCommands({
    ...dependencies,
    store,
    watchlist,
    older,
    dialects,
    remove: (taskIds) => tasks.remove(taskIds),
    plan: (taskId, gatewayId) => checking.scheduler.plan(taskId, gatewayId, 0),
  });
  const pausing = createPausing({ clock, store, watchlist, onChanged: () => checking.pausedChanged() });
  const clipboardOffers = createClipboardOffers({
    ...dependencies,
    store,
    watchlist,
    understand: (text) => tasks.understand(text),
  });
  const tray = createTray({
    ...dependencies,
    store,
    watchlist,
    tasks,
    results,
    clipboardOffers,
    pause: (until) => pausing.pause(until),
    resume: () => pausing.resume(),
    quietFor: (choice) => telling.quietFor(choice),
    endQuiet: () => telling.endQuiet(),
  });
  const choices = createUserChoices({
    ...dependencies,
    store,
    watchlist,
    shortcuts: {
      window: () => windowHost.open(),
      clipboard: () => tray.carryOut({ do: 'watch-clipboard' }),
    },
    onSpoken: () => tray.sayAnew(),
  });
  const updating = createUpdating({
    ...dependencies,
    store,
    watchlist,
    // What the store could not take yet is in memory alone, and a save may still be writing.
    mayRestart: () =>
      watchlist.status().storeTrouble === null && !watchlist.view().tasks.some(isBeingWritten),
  });
  const gatewayAlarm = createGatewayAlarm({
    clock,
    announcer: telling.announcer,
    watchlist,
    isMuted: (taskId) => telling.isMuted(taskId),
  });
  const tidying = createDailyTidying(clock, data);

  return {
    gateways,
    keys,
    vault: vaults,
    tasks,
    answers: asking.answers,
    demo,
    dialects,
    data,
    push: telling.push,
    preferences: choices.preferences,
    clipboardOffers,
    results,
    looking: kept.looking,
    hooks: kept.hooks,
    usualRangeOf: (taskId) => {
      const state = watchlist.task(taskId);
      return state === null ? null : checking.usualRangeOf(state);
    },
    view: () => watchlist.view(),
    subscribe: (reader) => watchlist.subscribe(reader),
    pause: (until = null) => pausing.pause(until),
    resume: () => pausing.resume(),
    setPromptness: (chosen) => choices.promptness.choose(chosen),
    setMuted: (taskIds, muted) => telling.setMuted(taskIds, muted),
    configureNotifications: (settings) => telling.configure(settings),
    quietFor: (choice) => telling.quietFor(choice),
    endQuiet: () => telling.endQuiet(),
    setLooksForUpdates: (on) => updating.setOn(on),
    open: (route) => windowHost.open(route),
    openLink: (link) => windowHost.open({ to: 'link', asked: readDeepLink(link) }),
    testNotification: () => telling.test(),
    quit: dependencies.quit,
    start: () => {
      for (const gateway of store.gateways()) watchlist.putGateway(gateway);
      const stored = store.tasks();
      watchlist.putTasks(stored);
      older.count();
      watchlist.updateStatus({ storeNotice: dependencies.storeNotice ?? null });
      void vaults.restore();
      choices.restore();
      pausing.restore();
      notifier.onActivate(createNoticeCommands({ tasks, results, notifier, windowHost }));
      watchlist.subscribe((patch) => {
        const { changedTasks, removedTasks } = patch;
        tray.draw();
        reminders.consider([...changedTasks.map(({ id }) => id), ...removedTasks]);
        kept.consider(patch);
        gatewayAlarm.consider();
      });
      telling.start();
      kept.start();
      tray.start();
      void demo.restore();
      checking.begin(stored);
      updating.start();
      tidying.start();
    },
    stop: () => {
      tray.stop();
      pausing.stop();
      choices.stop();
      checking.stop();
      reminders.stop();
      kept.stop();
      telling.stop();
      watchlist.stop();
      tidying.stop();
      updating.stop();
      demo.stop();
      store.close();
    },
    installUpdate: () => updating.installWhenReady(),
  };
};
