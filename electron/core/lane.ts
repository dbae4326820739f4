import { createDueHeap, type DueHeap } from './due-heap.ts';

/** The planned checks of one gateway. Tasks that were never checked stand in a row of their own. */
export interface Lane {
  plan(taskId: string, dueAt: number, isFirst: boolean): void;
  /** Moves a planned check; does nothing for a task that is not planned. */
  move(taskId: string, dueAt: number): boolean;
  forget(taskId: string): boolean;
  dueAt(taskId: string): number | null;
  /** When the earliest is due; Infinity when none is planned. */
  nextDueAt(): number;
  /** Takes the task whose turn it is out of the lane; null when none is due. */
  take(now: number): string | null;
  /** The planned tasks, the earliest due first. */
  inOrder(): readonly string[];
  entries(): Iterable<{ readonly key: string; readonly dueAt: number }>;
  readonly size: number;
}

export const createLane = (): Lane => {
  const firsts = createDueHeap();
  const others = createDueHeap();
  let lastWasFirst = false;

  const heapOf = (taskId: string): DueHeap | null =>
    firsts.dueAt(taskId) !== null ? firsts : others.dueAt(taskId) !== null ? others : null;
  const dueIn = (heap: DueHeap): number => heap.first()?.dueAt ?? Infinity;
  const entries = () => [...firsts.entries(), ...others.entries()];

  /**
   * When the gateway cannot be asked as fast as tasks fall due, the two rows take turns: someone who has just added
   * a task is not kept waiting behind hundreds of others, and hundreds that were just added do not keep others waiting.
   */
  const turn = (now: number): DueHeap | null => {
    const firstIsDue = dueIn(firsts) <= now;
    const otherIsDue = dueIn(others) <= now;
    if (firstIsDue && otherIsDue) return lastWasFirst ? others : firsts;
    return firstIsDue ? firsts : otherIsDue ? others : null;
  };

  return {
    plan: (taskId, dueAt, isFirst) => {
      (isFirst ? others : firsts).delete(taskId);
      (isFirst ? firsts : others).set(taskId, dueAt);
    },
    move: (taskId, dueAt) => {
      const heap = heapOf(taskId);
      heap?.set(taskId, dueAt);
      return heap !== null;
    },
    forget: (taskId) => firsts.delete(taskId) || others.delete(taskId),
    dueAt: (taskId) => heapOf(taskId)?.dueAt(taskId) ?? null,
    nextDueAt: () => Math.min(dueIn(firsts), dueIn(others)),
    take: (now) => {
      const heap = turn(now);
      const key = heap?.first()?.key ?? null;
      if (heap === null || key === null) return null;
      lastWasFirst = heap === firsts;
      heap.delete(key);
      return key;
    },
    inOrder: () =>
      entries()
        .sort((a, b) => a.dueAt - b.dueAt)
        .map(({ key }) => key),
    entries,
    get size() {
      return firsts.size + others.size;
    },
  };
};
