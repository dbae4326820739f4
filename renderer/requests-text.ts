import { words } from '../electron/shared/language/spoken.ts';
import type { AppStatus, GatewayEntry } from '../electron/shared/watchlist-view.ts';

/** What checking has cost of late. */
export const requestsText = (count: number): string => words().list.requests(count);

/** The same with how many of them went where, the most first, when there are several gateways. */
export const requestsPerGatewayText = (
  { requestsLastMinute }: Pick<AppStatus, 'requestsLastMinute'>,
  gateways: readonly GatewayEntry[],
): string => {
  const asked = gateways
    .filter((gateway) => gateway.requestsLastMinute > 0)
    .sort((one, other) => other.requestsLastMinute - one.requestsLastMinute)
    .map((gateway) => `${gateway.name} ${String(gateway.requestsLastMinute)}`);
  if (gateways.length < 2 || asked.length === 0) return requestsText(requestsLastMinute);
  // What is listed may be a moment older than the count of all, and the two must not contradict each other.
  const listed = gateways.reduce((sum, gateway) => sum + gateway.requestsLastMinute, 0);
  return words().list.requestsOf(requestsText(listed), asked);
};
