import { durationText } from '../electron/shared/duration.ts';
import type { AppStatus } from '../electron/shared/watchlist-view.ts';

export interface StatusText {
  readonly tone: 'ready' | 'quiet' | 'lost' | 'failed';
  readonly text: string;
}

/** What checking costs right now. */
export const requestsText = (count: number): string =>
  `${String(count)} ${count === 1 ? 'request' : 'requests'} a minute`;

const nextText = (nextCheckAt: number, now: number): string =>
  nextCheckAt <= now ? 'Checking' : `Next check in ${durationText(nextCheckAt - now)}`;

/** The line at the foot of the window: the worst thing first. */
export const statusTextOf = (status: AppStatus, now: number): StatusText => {
  if (status.storeTrouble !== null) return { tone: 'failed', text: status.storeTrouble };
  if (status.paused) return { tone: 'quiet', text: 'Paused: nothing is checked until you resume' };
  if (!status.online) return { tone: 'lost', text: 'No network: checking goes on when it is back' };
  if (status.nextCheckAt === null) return { tone: 'ready', text: 'Nothing to check' };
  const text = `${nextText(status.nextCheckAt, now)} · ${requestsText(status.requestsLastMinute)}`;
  return { tone: 'ready', text };
};
