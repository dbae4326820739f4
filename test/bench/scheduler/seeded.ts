import type { TaskStore } from '../../../electron/core/store-ports.ts';
import { gatewayOf, reportOf, taskOf } from '../../fakes/stored-samples.ts';

export interface SeedGateway {
  readonly id: string;
  readonly baseUrl: string;
  readonly requestsPerSecond: number | null;
  readonly taskCount: number;
}

export const remoteIdOf = (gatewayId: string, place: number): string =>
  `sora-2:task_${gatewayId}x${String(place).padStart(5, '0')}`;

/** Fills a store with running tasks, as an earlier life of the app leaves them. Every other one has told a progress. */
export const seed = (
  store: TaskStore,
  gateways: readonly SeedGateway[],
  now: number,
  oldestMs: number,
): void => {
  for (const { id, baseUrl, requestsPerSecond, taskCount } of gateways) {
    store.saveGateway(gatewayOf({ id, name: id, baseUrl, requestsPerSecond }));
    const places = Array.from({ length: taskCount }, (_, place) => place);
    const ageOf = (place: number): number => Math.round((oldestMs * (place + 1)) / taskCount);
    store.addTasks(
      places.map((place) =>
        taskOf({
          id: `${id}-${String(place)}`,
          gatewayId: id,
          remoteId: remoteIdOf(id, place),
          addedAt: now - ageOf(place),
        }),
      ),
    );
    for (const place of places) {
      const at = now - 10_000;
      const progress = place % 2 === 0 ? 0.1 : null;
      store.record({
        taskId: `${id}-${String(place)}`,
        at,
        report: reportOf({ progress, createdAt: now - ageOf(place) }),
        startedAt: now - ageOf(place),
        finishedAt: null,
        pace: {
          began: { after: null, by: at },
          marks: progress === null ? [] : [{ at, progress }],
        },
        seen: true,
        event: null,
        announcement: null,
        taken: null,
      });
    }
  }
};
