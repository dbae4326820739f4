import type { WaitReason } from './timing.ts';
import { waitsForKey } from './trouble-words.ts';
import type { GatewayEntry, TaskEntry } from './watchlist-view.ts';

/** What keeps back every task of a gateway, though only one of them found it out. */
const holdsAll: ReadonlySet<WaitReason | null> = new Set(['key', 'keyring', 'gateway-down']);

/** The task as it is drawn: what its gateway waits for it waits for too, asked or not. */
export const heldTask = (task: TaskEntry, gateway: GatewayEntry | null): TaskEntry => {
  if (task.trouble !== null || !gateway?.trouble) return task;
  const isHeld = holdsAll.has(task.waitReason) || (task.nextCheckAt === null && waitsForKey(gateway.trouble));
  return isHeld ? { ...task, trouble: gateway.trouble } : task;
};
