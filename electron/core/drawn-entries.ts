import type { TaskSaves } from '../shared/saving.ts';
import type { TaskEntry } from '../shared/watchlist-view.ts';
import { entryOf, type GatewayOfTask, type TaskState } from './task-entry.ts';

/** The entry of a task, the same one as long as neither the task nor what it shows of its gateway has changed. */
export type DrawnEntry = (
  state: TaskState,
  gateway: GatewayOfTask | null,
  muted: boolean,
  savesOf: SavesOf,
) => TaskEntry;

/** What has been saved of a task. Whenever that changes, the task's state is replaced. */
export type SavesOf = (taskId: string) => TaskSaves;

interface Drawn {
  readonly gateway: GatewayOfTask | null;
  readonly entry: TaskEntry;
}

/** The tray looks at the whole list twice a second, and little of it is new. */
export const createDrawnEntries = (): DrawnEntry => {
  const drawn = new WeakMap<TaskState, Drawn>();
  return (state, gateway, muted, savesOf) => {
    const before = drawn.get(state);
    if (before?.entry.muted === muted && isShownAlike(before.gateway, gateway)) return before.entry;
    const entry = entryOf(state, gateway, muted, savesOf(state.task.id));
    drawn.set(state, { gateway, entry });
    return entry;
  };
};

/** Whatever `GatewayOfTask` names has to be compared here. */
const isShownAlike = (one: GatewayOfTask | null, other: GatewayOfTask | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.gateway.name === other.gateway.name &&
    one.waitingUntil === other.waitingUntil &&
    one.waitReason === other.waitReason);
