import type { WatchlistView } from '../../../electron/shared/watchlist-view.ts';
import { timingScenes } from './timing-scenes.ts';
import { at, historiesAt, referenceViewAt, studio, winfull } from './reference-view.ts';
import { taskEntry } from '../view-samples.ts';

const now = Date.now();
const minute = 60_000;
const hour = 60 * minute;
const reference = referenceViewAt(now);
const { tasks: referenceTasks, status } = reference;

const troubled: WatchlistView = {
  ...reference,
  tasks: referenceTasks
    .map((task) =>
      task.gatewayId === studio.id && task.phase === 'running'
        ? taskEntry({ ...task, health: 'refused', trouble: 'refused', progress: null })
        : task,
    )
    .concat(
      taskEntry({
        ...at.winfull,
        id: 'stopped',
        remoteId: 'task_09',
        title: 'Stopped on purpose',
        phase: 'cancelled',
        progress: null,
        addedAt: now - hour,
        finishedAt: now - 20 * minute,
      }),
    ),
  gateways: [winfull, { ...studio, trouble: 'refused' }],
  status: { ...status, online: false, trayVisible: false, notificationsWork: false },
};

const many: WatchlistView = {
  ...reference,
  tasks: Array.from({ length: 10_000 }, (_, index) => {
    const sample = referenceTasks[index % referenceTasks.length] ?? taskEntry();
    return {
      ...sample,
      id: `many-${String(index)}`,
      remoteId: `task_${String(index)}`,
      addedAt: sample.addedAt - index * 1000,
    };
  }),
};

const scenes: Readonly<Record<string, WatchlistView>> = {
  ...timingScenes,
  reference,
  troubled,
  many,
  'no-tasks': { ...reference, tasks: [], gateways: [winfull] },
  'first-run': { ...reference, tasks: [], gateways: [] },
};

export const sceneNamed = (name: string): WatchlistView => scenes[name] ?? reference;

export const histories = historiesAt(now);
