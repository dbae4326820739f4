import { coarseStandText } from '../shared/estimate-text.ts';
import { heldTask } from '../shared/held-task.ts';
import { phaseWords } from '../shared/messages.ts';
import { standstillOf } from '../shared/next-check-text.ts';
import { isFinalPhase } from '../shared/task.ts';
import { troubleWords } from '../shared/trouble-words.ts';
import type { TaskEntry, WatchlistView } from '../shared/watchlist-view.ts';
import { cutToWidth, displayWidth } from './display-width.ts';
import { firstBy } from './first-by.ts';
import { oneLine } from './one-line.ts';
import type { TrayAction, TrayItem } from './tray-view.ts';

/** Columns that a task's line fills at most; CJK counts double. */
export const menuColumns = 48;

const unfinishedShown = 8;
const endedShown = 5;
const seenKeptMs = 24 * 60 * 60 * 1000;

/** Every redraw of a menu can close it under the user's pointer, so a small step of progress must not cause one. */
const percentSteps = 20;

/** Everything that Taskbell can do without its window. Ended tasks leave it a day after the user has seen them. */
export const menuOf = (view: WatchlistView, nowMs: number): readonly TrayItem[] => {
  const { tasks, status } = view;
  const unfinished = tasks.filter((task) => !isFinalPhase[task.phase]);
  const ended = tasks.filter(
    (task) => isFinalPhase[task.phase] && (!task.seen || nowMs - endOf(task) < seenKeptMs),
  );
  const more = unfinished.length - unfinishedShown;
  const sections: readonly (readonly TrayItem[])[] = [
    [item('Open Taskbell', { do: 'open' })],
    [
      ...firstBy(unfinished, unfinishedShown, runningThenNewest).map((task) =>
        unfinishedItem(task, view, nowMs),
      ),
      ...(more > 0 ? [item(`and ${String(more)} more`, { do: 'open' })] : []),
    ],
    firstBy(ended, endedShown, latestEnded).map((task) => taskItem(task, phaseWords[task.phase], '')),
    [
      item('Watch what is on the clipboard', { do: 'watch-clipboard' }),
      status.paused ? item('Resume checking', { do: 'resume' }) : item('Pause checking', { do: 'pause' }),
      item('Settings…', { do: 'open-settings' }),
      item('Quit Taskbell', { do: 'quit' }),
    ],
  ];
  return sections
    .filter((section) => section.length > 0)
    .flatMap((section, at) => (at === 0 ? section : [{ kind: 'separator' } as const, ...section]));
};

const item = (text: string, action: TrayAction): TrayItem => ({ kind: 'action', text, action });

/** Trouble takes the place of an estimate, which would run out unseen while nothing is asked. */
const unfinishedItem = (given: TaskEntry, { gateways, status }: WatchlistView, nowMs: number): TrayItem => {
  const task = heldTask(given, gateways.find(({ id }) => id === given.gatewayId) ?? null);
  const stand = standOf(task);
  if (task.trouble !== null) return taskItem(task, stand, ` · ${troubleWords[task.trouble]}`);
  return taskItem(task, standstillOf(status) === null ? coarseStandText(task, stand, nowMs) : stand, '');
};

const standOf = ({ phase, progress }: TaskEntry): string =>
  phase === 'running' && progress !== null
    ? `${String((Math.floor(progress * percentSteps) * 100) / percentSteps)}%`
    : phaseWords[phase];

/** The title gives way, so that what comes before and after it is always readable. */
const taskItem = (task: TaskEntry, stand: string, ending: string): TrayItem => {
  const room = menuColumns - displayWidth(`${stand} · ${ending}`);
  const title = oneLine(task.title) || oneLine(task.remoteId);
  return item(`${stand} · ${cutToWidth(title, room)}${ending}`, { do: 'open-task', taskId: task.id });
};

const runningThenNewest = (a: TaskEntry, b: TaskEntry): number =>
  Number(b.phase === 'running') - Number(a.phase === 'running') || b.addedAt - a.addedAt;

const latestEnded = (a: TaskEntry, b: TaskEntry): number => endOf(b) - endOf(a);

const endOf = (task: TaskEntry): number => task.finishedAt ?? task.addedAt;
