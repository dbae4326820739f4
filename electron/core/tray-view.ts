import { phaseWords } from '../shared/messages.ts';
import type { QuietChoice } from '../shared/quiet.ts';
import { healthAfter, isFinalPhase, type Health, type Phase } from '../shared/task.ts';
import type { GatewayEntry, TaskEntry, WatchlistView } from '../shared/watchlist-view.ts';
import { menuOf } from './tray-menu.ts';

export type TrayIconState = 'idle' | 'running' | 'attention' | 'failed' | 'offline' | 'paused';

export type TrayAction =
  | { readonly do: 'open' }
  | { readonly do: 'open-task'; readonly taskId: string }
  | { readonly do: 'watch-clipboard' }
  | { readonly do: 'pause' }
  | { readonly do: 'resume' }
  /** Null ends the quiet that there is. */
  | { readonly do: 'quiet'; readonly choice: QuietChoice | null }
  | { readonly do: 'open-settings' }
  | { readonly do: 'quit' };

export type TrayItem =
  | { readonly kind: 'separator' }
  | { readonly kind: 'action'; readonly text: string; readonly action: TrayAction };

/** The tray item as data. Texts are plain: whoever draws them escapes them for the platform. */
export interface TrayView {
  readonly icon: TrayIconState;
  readonly tooltip: string;
  readonly menu: readonly TrayItem[];
}

/** The whole tray item for a watchlist; `nowMs` is the wall clock. Equal views draw equal items. */
export const trayViewOf = (view: WatchlistView, nowMs: number): TrayView => {
  const icon = iconStateOf(view);
  return { icon, tooltip: tooltipOf(view.tasks, icon), menu: menuOf(view, nowMs) };
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
  return tasks.some((task) => !isFinalPhase[task.phase]) ? 'running' : 'idle';
};

/** Whether every gateway that still has something to tell is out of reach. */
const isCutOff = (tasks: readonly TaskEntry[], gateways: readonly GatewayEntry[]): boolean => {
  if (!gateways.some(isOutOfReach)) return false;
  const awaited = new Set(tasks.filter((task) => !isFinalPhase[task.phase]).map((task) => task.gatewayId));
  const concerned = gateways.filter((gateway) => awaited.has(gateway.id));
  return concerned.length > 0 && concerned.every(isOutOfReach);
};

const isOutOfReach = ({ trouble }: GatewayEntry): boolean =>
  trouble !== null && bringsNothing.includes(healthAfter[trouble]);

const namesOfState: Partial<Record<TrayIconState, string>> = {
  paused: 'Taskbell (paused)',
  offline: 'Taskbell (offline)',
};

const counted: readonly Phase[] = ['running', 'queued', 'succeeded', 'failed', 'cancelled', 'lost'];

/** "Taskbell: 3 running, 1 ready": unfinished tasks, and the ended ones that the user has not seen. */
const tooltipOf = (tasks: readonly TaskEntry[], state: TrayIconState): string => {
  const numbers = new Map<Phase, number>();
  for (const { phase, seen } of tasks) {
    if (!isFinalPhase[phase] || !seen) numbers.set(phase, (numbers.get(phase) ?? 0) + 1);
  }
  const counts = counted.flatMap((phase) => {
    const number = numbers.get(phase) ?? 0;
    return number === 0 ? [] : [`${String(number)} ${phaseWords[phase].toLowerCase()}`];
  });
  return `${namesOfState[state] ?? 'Taskbell'}: ${counts.length === 0 ? 'nothing running' : counts.join(', ')}`;
};
