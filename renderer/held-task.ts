import type { GatewayEntry, TaskEntry } from '../electron/shared/watchlist-view.ts';
import { waitsForKey } from './trouble-words.ts';

/** The task as the window shows it: one whose gateway waits for a key waits for it too, asked or not. */
export const heldTask = (task: TaskEntry, gateway: GatewayEntry | null): TaskEntry =>
  task.trouble === null && task.nextCheckAt === null && gateway !== null && waitsForKey(gateway.trouble)
    ? { ...task, trouble: gateway.trouble }
    : task;
