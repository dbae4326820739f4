import type { Estimate } from '../../../electron/shared/timing.ts';
import type { TaskEntry, WatchlistView } from '../../../electron/shared/watchlist-view.ts';
import { appStatus, gatewayEntry, taskEntry, viewOf } from '../view-samples.ts';

const now = Date.now();
const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

const estimate = (leftMs: number, given: Partial<Estimate> = {}): Estimate => ({
  endsAt: now + leftMs,
  longFrom: now + leftMs + 10 * minute,
  usualMs: 170 * second,
  stalledSince: null,
  ...given,
});

const studio = gatewayEntry({
  id: 'gateway-studio',
  name: 'studio key',
  keyHint: '77aa',
  trouble: 'rate-limited',
  waitingUntil: now + 3 * minute,
  waitReason: 'gateway-asked',
  requestsPerSecond: 0.5,
  budget: { requestsPerSecond: 0.5, concurrency: 4 },
  requestsLastMinute: 30,
});
const ark = gatewayEntry({
  id: 'gateway-ark',
  name: 'ark',
  trouble: 'unreachable',
  waitingUntil: now + 40 * second,
  waitReason: 'gateway-down',
  requestsLastMinute: 2,
});
const kling = gatewayEntry({
  id: 'gateway-kling',
  name: 'kling',
  trouble: 'refused',
  waitReason: 'key',
  requestsLastMinute: 0,
});
const winfull = gatewayEntry({ requestsLastMinute: 12 });

let made = 0;
const one = (title: string, given: Partial<TaskEntry>): TaskEntry => {
  made += 1;
  const id = `timing-${String(made)}`;
  return taskEntry({ id, remoteId: `task_${id}`, title, addedAt: now - made * minute, ...given });
};

const at = (gateway: typeof studio): Partial<TaskEntry> => ({
  gatewayId: gateway.id,
  gatewayName: gateway.name,
});

const soon = { nextCheckAt: now + 4600, waitReason: 'schedule', checkedAt: now - 2000 } as const;

const estimated: readonly TaskEntry[] = [
  one('Paper boat drifting through a flooded library', {
    ...soon,
    progress: 0.93,
    estimate: estimate(12 * second),
  }),
  one('Snow leopard on a ridge at dawn, slow dolly', {
    ...soon,
    progress: 0.38,
    estimate: estimate(118 * second),
  }),
  one('Fishing pier in fog, one gull lands', {
    ...soon,
    progress: null,
    estimate: estimate(47 * minute),
  }),
  one('Neon koi, macro lens', { ...soon, progress: 0.97, estimate: estimate(-10 * second) }),
  one('Crowd scene, stadium, night', {
    ...soon,
    progress: 0.71,
    estimate: estimate(-4 * minute, { longFrom: now - minute }),
  }),
  one('Lighthouse beam sweeping over black water', {
    ...soon,
    progress: 0.994,
    estimate: estimate(minute, { stalledSince: now - 4 * minute }),
  }),
  one('Paper cranes over a rice field', {
    ...soon,
    phase: 'queued',
    progress: null,
    queuePosition: 4,
    estimate: estimate(5 * minute),
  }),
  one('No estimate yet', { ...soon, progress: null }),
];

const waiting: readonly TaskEntry[] = [
  one('Its gateway asked for a wait', {
    ...at(studio),
    progress: 0.4,
    nextCheckAt: now + 3 * minute,
    waitReason: 'gateway-asked',
  }),
  one('Waits its turn', { ...soon, ...at(studio), nextCheckAt: now - second, waitReason: 'budget' }),
  one('After an error', {
    ...soon,
    nextCheckAt: now + 20 * second,
    waitReason: 'retry',
    trouble: 'server-error',
    health: 'offline',
  }),
  one('Its gateway is down', { ...at(ark), nextCheckAt: now + 40 * second, waitReason: 'gateway-down' }),
  one('Its gateway waits for a key', { ...at(kling), waitReason: 'key' }),
  one('Nobody has answered about this one', {
    ...soon,
    trouble: 'not-found',
    health: 'unreadable',
    silentSince: now - 8 * day,
  }),
];

const status = appStatus({ nextCheckAt: now + 4600, requestsLastMinute: 14 });
const calm = { ...studio, trouble: null, waitingUntil: null, waitReason: null, requestsLastMinute: 2 };

export const timingScenes: Readonly<Record<string, WatchlistView>> = {
  estimates: viewOf({ tasks: estimated, gateways: [winfull, calm], status }),
  slower: viewOf({
    tasks: estimated,
    gateways: [winfull, calm],
    status: { ...status, slowedBy: 'metered', promptness: 'fewer-requests' },
  }),
  waiting: viewOf({
    tasks: waiting,
    gateways: [winfull, studio, ark, kling],
    status: { ...status, requestsLastMinute: 44, promptness: 'told-sooner' },
  }),
  held: viewOf({
    tasks: [waiting[0] ?? taskEntry()],
    gateways: [winfull, { ...studio, trouble: null }],
    status: { ...status, nextCheckAt: now + 3 * minute },
  }),
  offline: viewOf({ tasks: estimated, gateways: [winfull, calm], status: { ...status, online: false } }),
};
