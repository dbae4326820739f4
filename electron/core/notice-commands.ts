import { words } from '../shared/language/spoken.ts';
import type { NoticeAction } from './announcement.ts';
import type { Notifier, WindowHost } from './ports.ts';
import type { ResultCommands } from './result-commands.ts';
import { StoreFailure } from './store-failure.ts';
import type { TaskCommands } from './task-commands.ts';

export interface NoticeCommandsDependencies {
  readonly tasks: Pick<TaskCommands, 'markSeen' | 'copyLink' | 'check' | 'keep'>;
  readonly results: Pick<ResultCommands, 'open' | 'showInFolder'>;
  readonly notifier: Pick<Notifier, 'show'>;
  readonly windowHost: Pick<WindowHost, 'open'>;
}

/** Carries out what was clicked on a notice. Whoever acts on a task has seen what became of it. */
export const createNoticeCommands = (dependencies: NoticeCommandsDependencies) => {
  const { tasks, results, notifier, windowHost } = dependencies;

  const openTask = (taskId: string): void => windowHost.open({ to: 'task', taskId });

  /** The notice is gone by now, so what could not be done is said in one of its own, or else in the window. */
  const say = async (title: string, body: string, taskId: string): Promise<void> => {
    const route = { to: 'task', taskId } as const;
    const shown = await notifier.show({ title, body, urgency: 'normal', route });
    if (!shown.ok) windowHost.open(route);
  };

  const openVideo = async (taskId: string): Promise<void> => {
    const opened = await results.open(taskId);
    if (!opened.ok) await say(words().tray.notOpened, words().tasks.openTroubles[opened.trouble], taskId);
  };

  const showInFolder = async (taskId: string): Promise<void> => {
    const shown = await results.showInFolder(taskId);
    if (!shown.ok) await say(words().saving.notShown, words().saving.showTroubles[shown.trouble], taskId);
  };

  const copyLink = async (taskId: string): Promise<void> => {
    const copied = await tasks.copyLink(taskId);
    if (!copied.ok) await say(words().tray.notCopied, words().tasks.openTroubles[copied.trouble], taskId);
  };

  const keep = (taskId: string): void => {
    try {
      tasks.keep([taskId]);
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
      openTask(taskId);
    }
  };

  return (action: NoticeAction): void => {
    if (action.do === 'open') {
      if (action.route.to === 'task') tasks.markSeen([action.route.taskId]);
      return windowHost.open(action.route);
    }
    tasks.markSeen([action.taskId]);
    switch (action.do) {
      case 'open-video':
        return void openVideo(action.taskId);
      case 'show-in-folder':
        return void showInFolder(action.taskId);
      case 'copy-link':
        return void copyLink(action.taskId);
      case 'check':
        return tasks.check([action.taskId]);
      case 'keep':
        return keep(action.taskId);
    }
  };
};
