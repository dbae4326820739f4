import { createLane, type Lane } from './lane.ts';

/** A task's next check. */
interface Planned {
  readonly gatewayId: string;
  dueAt: number;
  readonly isFirst: boolean;
}

/**
 * Which task's check is due when, by gateway. What is planned for a task while it is being checked comes into its
 * gateway's lane when that check has ended, so that no task is ever checked twice at a time.
 */
export interface PlannedChecks {
  plan(taskId: string, gatewayId: string, dueAt: number, isFirst: boolean): void;
  /** Does nothing for a task that is not planned. */
  move(taskId: string, dueAt: number): boolean;
  forget(taskId: string): void;
  dueAt(taskId: string): number | null;
  isUnderway(taskId: string): boolean;
  underway(): Iterable<string>;
  /** Takes the task whose turn it is, and those that the same request can cover; empty when none is due. */
  begin(
    gatewayId: string,
    now: number,
    most: (taskId: string) => number,
    canJoin: (taskId: string) => boolean,
  ): readonly string[];
  end(taskIds: readonly string[]): void;
  lane(gatewayId: string): Lane;
  lanes(): Iterable<readonly [gatewayId: string, lane: Lane]>;
}

export const createPlannedChecks = (): PlannedChecks => {
  const lanes = new Map<string, Lane>();
  const gatewayOf = new Map<string, string>();
  const underway = new Set<string>();
  const later = new Map<string, Planned>();

  const lane = (gatewayId: string): Lane => {
    const known = lanes.get(gatewayId);
    if (known !== undefined) return known;
    const made = createLane();
    lanes.set(gatewayId, made);
    return made;
  };

  const laneWith = (taskId: string): Lane | null => {
    const gatewayId = gatewayOf.get(taskId);
    return gatewayId === undefined ? null : lane(gatewayId);
  };

  const enter = (taskId: string, { gatewayId, dueAt, isFirst }: Planned): void => {
    if (gatewayOf.get(taskId) !== gatewayId) laneWith(taskId)?.forget(taskId);
    gatewayOf.set(taskId, gatewayId);
    lane(gatewayId).plan(taskId, dueAt, isFirst);
  };

  /** Those that can go along, the longest waiting first. */
  const companions = (from: Lane, most: number, canJoin: (taskId: string) => boolean): readonly string[] => {
    const taskIds: string[] = [];
    // Most gateways are asked for one at a time, and have nothing looked through for that.
    for (const taskId of most > 0 ? from.inOrder() : []) {
      if (canJoin(taskId)) taskIds.push(taskId);
      if (taskIds.length === most) break;
    }
    return taskIds;
  };

  return {
    plan: (taskId, gatewayId, dueAt, isFirst) => {
      const planned = { gatewayId, dueAt, isFirst };
      if (underway.has(taskId)) later.set(taskId, planned);
      else enter(taskId, planned);
    },
    move: (taskId, dueAt) => {
      const waiting = later.get(taskId);
      if (waiting === undefined) return laneWith(taskId)?.move(taskId, dueAt) === true;
      waiting.dueAt = dueAt;
      return true;
    },
    forget: (taskId) => {
      later.delete(taskId);
      laneWith(taskId)?.forget(taskId);
      gatewayOf.delete(taskId);
    },
    dueAt: (taskId) => later.get(taskId)?.dueAt ?? laneWith(taskId)?.dueAt(taskId) ?? null,
    isUnderway: (taskId) => underway.has(taskId),
    underway: () => underway,
    begin: (gatewayId, now, most, canJoin) => {
      const from = lane(gatewayId);
      const first = from.take(now);
      if (first === null) return [];
      const others = canJoin(first) ? companions(from, most(first) - 1, canJoin) : [];
      const taskIds = [first, ...others];
      for (const taskId of taskIds) {
        from.forget(taskId);
        gatewayOf.delete(taskId);
        underway.add(taskId);
      }
      return taskIds;
    },
    end: (taskIds) => {
      for (const taskId of taskIds) {
        underway.delete(taskId);
        const planned = later.get(taskId);
        later.delete(taskId);
        if (planned !== undefined) enter(taskId, planned);
      }
    },
    lane,
    lanes: () => lanes,
  };
};
