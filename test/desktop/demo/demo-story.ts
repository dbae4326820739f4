import type { ListedTask } from '../../../electron/cli/control-contract.ts';
import { words } from '../../../electron/shared/language/spoken.ts';
import { isFinalPhase, type Phase } from '../../../electron/shared/task.ts';
import type { ReceivedNotification } from '../received-notifications.ts';

export interface DemoOutcome {
  readonly tasks: readonly ListedTask[];
  readonly notifications: readonly ReceivedNotification[];
  readonly trayChanges: number;
  readonly promised: readonly { readonly id: string; readonly story: string }[];
}

/** The ends that the demo's tasks are made to meet. */
const wantedEnds: readonly Phase[] = ['succeeded', 'failed', 'cancelled', 'lost'];

/** True when every end was met: the demo has nothing more to show. */
export const storyIsTold = (tasks: readonly ListedTask[]): boolean =>
  wantedEnds.every((phase) => tasks.some((task) => task.phase === phase)) &&
  tasks.filter(({ phase }) => !isFinalPhase[phase]).length <= 1;

/** What went on, for a person. */
export const storyOf = ({ tasks, notifications, trayChanges, promised }: DemoOutcome): string => {
  const stories = new Map(promised.map(({ id, story }) => [id, story]));
  const lines = tasks.map((task) => {
    const told = isTold(task, notifications) ? 'said in a notification' : 'not announced';
    const end = isFinalPhase[task.phase] ? `${words().tasks.phases[task.phase]}, ${told}` : standOf(task);
    return `  ${task.title}\n      It ${stories.get(task.remoteId) ?? 'was watched'}.\n      Taskbell: ${end}.`;
  });
  const count = `Notifications that reached the desktop: ${String(notifications.length)}. Changes of the tray: ${String(trayChanges)}.`;
  return `${lines.join('\n')}\n\n${count}`;
};

const standOf = ({ phase, progress }: ListedTask): string =>
  progress === null
    ? words().tasks.phases[phase]
    : `${words().tasks.phases[phase]}, ${String(Math.floor(progress * 100))}%`;

const isTold = ({ title }: ListedTask, notifications: readonly ReceivedNotification[]): boolean =>
  notifications.some(({ body }) => body.includes(title.slice(0, 20)));

/** What a run of the demo must have brought; the sentences of what did not come. */
export const whatIsMissing = ({ tasks, notifications, trayChanges }: DemoOutcome): readonly string[] => [
  ...wantedEnds
    .filter((phase) => !tasks.some((task) => task.phase === phase))
    .map((phase) => `No task came out as “${words().tasks.phases[phase]}”.`),
  ...tasks
    .filter((task) => isFinalPhase[task.phase] && !isTold(task, notifications))
    .map((task) => `No notification told of “${task.title}”.`),
  ...(trayChanges < 3 ? ['The tray did not follow the tasks.'] : []),
];
