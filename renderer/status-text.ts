import { isFinalPhase } from '../electron/shared/task.ts';
import type { AppStatus, GatewayEntry, WatchlistView } from '../electron/shared/watchlist-view.ts';
import { waitText } from './row-text.ts';
import { troubleWords, waitsForKey } from './trouble-words.ts';

export interface StatusText {
  readonly tone: 'ready' | 'quiet' | 'lost' | 'failed';
  readonly text: string;
  /** Whether the settings say more of it. */
  readonly leadsToSettings: boolean;
}

/** What checking has cost of late. */
export const requestsText = (count: number): string =>
  `${String(count)} ${count === 1 ? 'request' : 'requests'} in the last minute`;

const nextText = (nextCheckAt: number, now: number): string =>
  nextCheckAt <= now ? 'checking' : `next check in ${waitText(nextCheckAt - now)}`;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The gateways whose trouble keeps a task waiting, those first that need the user. */
const troubledGateways = ({ gateways, tasks }: WatchlistView): readonly GatewayEntry[] => {
  const awaited = new Set(
    tasks.filter(({ phase }) => !isFinalPhase[phase]).map(({ gatewayId }) => gatewayId),
  );
  return gateways
    .filter(({ id, trouble }) => trouble !== null && awaited.has(id))
    .sort((one, other) => Number(waitsForKey(other.trouble)) - Number(waitsForKey(one.trouble)));
};

const troubleText = (gateways: readonly GatewayEntry[]): string | null => {
  const [worst, ...others] = gateways;
  if (!worst?.trouble) return null;
  const more = others.length === 0 ? '' : `, and ${String(others.length)} more in trouble`;
  return `${worst.name}: ${troubleWords[worst.trouble]}${more}`;
};

const statusOnly = (status: AppStatus): Omit<StatusText, 'leadsToSettings'> | null => {
  if (status.storeTrouble !== null) return { tone: 'failed', text: status.storeTrouble };
  if (status.paused) return { tone: 'quiet', text: 'Paused: nothing is checked until you resume' };
  if (!status.online) return { tone: 'lost', text: 'No network: checking goes on when it is back' };
  return null;
};

/** The line at the foot of the window: the worst thing first. */
export const statusTextOf = (view: WatchlistView, now: number): StatusText => {
  const { status } = view;
  const whole = statusOnly(status);
  if (whole) return { ...whole, leadsToSettings: false };
  const trouble = troubleText(troubledGateways(view));
  const next = status.nextCheckAt === null ? null : nextText(status.nextCheckAt, now);
  if (trouble !== null)
    return {
      tone: 'lost',
      text: [trouble, next].filter((part) => part !== null).join(' · '),
      leadsToSettings: true,
    };
  const text =
    next === null ? 'Nothing to check' : `${capitalised(next)} · ${requestsText(status.requestsLastMinute)}`;
  return { tone: 'ready', text, leadsToSettings: false };
};
