import { createDueHeap, type DueHeap } from './due-heap.ts';

/** The earliest due time of each gateway's tasks, kept as they change: asking costs no look at the whole list. */
export interface NextDue {
  /** Null when the task is not due at all. */
  note(taskId: string, gatewayId: string, dueAt: number | null): void;
  /** For each gateway with a task that is due. */
  all(): Iterable<readonly [gatewayId: string, dueAt: number]>;
}

export const createNextDue = (): NextDue => {
  const heaps = new Map<string, DueHeap>();
  const heapOf = (gatewayId: string): DueHeap => {
    const heap = heaps.get(gatewayId) ?? createDueHeap();
    heaps.set(gatewayId, heap);
    return heap;
  };
  return {
    note: (taskId, gatewayId, dueAt) => {
      if (dueAt !== null) heapOf(gatewayId).set(taskId, dueAt);
      else heaps.get(gatewayId)?.delete(taskId);
    },
    all: () =>
      [...heaps].flatMap(([gatewayId, heap]) => {
        const dueAt = heap.first()?.dueAt;
        return dueAt === undefined ? [] : [[gatewayId, dueAt] as const];
      }),
  };
};
