import type { Diagnostics } from '../shared/diagnostics.ts';
import { isFinalPhase } from '../shared/task.ts';
import type { GatewayEntry, TaskEntry, WatchlistView } from '../shared/watchlist-view.ts';
import { firstBy } from '../core/first-by.ts';
import type { DoctorGateway, DoctorReport } from './control-contract.ts';

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
    gateways: gateways.map((gateway) => {
      const own = unfinished.filter(({ gatewayId }) => gatewayId === gateway.id);
      return {
        name: gateway.name,
        dialect: gateway.dialect,
        unfinished: own.length,
        requestsLastMinute: gateway.requestsLastMinute,
        requestsPerSecond: gateway.budget.requestsPerSecond,
        concurrency: gateway.budget.concurrency,
        ...waitOf(gateway, own),
        trouble: gateway.trouble,
      };
    }),
    storeTrouble,
  };
};

/** Its own wait; else why the next of its tasks waits, unless that has merely its turn then. */
const waitOf = (
  { waitingUntil, waitReason }: GatewayEntry,
  tasks: readonly TaskEntry[],
): Pick<DoctorGateway, 'waitingUntil' | 'waitReason'> => {
  const [next] = firstBy(tasks, 1, (a, b) => (a.nextCheckAt ?? Infinity) - (b.nextCheckAt ?? Infinity));
  if (waitReason !== null || next === undefined || next.waitReason === 'schedule')
    return { waitingUntil, waitReason };
  return { waitingUntil: next.nextCheckAt, waitReason: next.waitReason };
};
