import { words } from '../shared/language/spoken.ts';
import type { QuietChoice } from '../shared/quiet.ts';
import type { Watched, WatchTrouble } from '../shared/watching.ts';
import { pauseEnd } from '../shared/pause.ts';
import type { Result } from '../shared/result.ts';
import type { Notice } from './announcement.ts';
import type { Clock, Notifier, WindowHost } from './ports.ts';
import type { ResultCommands } from './result-commands.ts';
import { StoreFailure } from './store-failure.ts';
import type { TaskCommands } from './task-commands.ts';
import type { TrayDismissals } from './tray-dismissals.ts';
import type { TrayAction } from './tray-view.ts';

export interface TrayCommandsDependencies {
  readonly clock: Pick<Clock, 'now'>;
  readonly tasks: Pick<TaskCommands, 'watchClipboard' | 'markSeen' | 'copyLink' | 'check'>;
  readonly results: ResultCommands;
  readonly dismissals: Pick<TrayDismissals, 'add'>;
  readonly notifier: Pick<Notifier, 'show'>;
  readonly windowHost: Pick<WindowHost, 'open'>;
  readonly pause: (until: number | null) => void;
  readonly resume: () => void;
  readonly quietFor: (choice: QuietChoice) => void;
  readonly endQuiet: () => void;
  readonly quit: () => void;
  /** The menu may be another now, though the watchlist is the same. */
  readonly onChanged: () => void;
}

/** Carries out what was chosen in the tray menu. */
export const createTrayCommands = (dependencies: TrayCommandsDependencies) => {
  const { clock, tasks, results, dismissals, notifier, windowHost, pause, resume, quietFor, endQuiet, quit } =
    dependencies;

  // The menu has no place for an answer, so it comes as a notification, or else in the window.
  const watchClipboard = async (): Promise<void> => {
    await say(clipboardNotice(await tasks.watchClipboard(null)));
  };

  const say = async (notice: Notice): Promise<void> => {
    const shown = await notifier.show(notice);
    if (!shown.ok) windowHost.open({ to: 'list' });
  };

  const sayOfTask = (title: string, body: string, taskId: string): Promise<void> =>
    say({ title, body, urgency: 'normal', route: { to: 'task', taskId } });

  const openVideo = async (taskId: string): Promise<void> => {
    tasks.markSeen([taskId]);
    const opened = await results.open(taskId);
    if (opened.ok) return;
    await sayOfTask(words().tray.notOpened, words().tasks.openTroubles[opened.trouble], taskId);
  };

  const copyLink = async (taskId: string): Promise<void> => {
    tasks.markSeen([taskId]);
    const copied = await tasks.copyLink(taskId);
    if (copied.ok) return;
    await sayOfTask(words().tray.notCopied, words().tasks.openTroubles[copied.trouble], taskId);
  };

  const save = async (taskId: string): Promise<void> => {
    tasks.markSeen([taskId]);
    const begun = results.save(taskId, null);
    if (begun.ok) return;
    await sayOfTask(words().saving.notSaved, words().saving.refusals[begun.trouble], taskId);
  };

  const showInFolder = async (taskId: string): Promise<void> => {
    tasks.markSeen([taskId]);
    const shown = await results.showInFolder(taskId);
    if (shown.ok) return;
    await sayOfTask(words().saving.notShown, words().saving.showTroubles[shown.trouble], taskId);
  };

  const carryOut = (action: TrayAction): void => {
    switch (action.do) {
      case 'open':
        return windowHost.open();
      case 'open-task':
        tasks.markSeen([action.taskId]);
        return windowHost.open({ to: 'task', taskId: action.taskId });
      case 'open-video':
        return void openVideo(action.taskId);
      case 'save':
        return void save(action.taskId);
      case 'stop-saving':
        results.stopSaving(action.taskId);
        return;
      case 'show-in-folder':
        return void showInFolder(action.taskId);
      case 'copy-link':
        return void copyLink(action.taskId);
      case 'check':
        return tasks.check([action.taskId]);
      case 'dismiss':
        dismissals.add(action.taskId);
        tasks.markSeen([action.taskId]);
        return dependencies.onChanged();
      case 'watch-clipboard':
        return void watchClipboard().catch(sayNotSaved);
      case 'pause':
        return pause(pauseEnd(action.choice, clock.now()));
      case 'resume':
        return resume();
      case 'quiet':
        return action.choice === null ? endQuiet() : quietFor(action.choice);
      case 'open-settings':
        return windowHost.open({ to: 'settings' });
      case 'quit':
        return quit();
    }
  };

  const sayNotSaved = (error: unknown): void => {
    if (!(error instanceof StoreFailure)) throw error;
    const title = words().tray.notSaved;
    void say({ title, body: error.message, urgency: 'normal', route: { to: 'list' } });
  };

  return (action: TrayAction): void => {
    try {
      carryOut(action);
    } catch (error) {
      sayNotSaved(error);
    }
  };
};

const clipboardNotice = (watched: Result<Watched, WatchTrouble>): Notice => {
  const common = { urgency: 'normal', route: { to: 'list' } } as const;
  if (!watched.ok) {
    return { title: words().tray.nothingAdded, body: words().adding.troubles[watched.trouble], ...common };
  }
  const { added, alreadyWatched } = watched.value;
  const said = words().tray;
  const { count } = words().tasks;
  const [first] = [...added, ...alreadyWatched];
  return {
    title: added.length > 0 ? said.watching(count(added.length)) : said.alreadyWatched,
    body:
      alreadyWatched.length > 0 && added.length > 0
        ? said.alreadyListed(count(alreadyWatched.length))
        : said.fromClipboard,
    urgency: 'normal',
    route: first === undefined ? common.route : { to: 'task', taskId: first },
  };
};
