import type { Diagnostics } from '../shared/ipc-contract.ts';
import { isFinalPhase } from '../shared/task.ts';
import type { WatchlistView } from '../shared/watchlist-view.ts';
import type { DoctorReport } from './control-contract.ts';

/** What a person needs who finds that checks come late. Holds no key, no address and no link. */
export const doctorReport = (
  { tasks, gateways, status }: WatchlistView,
  diagnostics: Diagnostics,
): DoctorReport => {
  const unfinished = tasks.filter(({ phase }) => !isFinalPhase[phase]);
  const { paused, pausedUntil, online, slowedBy, promptness, storeTrouble, nextCheckAt, requestsLastMinute } =
    status;
  const next = nextCheckAt === null ? undefined : tasks.find((task) => task.nextCheckAt === nextCheckAt);
  return {
    ...diagnostics,
    paused,
    pausedUntil,
    online,
    slowedBy,
    promptness,
    unfinished: unfinished.length,
    nextCheckAt,
    nextCheckReason: next?.waitReason ?? null,
    requestsLastMinute,
    gateways: gateways.map((gateway) => ({
      name: gateway.name,
      dialect: gateway.dialect,
      unfinished: unfinished.filter(({ gatewayId }) => gatewayId === gateway.id).length,
      requestsLastMinute: gateway.requestsLastMinute,
      requestsPerSecond: gateway.budget.requestsPerSecond,
      concurrency: gateway.budget.concurrency,
      waitingUntil: gateway.waitingUntil,
      waitReason: gateway.waitReason,
      trouble: gateway.trouble,
    })),
    storeTrouble,
  };
};
