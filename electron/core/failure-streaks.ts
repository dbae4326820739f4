/** Checks in a row that nobody or only a server's error answered, by gateway. */
export interface FailureStreaks {
  note(gatewayId: string, taskId: string): FailureStreak;
  end(gatewayId: string): void;
}

export interface FailureStreak {
  readonly count: number;
  /** Whether they make the gateway count as down, and not one task as broken. */
  readonly isOutage: boolean;
}

/** So many in a row, about more than one task, are no task's own fault. */
const failuresUntilDown = 3;

export const createFailureStreaks = (): FailureStreaks => {
  const counts = new Map<string, number>();
  const tasks = new Map<string, Set<string>>();
  return {
    note: (gatewayId, taskId) => {
      const count = (counts.get(gatewayId) ?? 0) + 1;
      const taskIds = tasks.get(gatewayId) ?? new Set();
      counts.set(gatewayId, count);
      tasks.set(gatewayId, taskIds.add(taskId));
      return { count, isOutage: count >= failuresUntilDown && taskIds.size > 1 };
    },
    end: (gatewayId) => {
      counts.delete(gatewayId);
      tasks.delete(gatewayId);
    },
  };
};
