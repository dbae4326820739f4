import { budgetText } from '../electron/shared/budget-text.ts';
import { words } from '../electron/shared/language/spoken.ts';
import { eventTimeText } from '../electron/shared/local-time.ts';
import type { WaitReason } from '../electron/shared/timing.ts';
import type { GatewayEntry } from '../electron/shared/watchlist-view.ts';
import { requestsText } from './requests-text.ts';

/** What a gateway's checks wait for; `schedule` and `retry` are single tasks'. */
const waitSentences: Readonly<Record<WaitReason, (until: string) => string>> = {
  schedule: (until) => `Its checks wait until ${until}.`,
  retry: (until) => `Its checks wait until ${until}.`,
  'gateway-asked': (until) => `Its checks wait until ${until}, as it asked.`,
  'gateway-down': (until) => `One task at a time tries again, next at ${until}.`,
  key: (until) => `Its checks wait until ${until}.`,
  keyring: (until) => `The keyring is tried again at ${until}.`,
  budget: () => 'Checks wait their turn: it has been sent as many requests as it may be.',
};

const waitSentence = ({ waitingUntil, waitReason }: GatewayEntry, now: number): string | null => {
  if (waitReason === 'budget') return waitSentences.budget('');
  if (waitingUntil === null || waitingUntil <= now) return null;
  return waitSentences[waitReason ?? 'schedule'](eventTimeText(waitingUntil, now));
};

/** What it costs and may cost. */
export const gatewayCostText = ({ budget, requestsLastMinute }: GatewayEntry): string =>
  `${requestsText(requestsLastMinute)}; at most ${budgetText(budget)}.`;

/** How a gateway is doing: what troubles it, and how long its checks wait and why. */
export const gatewayHealthText = (gateway: GatewayEntry, now: number): string => {
  const health = gateway.trouble === null ? 'No trouble.' : words().checks.troubles[gateway.trouble];
  const wait = waitSentence(gateway, now);
  return wait === null ? health : `${health} ${wait}`;
};
