import { words } from '../shared/language/spoken.ts';
import { minuteTimeText } from '../shared/local-time.ts';
import { standstillOf } from '../shared/next-check-text.ts';
import { pauseChoices } from '../shared/pause.ts';
import { quietText } from '../shared/quiet-words.ts';
import { quietChoices } from '../shared/quiet.ts';
import { isFinalPhase } from '../shared/task.ts';
import type { UpdateStatus } from '../shared/updates.ts';
import type { AppStatus, TaskEntry, WatchlistView } from '../shared/watchlist-view.ts';
import type { ClipboardOffer } from '../shared/watching.ts';
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
  const said = words().tray;
  const unfinished = tasks.filter((task) => !isFinalPhase[task.phase]);
  const ended = tasks.filter(
    (task) =>
      isFinalPhase[task.phase] &&
      (!task.seen || (nowMs - endOf(task) < seenKeptMs && !dismissed.has(task.id))),
  );
  // Some panels show no tooltip.
  const held = status.quiet === null ? '' : quietText(status.quiet, nowMs);
  const notes = [standstillText(status, nowMs), counts, held, updateText(status.updates)].filter(
    (text) => text !== '',
  );
  const sections: readonly (readonly TrayItem[])[] = [
    [action(said.open, { do: 'open' }), ...notes.map((text) => ({ kind: 'note', text }) as const)],
    [
      ...firstBy(unfinished, unfinishedShown, runningThenNewest).map((task) =>
        unfinishedItem(task, view, nowMs),
      ),
      ...moreThan(unfinished, unfinishedShown),
    ],
    [...firstBy(ended, endedShown, latestEnded).map(endedItem), ...moreThan(ended, endedShown)],
    [action(watchText(offer), { do: 'watch-clipboard' }), pauseItem(status), ...quietItems(status)],
    [action(said.settings, { do: 'open-settings' }), action(said.quit, { do: 'quit' })],
  ];
  return sections
    .filter((section) => section.length > 0)
    .flatMap((section, at) => (at === 0 ? section : [{ kind: 'separator' } as const, ...section]));
};

const action = (text: string, does: TrayAction): TrayItem => ({ kind: 'action', text, action: does });

const moreThan = (tasks: readonly TaskEntry[], shown: number): readonly TrayItem[] =>
  tasks.length > shown ? [action(words().tray.more(tasks.length - shown), { do: 'open' })] : [];

const watchText = (offer: ClipboardOffer | null): string => {
  const [first, ...others] = offer?.remoteIds ?? [];
  if (first === undefined) return words().tray.watchClipboard;
  const what = others.length === 0 ? oneLine(first) : words().tasks.count(others.length + 1);
  return words().tray.watchFromClipboard(cutToWidth(what, 24));
};

/** What holds everything up, in words; empty when nothing does. */
const standstillText = (status: AppStatus, nowMs: number): string => {
  switch (standstillOf(status)) {
    case 'paused':
      return status.pausedUntil === null
        ? words().tray.paused
        : words().tray.pausedUntil(minuteTimeText(status.pausedUntil, nowMs));
    case 'offline':
      return words().tray.offline;
    case null:
      return '';
  }
};

/** What the user should know of a newer version; empty when nothing. */
const updateText = ({ way, version }: UpdateStatus): string => {
  if (version === null) return '';
  return way === 'installs' ? words().updates.ready(version) : words().updates.exists(version);
};

const pauseItem = ({ paused }: AppStatus): TrayItem =>
  paused
    ? action(words().tray.resume, { do: 'resume' })
    : {
        kind: 'submenu',
        text: words().tray.pause,
        items: pauseChoices.map((choice) => action(words().timing.pauses[choice], { do: 'pause', choice })),
      };

/** The desktop's own do-not-disturb is ended in the desktop. */
const quietItems = ({ quiet }: AppStatus): readonly TrayItem[] => {
  if (quiet?.reason === 'desktop') return [];
  if (quiet !== null) return [action(words().tray.notifyAgain, { do: 'quiet', choice: null })];
  const items = quietChoices.map((choice) => action(words().quiet.choices[choice], { do: 'quiet', choice }));
  return [{ kind: 'submenu', text: words().tray.beQuiet, items }];
};

const runningThenNewest = (a: TaskEntry, b: TaskEntry): number =>
  Number(b.phase === 'running') - Number(a.phase === 'running') || b.addedAt - a.addedAt;

const latestEnded = (a: TaskEntry, b: TaskEntry): number => endOf(b) - endOf(a);

const endOf = (task: TaskEntry): number => task.finishedAt ?? task.addedAt;
