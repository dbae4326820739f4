import { budgetText } from '../electron/shared/budget-text.ts';
import { words } from '../electron/shared/language/spoken.ts';
import { eventTimeText } from '../electron/shared/local-time.ts';
import type { CheckTrouble } from '../electron/shared/task.ts';
import type { GatewayEntry, TaskEntry } from '../electron/shared/watchlist-view.ts';
import { requestsText } from './requests-text.ts';

/** What its checks wait for; null when nothing holds them back. */
const waitSentence = ({ waitingUntil, waitReason }: GatewayEntry, now: number): string | null => {
  const { waits } = words().gatewayForm;
  if (waitReason === 'budget') return waits.budget('');
  if (waitingUntil === null || waitingUntil <= now) return null;
  return waits[waitReason ?? 'schedule'](eventTimeText(waitingUntil, now));
};

/** What is said once it is stored: the trouble of the Test of these very entries is not passed over. */
export const storedText = (stored: string, failedTest: CheckTrouble | null): string => {
  const { butRefused, butTestFailed } = words().gatewayForm;
  if (failedTest === null) return stored;
  return failedTest === 'refused'
    ? butRefused(stored)
    : butTestFailed(stored, words().tasks.troubles[failedTest]);
};

/** What it costs and may cost. */
export const gatewayCostText = ({ budget, requestsLastMinute }: GatewayEntry): string =>
  words().gatewayForm.cost(requestsText(requestsLastMinute), budgetText(budget));

interface Found {
  readonly tasks: readonly Pick<TaskEntry, 'checkedAt'>[];
  readonly failedTest: CheckTrouble | null;
}

/** One that was never asked is not known to do well. */
const untroubledText = ({ asked }: GatewayEntry, { tasks, failedTest }: Found): string => {
  const { lastTestFailed, notAsked, noTrouble } = words().gatewayForm;
  if (failedTest !== null) return lastTestFailed(words().tasks.troubles[failedTest]);
  return asked || tasks.some(({ checkedAt }) => checkedAt !== null) ? noTrouble : notAsked;
};

/** How a gateway is doing: what troubles it, and how long its checks wait and why. */
export const gatewayHealthText = (gateway: GatewayEntry, found: Found, now: number): string => {
  const { trouble } = gateway;
  const { healthAndWait } = words().gatewayForm;
  const health = trouble === null ? untroubledText(gateway, found) : words().checks.troubles[trouble];
  const wait = waitSentence(gateway, now);
  return wait === null ? health : healthAndWait(health, wait);
};
