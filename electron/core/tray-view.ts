import type { ClipboardOffer } from '../shared/watching.ts';
import { words } from '../shared/language/spoken.ts';
import type { PauseChoice } from '../shared/pause.ts';
import type { QuietChoice } from '../shared/quiet.ts';
import { healthAfter, isFinalPhase, type Health, type Phase } from '../shared/task.ts';
import { standstillOf } from '../shared/next-check-text.ts';
import type { AppStatus, GatewayEntry, TaskEntry, WatchlistView } from '../shared/watchlist-view.ts';
import { cutToWidth } from './display-width.ts';
import { isolated } from './isolated.ts';
import { oneLine } from './one-line.ts';
import { menuOf } from './tray-menu.ts';

/** `quiet` is for a time in which nothing is announced. */
export type TrayIconState = 'idle' | 'running' | 'attention' | 'failed' | 'offline' | 'paused' | 'quiet';

export type TrayAction =
  | { readonly do: 'open' }
  | { readonly do: 'open-task'; readonly taskId: string }
  | { readonly do: 'open-video'; readonly taskId: string }
  | { readonly do: 'copy-link'; readonly taskId: string }
  | { readonly do: 'save'; readonly taskId: string }
  | { readonly do: 'stop-saving'; readonly taskId: string }
  | { readonly do: 'show-in-folder'; readonly taskId: string }
  | { readonly do: 'check'; readonly taskId: string }
  | { readonly do: 'dismiss'; readonly taskId: string }
  | { readonly do: 'watch-clipboard' }
  | { readonly do: 'pause'; readonly choice: PauseChoice }
  | { readonly do: 'resume' }
  /** Null ends the quiet that there is. */
  | { readonly do: 'quiet'; readonly choice: QuietChoice | null }
  | { readonly do: 'open-settings' }
  | { readonly do: 'quit' };

export type TrayItem =
  | { readonly kind: 'separator' }
  | { readonly kind: 'action'; readonly text: string; readonly action: TrayAction }
  /** Says something and does nothing. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'submenu'; readonly text: string; readonly items: readonly TrayItem[] };

/** The tray item as data. Texts are plain: whoever draws them escapes them for the platform. */
export interface TrayView {
  readonly icon: TrayIconState;
  /** How many eighths of the ring around a running icon are drawn, 0 to 7; null without a ring. */
  readonly ring: number | null;
  readonly tooltip: string;
  /** Endings that the user has not seen. */
  readonly news: number;
  readonly menu: readonly TrayItem[];
}

const none: ReadonlySet<string> = new Set();

/**
 * The whole tray item for a watchlist; `nowMs` is the wall clock, `dismissed` the ended tasks that the user has put
 * away, `offer` what is known to be on the clipboard. Equal views draw equal items.
 */
export const trayViewOf = (
  view: WatchlistView,
  nowMs: number,
  dismissed = none,
  offer: ClipboardOffer | null = null,
): TrayView => {
  const icon = iconStateOf(view);
  const counts = countsText(view.tasks);
  const { tooltip, nothingRunning } = words().tray;
  const said = [counts === '' ? nothingRunning : counts, ...troubleTexts(view)];
  return {
    icon,
    ring: icon === 'running' ? ringOf(view.tasks) : null,
    tooltip: tooltip(nameIn(view.status), said.join(' · ')),
    news: view.tasks.filter(isNews).length,
    menu: menuOf(view, { nowMs, dismissed, counts, offer }),
  };
};

/** Ended and not looked at since. */
const isNews = (task: TaskEntry): boolean => isFinalPhase[task.phase] && !task.seen;

/** With one of these a gateway brings no news at all, until the network or the user has changed something. */
const bringsNothing: readonly Health[] = ['offline', 'refused', 'needs-credential'];

/**
 * The icon says first whether Taskbell can tell at all (paused, then offline), then the worst thing that the
 * user has not seen (failed, then attention), and only then that something is going on (running, idle).
 */
const iconStateOf = ({ tasks, gateways, status }: WatchlistView): TrayIconState => {
  if (status.paused) return 'paused';
  if (!status.online || isCutOff(tasks, gateways)) return 'offline';
  if (tasks.some((task) => isNews(task) && task.phase !== 'succeeded')) return 'failed';
  if (tasks.some(isNews)) return 'attention';
  if (status.quiet !== null) return 'quiet';
  return tasks.some((task) => !isFinalPhase[task.phase]) ? 'running' : 'idle';
};

/** Whether every gateway that still has something to tell is out of reach. */
const isCutOff = (tasks: readonly TaskEntry[], gateways: readonly GatewayEntry[]): boolean => {
  if (!gateways.some(isOutOfReach)) return false;
  const concerned = awaitedOf(tasks, gateways);
  return concerned.length > 0 && concerned.every(isOutOfReach);
};

/** The gateways that still have something to tell. */
const awaitedOf = (
  tasks: readonly TaskEntry[],
  gateways: readonly GatewayEntry[],
): readonly GatewayEntry[] => {
  const awaited = new Set(tasks.filter((task) => !isFinalPhase[task.phase]).map((task) => task.gatewayId));
  return gateways.filter((gateway) => awaited.has(gateway.id));
};

const isOutOfReach = ({ trouble }: GatewayEntry): boolean =>
  trouble !== null && bringsNothing.includes(healthAfter[trouble]);

/** The task that is furthest, because its end is the next to come. */
const ringOf = (tasks: readonly TaskEntry[]): number => {
  let furthest = 0;
  for (const { phase, progress } of tasks) {
    if (phase === 'running' && progress !== null) furthest = Math.max(furthest, progress);
  }
  return Math.min(7, Math.floor(furthest * 8));
};

/** That one gateway cannot be reached does not make the computer offline. */
const nameIn = (status: AppStatus): string => {
  const { nameWhenPaused, nameWhenOffline } = words().tray;
  const standstill = standstillOf(status);
  if (standstill === null) return 'Taskbell';
  return standstill === 'paused' ? nameWhenPaused : nameWhenOffline;
};

const troublesNamed = 2;
const gatewayColumns = 24;

/** What keeps gateways from telling, while nothing stops all of them. */
const troubleTexts = ({ tasks, gateways, status }: WatchlistView): readonly string[] => {
  if (standstillOf(status) !== null || !gateways.some(isOutOfReach)) return [];
  const silent = awaitedOf(tasks, gateways).flatMap(({ name, trouble }) =>
    trouble !== null && bringsNothing.includes(healthAfter[trouble]) ? [{ name, trouble }] : [],
  );
  const { tasks: said, tray } = words();
  return silent
    .slice(0, troublesNamed)
    .map(({ name, trouble }) =>
      tray.troubleOf(said.troubles[trouble], isolated(cutToWidth(oneLine(name), gatewayColumns))),
    );
};

const counted: readonly Phase[] = ['running', 'queued', 'succeeded', 'failed', 'cancelled', 'lost'];

/** "3 running, 1 ready": unfinished tasks, and the ended ones that the user has not seen. Empty when there are none. */
const countsText = (tasks: readonly TaskEntry[]): string => {
  const numbers = new Map<Phase, number>();
  for (const { phase, seen } of tasks) {
    if (!isFinalPhase[phase] || !seen) numbers.set(phase, (numbers.get(phase) ?? 0) + 1);
  }
  const { countedPhase, listed } = words().tasks;
  return listed(
    counted.flatMap((phase) => {
      const number = numbers.get(phase);
      return number === undefined ? [] : [countedPhase[phase](number)];
    }),
  );
};
