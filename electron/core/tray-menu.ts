import { minuteTimeText } from '../shared/local-time.ts';
import { standstillOf } from '../shared/next-check-text.ts';
import { pauseChoices, pauseWords } from '../shared/pause.ts';
import { quietChoices, quietChoiceWords, quietText } from '../shared/quiet-words.ts';
import { isFinalPhase } from '../shared/task.ts';
import type { AppStatus, TaskEntry, WatchlistView } from '../shared/watchlist-view.ts';
import type { ClipboardOffer } from '../shared/ipc-contract.ts';
import { cutToWidth } from './display-width.ts';
import { firstBy } from './first-by.ts';
import { oneLine } from './one-line.ts';
import { endedItem, unfinishedItem } from './tray-task-items.ts';
import type { TrayAction, TrayItem } from './tray-view.ts';

export interface MenuMoment {
  readonly nowMs: number;
  /** Ended tasks that the user has put away. */
  readonly dismissed: ReadonlySet<string>;
  /** "3 running, 1 ready"; empty when there is nothing to count. */
  readonly counts: string;
  /** What is known to be on the clipboard. */
  readonly offer: ClipboardOffer | null;
}

const unfinishedShown = 8;
const endedShown = 5;
const seenKeptMs = 24 * 60 * 60 * 1000;

/** Everything that Taskbell can do without its window. Ended tasks leave it a day after they have ended and been seen. */
export const menuOf = (
  view: WatchlistView,
  { nowMs, dismissed, counts, offer }: MenuMoment,
): readonly TrayItem[] => {
  const { tasks, status } = view;
  const unfinished = tasks.filter((task) => !isFinalPhase[task.phase]);
  const ended = tasks.filter(
    (task) =>
      isFinalPhase[task.phase] &&
      (!task.seen || (nowMs - endOf(task) < seenKeptMs && !dismissed.has(task.id))),
  );
  // Some panels show no tooltip.
  const held = status.quiet === null ? '' : quietText(status.quiet, nowMs);
  const notes = [standstillText(status, nowMs), counts, held].filter((text) => text !== '');
  const sections: readonly (readonly TrayItem[])[] = [
    [action('Open Taskbell', { do: 'open' }), ...notes.map((text) => ({ kind: 'note', text }) as const)],
    [
      ...firstBy(unfinished, unfinishedShown, runningThenNewest).map((task) =>
        unfinishedItem(task, view, nowMs),
      ),
      ...moreThan(unfinished, unfinishedShown),
    ],
    [...firstBy(ended, endedShown, latestEnded).map(endedItem), ...moreThan(ended, endedShown)],
    [action(watchText(offer), { do: 'watch-clipboard' }), pauseItem(status), ...quietItems(status)],
    [action('Settings…', { do: 'open-settings' }), action('Quit Taskbell', { do: 'quit' })],
  ];
  return sections
    .filter((section) => section.length > 0)
    .flatMap((section, at) => (at === 0 ? section : [{ kind: 'separator' } as const, ...section]));
};

const action = (text: string, does: TrayAction): TrayItem => ({ kind: 'action', text, action: does });

const moreThan = (tasks: readonly TaskEntry[], shown: number): readonly TrayItem[] =>
  tasks.length > shown ? [action(`and ${String(tasks.length - shown)} more`, { do: 'open' })] : [];

const watchText = (offer: ClipboardOffer | null): string => {
  const [first, ...others] = offer?.remoteIds ?? [];
  if (first === undefined) return 'Watch what is on the clipboard';
  const what = others.length === 0 ? oneLine(first) : `${String(others.length + 1)} tasks`;
  return `Watch ${cutToWidth(what, 24)} from the clipboard`;
};

/** What holds everything up, in words; empty when nothing does. */
const standstillText = (status: AppStatus, nowMs: number): string => {
  switch (standstillOf(status)) {
    case 'paused':
      return status.pausedUntil === null
        ? 'Paused'
        : `Paused until ${minuteTimeText(status.pausedUntil, nowMs)}`;
    case 'offline':
      return 'Offline';
    case null:
      return '';
  }
};

const pauseItem = ({ paused }: AppStatus): TrayItem =>
  paused
    ? action('Resume checking', { do: 'resume' })
    : {
        kind: 'submenu',
        text: 'Pause checking',
        items: pauseChoices.map((choice) => action(pauseWords[choice], { do: 'pause', choice })),
      };

/** The desktop's own do-not-disturb is ended in the desktop. */
const quietItems = ({ quiet }: AppStatus): readonly TrayItem[] => {
  if (quiet?.reason === 'desktop') return [];
  if (quiet !== null) return [action('Notify again', { do: 'quiet', choice: null })];
  const items = quietChoices.map((choice) => action(quietChoiceWords[choice], { do: 'quiet', choice }));
  return [{ kind: 'submenu', text: 'Be quiet', items }];
};

const runningThenNewest = (a: TaskEntry, b: TaskEntry): number =>
  Number(b.phase === 'running') - Number(a.phase === 'running') || b.addedAt - a.addedAt;

const latestEnded = (a: TaskEntry, b: TaskEntry): number => endOf(b) - endOf(a);

const endOf = (task: TaskEntry): number => task.finishedAt ?? task.addedAt;
