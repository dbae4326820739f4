import { statSync } from 'node:fs';
import { openDatabase } from '../../../electron/platform/sqlite-database.ts';
import { storeOver } from '../../../electron/platform/sqlite-store.ts';
import type { MovedTask } from '../../../electron/core/store-ports.ts';
import type { Report, TaskEvent } from '../../../electron/shared/task.ts';

const begin = Date.UTC(2025, 0, 1);
const words =
  'paper boat lighthouse night crowd stadium slow camera pan over mountain river glass city rain neon'.split(
    ' ',
  );

/** About as long as what people write: eight words. */
const titleOf = (index: number): string =>
  `${Array.from({ length: 8 }, (_, at) => words[(index * 7 + at * at * 13) % words.length] ?? '').join(' ')} ${String(index)}`;

const reportOf = (index: number, id: string, at: number, isEnded: boolean): Report => ({
  phase: !isEnded ? 'running' : index % 9 === 0 ? 'failed' : 'succeeded',
  progress: isEnded ? 1 : 0.4,
  stage: isEnded ? 'completed' : 'processing',
  title: titleOf(index),
  model: 'sora-2',
  links:
    isEnded && index % 9 !== 0
      ? [
          {
            kind: 'video',
            url: `https://cdn.example.com/videos/${id}.mp4?sig=${id}${id}&exp=${String(at)}`,
            needsKey: false,
            expiresAt: at + 86_400_000,
          },
        ]
      : [],
  linksPending: false,
  failure:
    isEnded && index % 9 === 0
      ? { code: 'moderation', message: 'The prompt was rejected by moderation', reason: 'moderation' }
      : null,
  queuePosition: null,
  createdAt: at,
  updatedAt: at + 100,
});

const historyOf = (at: number, isEnded: boolean): readonly TaskEvent[] => {
  const progress = Array.from({ length: 8 }, (_, step): TaskEvent => {
    const kind = step < 2 ? 'phase' : 'progress';
    return { at: at + step * 10_000, kind, phase: 'running', progress: step / 8, note: null };
  });
  const added: TaskEvent = { at, kind: 'added', phase: null, progress: null, note: 'window' };
  const end: TaskEvent = { at: at + 100_000, kind: 'phase', phase: 'succeeded', progress: 1, note: null };
  return isEnded ? [added, ...progress, end] : [added, ...progress];
};

const movedTaskOf = (index: number, isEnded: boolean): MovedTask => {
  const id = `bench-${String(index)}-${'0123456789abcdef'.repeat(2).slice(index % 16, (index % 16) + 16)}`;
  const at = begin + index * 60_000;
  const marks = Array.from({ length: 8 }, (_, step) => ({ at: at + step * 10_000, progress: step / 8 }));
  return {
    stored: {
      task: {
        id,
        gatewayId: 'bench-gateway',
        remoteId: `sora-2:task_${id}`,
        addedAt: at,
        addedFrom: 'window',
      },
      report: reportOf(index, id, at, isEnded),
      reportedAt: at + 100_000,
      startedAt: at + 5_000,
      finishedAt: isEnded ? at + 100_000 : null,
      pace: { began: { after: at, by: at + 5_000 }, marks },
      keptAt: null,
      seen: true,
    },
    history: historyOf(at, isEnded),
  };
};

/** Writes a store as it is after so many tasks; the size of its file in bytes comes back. */
export const fillStore = (file: string, ended: number, running: number): number => {
  const store = storeOver(openDatabase(file));
  store.saveGateway({
    id: 'bench-gateway',
    name: 'Studio',
    baseUrl: 'https://api.example.com',
    dialect: 'relay',
    allowPlainHttp: false,
    keyHint: 'cdef',
    requestsPerSecond: null,
    saving: 'as-set',
  });
  const pieces = 5000;
  for (let first = 0; first < ended + running; first += pieces) {
    const length = Math.min(pieces, ended + running - first);
    const tasks = Array.from({ length }, (_, at) => movedTaskOf(first + at, first + at < ended));
    store.importAll({ gateways: [], dialects: [], tasks });
  }
  store.close();
  return statSync(file).size;
};
