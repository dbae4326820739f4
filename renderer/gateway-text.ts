import { checkTroubleSentences } from '../electron/shared/messages.ts';
import type { GatewayEntry } from '../electron/shared/watchlist-view.ts';
import { eventTimeText } from './local-time.ts';
import { requestsText } from './status-text.ts';

/** How a gateway is doing: what troubles it, how long its checks wait, what it costs. */
export const gatewayHealthText = (gateway: GatewayEntry, now: number): string =>
  [
    gateway.trouble === null ? 'No trouble.' : checkTroubleSentences[gateway.trouble],
    gateway.waitingUntil !== null && gateway.waitingUntil > now
      ? `Its checks wait until ${eventTimeText(gateway.waitingUntil, now)}.`
      : null,
    gateway.requestsLastMinute > 0 ? `${requestsText(gateway.requestsLastMinute)}.` : null,
  ]
    .filter((part) => part !== null)
    .join(' ');
