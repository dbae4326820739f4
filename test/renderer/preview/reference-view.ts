import type { ResultLink, TaskEvent } from '../../../electron/shared/task.ts';
import type { Estimate } from '../../../electron/shared/timing.ts';
import type { TaskEntry, WatchlistView } from '../../../electron/shared/watchlist-view.ts';
import { appStatus, gatewayEntry, taskEntry, viewOf } from '../view-samples.ts';

const minute = 60_000;
const hour = 60 * minute;
export const winfull = gatewayEntry();
export const studio = gatewayEntry({
  id: 'gateway-studio',
  name: 'studio key',
  keyHint: '77aa',
  requestsLastMinute: 2,
});
export const at = {
  winfull: { gatewayId: winfull.id, gatewayName: winfull.name },
  studio: { gatewayId: studio.id, gatewayName: studio.name },
};

const estimate = (now: number, leftMs: number): Estimate => ({
  endsAt: now + leftMs,
  longFrom: now + leftMs + 10 * minute,
  usualMs: 170_000,
  stalledSince: null,
});

const videoLink = (expiresAt: number | null): readonly ResultLink[] => [
  { kind: 'video', url: 'https://files.example/video.mp4', needsKey: false, expiresAt },
];

const tasksAt = (now: number): readonly TaskEntry[] => [
  taskEntry({
    ...at.winfull,
    id: 'boat',
    progress: 0.93,
    addedAt: now - minute,
    nextCheckAt: now + 4600,
    waitReason: 'schedule',
    estimate: estimate(now, 12_000),
    checkedAt: now - 2000,
    stage: 'processing',
  }),
  taskEntry({
    ...at.studio,
    id: 'leopard',
    remoteId: 'task_02',
    title: 'Snow leopard on a ridge at dawn, slow dolly',
    model: 'veo3.1',
    progress: 0.38,
    addedAt: now - 2 * minute,
    nextCheckAt: now + 12_600,
    waitReason: 'schedule',
    estimate: estimate(now, 118_000),
  }),
  taskEntry({
    ...at.winfull,
    id: 'kling',
    remoteId: '800100000000000000000000000000003',
    title: '800100000000000000000000000000003',
    model: 'kling',
    phase: 'queued',
    progress: null,
    queuePosition: 4,
    addedAt: now - 3 * minute,
    nextCheckAt: now + 21_600,
    waitReason: 'schedule',
    estimate: estimate(now, 5 * minute),
  }),
  taskEntry({
    ...at.winfull,
    id: 'pier',
    remoteId: 'sora-2:task_01k81e7r1mf0htz8d33pq',
    title: 'Fishing pier in fog, one gull lands',
    phase: 'succeeded',
    progress: 1,
    links: videoLink(now + 5.4 * 24 * hour),
    addedAt: now - 9 * minute,
    startedAt: now - 9 * minute,
    finishedAt: now - 9 * minute + 133_000,
    checkedAt: now - 7 * minute,
  }),
  taskEntry({
    ...at.studio,
    id: 'koi',
    remoteId: 'task_05',
    title: 'Neon koi, macro lens',
    model: 'seedance',
    phase: 'succeeded',
    progress: 1,
    links: videoLink(null),
    addedAt: now - 14 * minute,
    startedAt: now - 14 * minute,
    finishedAt: now - 12.3 * minute,
    seen: false,
  }),
  taskEntry({
    ...at.winfull,
    id: 'crowd',
    remoteId: 'task_06',
    title: 'Crowd scene, stadium, night',
    phase: 'failed',
    progress: null,
    failure: {
      code: 'content_policy_violation',
      message: 'Rejected by content policy',
      reason: 'moderation',
    },
    addedAt: now - 65 * minute,
    finishedAt: now - 61 * minute,
  }),
  taskEntry({
    ...at.winfull,
    id: 'gone',
    remoteId: 'task_01k8aw2v3k9dx8m5q7p0z4jm',
    title: 'task_01k8aw2v3k9dx8m5q7p0z4jm',
    model: null,
    phase: 'lost',
    progress: null,
    addedAt: now - 3 * hour,
    finishedAt: now - 2.1 * hour,
  }),
];

/** A day like another: some tasks run, some have ended, one way and the other. */
export const referenceViewAt = (now: number): WatchlistView =>
  viewOf({
    tasks: tasksAt(now),
    gateways: [winfull, studio],
    status: appStatus({ nextCheckAt: now + 4600, requestsLastMinute: 9 }),
  });

const reached = [0.04, 0.09, 0.13, 0.29, 0.4, 0.47, 0.66, 0.8, 0.94];

/** Histories of its tasks by id. */
export const historiesAt = (now: number): ReadonlyMap<string, readonly TaskEvent[]> => {
  const began = now - 9 * minute;
  return new Map([
    [
      'pier',
      [
        { at: began, kind: 'added', phase: null, progress: null, note: 'clipboard' },
        { at: began + 1000, kind: 'phase', phase: 'queued', progress: null, note: null },
        { at: began + 29_000, kind: 'phase', phase: 'running', progress: 0, note: null },
        ...reached.map((progress, index) => ({
          at: began + 29_000 + (index + 1) * 10_000,
          kind: 'progress' as const,
          phase: 'running' as const,
          progress,
          note: null,
        })),
        { at: began + 133_000, kind: 'phase', phase: 'succeeded', progress: 1, note: null },
        { at: began + 133_500, kind: 'told', phase: 'succeeded', progress: null, note: null },
      ],
    ],
  ]);
};
