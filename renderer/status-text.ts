import { words } from '../electron/shared/language/spoken.ts';
import { minuteTimeText } from '../electron/shared/local-time.ts';
import { nextCheckReasonText, standstillOf } from '../electron/shared/next-check-text.ts';
import { quietText } from '../electron/shared/quiet-words.ts';
import { isBlocked } from '../electron/shared/saving.ts';
import { isFinalPhase } from '../electron/shared/task.ts';
import { waitsForKey } from '../electron/shared/trouble-words.ts';
import type { AppStatus, GatewayEntry, WatchlistView } from '../electron/shared/watchlist-view.ts';
import type { SettingsSectionName } from './settings-sections.ts';
import { requestsPerGatewayText } from './requests-text.ts';

export interface StatusText {
  readonly tone: 'ready' | 'quiet' | 'lost' | 'failed';
  readonly text: string;
  /** What checking has cost of late, where there is room for it; empty when nothing is checked. */
  readonly cost: string;
  /** The section of the settings where something can be done about it; null when there is nothing to do. */
  readonly leadsTo: Extract<SettingsSectionName, 'gateways' | 'saving'> | null;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const unfinishedOf = ({ tasks }: WatchlistView) => tasks.filter(({ phase }) => !isFinalPhase[phase]);

/** The gateways whose trouble keeps a task waiting, those first that need the user. */
const troubledGateways = (view: WatchlistView): readonly GatewayEntry[] => {
  const awaited = new Set(unfinishedOf(view).map(({ gatewayId }) => gatewayId));
  return view.gateways
    .filter(({ id, trouble }) => trouble !== null && awaited.has(id))
    .sort((one, other) => Number(waitsForKey(other.trouble)) - Number(waitsForKey(one.trouble)));
};

const troubleText = (gateways: readonly GatewayEntry[]): string | null => {
  const [worst, ...others] = gateways;
  if (!worst?.trouble) return null;
  const said = words().list;
  const first = said.trouble(worst.name, words().tasks.troubles[worst.trouble]);
  return others.length === 0 ? first : said.moreTrouble(first, others.length);
};

/** When the next check of all is, and why then; null when none is planned. */
const nextText = (view: WatchlistView, now: number): string | null => {
  const { nextCheckAt } = view.status;
  if (nextCheckAt === null) return null;
  const next = view.tasks.find((task) => task.nextCheckAt === nextCheckAt);
  const gateway = view.gateways.length > 1 ? (next?.gatewayName ?? null) : null;
  const text = nextCheckReasonText({ nextCheckAt, waitReason: next?.waitReason ?? null }, now, null, gateway);
  return words().list.nextCheck(text);
};

const pausedText = (until: number | null, now: number): string =>
  until === null ? words().list.paused : words().list.pausedUntil(minuteTimeText(until, now));

const statusOnly = (status: AppStatus, now: number): Pick<StatusText, 'tone' | 'text'> | null => {
  if (status.storeTrouble !== null) return { tone: 'failed', text: status.storeTrouble };
  switch (standstillOf(status)) {
    case 'paused':
      return { tone: 'quiet', text: pausedText(status.pausedUntil, now) };
    case 'offline':
      return { tone: 'lost', text: words().list.offline };
    case null:
      return null;
  }
};

const joined = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join(' · ');

/** The line at the foot of the window: the worst thing first. */
export const statusTextOf = (view: WatchlistView, now: number): StatusText => {
  const { status } = view;
  const whole = statusOnly(status, now);
  if (whole) return { ...whole, cost: '', leadsTo: null };
  const next = nextText(view, now);
  const said = words().list;
  const slower = status.slowedBy === null ? null : said.slower(words().timing.slowReasons[status.slowedBy]);
  const quiet = status.quiet === null ? null : lowered(quietText(status.quiet, now));
  const cost = requestsPerGatewayText(status, view.gateways);
  const trouble = troubleText(troubledGateways(view));
  if (trouble !== null)
    return { tone: 'lost', text: joined(trouble, next, slower, quiet), cost, leadsTo: 'gateways' };
  const blocked = view.tasks.filter(({ save }) => isBlocked(save)).length;
  if (blocked > 0)
    return {
      tone: 'lost',
      text: joined(said.cannotSave(blocked), next, slower, quiet),
      cost,
      leadsTo: 'saving',
    };
  // With a check under way and none to come there is no time to tell.
  if (next === null && unfinishedOf(view).length === 0)
    return { tone: 'ready', text: joined(said.nothingToCheck, quiet), cost: '', leadsTo: null };
  const text = joined(capitalised(next ?? said.checking), slower, quiet);
  return { tone: 'ready', text, cost, leadsTo: null };
};
