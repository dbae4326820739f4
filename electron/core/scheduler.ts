import type { Cancel, Clock } from './ports.ts';

export interface SchedulerDependencies {
  readonly clock: Clock;
  /** Checks tasks of one gateway, together if it can. The scheduler never runs two checks of one task at a time. */
  readonly check: (taskIds: readonly string[]) => Promise<void>;
  /** How many tasks of this gateway one request can ask about, at least 1. */
  readonly mostAtOnce: (gatewayId: string) => number;
  /** Whether this task can be asked about together with others. */
  readonly canJoin: (taskId: string) => boolean;
  /** Told whenever a task's next check moves; null while it is running or not planned. */
  readonly onPlanned: (taskId: string, dueAt: number | null) => void;
  /** Whether checks may run at all right now. */
  readonly isOpen: () => boolean;
  /** How many checks of this gateway may run at a time, at least 1. */
  readonly concurrencyOf: (gatewayId: string) => number;
}

/** Decides when each check runs. One timer for all tasks; each gateway has a concurrency limit and a hold. */
export interface Scheduler {
  plan(taskId: string, gatewayId: string, delayMs: number): void;
  forget(taskId: string): void;
  /** No check of this gateway starts before then (wall clock ms; Infinity waits for release). */
  hold(gatewayId: string, until: number): void;
  release(gatewayId: string): void;
  heldUntil(gatewayId: string): number | null;
  /** Brings planned checks of these tasks forward to now. */
  hasten(taskIds: Iterable<string>): void;
  /** Looks again at what is due, after `isOpen` has changed. */
  reconsider(): void;
  stop(): void;
}

/** When a check is tried again that ended in an exception, which only a bug can cause. */
const afterBugMs = 60_000;

/** Due times are wall clock, timers are not: looking again once a minute bounds what a clock set ahead can cost. */
const longestSleepMs = 60_000;

interface Planned {
  readonly gatewayId: string;
  dueAt: number;
}

export const createScheduler = (dependencies: SchedulerDependencies): Scheduler => {
  const { clock, check, onPlanned, isOpen, concurrencyOf, mostAtOnce, canJoin } = dependencies;
  const planned = new Map<string, Planned>();
  const underway = new Set<string>();
  const holds = new Map<string, number>();
  const running = new Map<string, number>();
  let cancelTimer: Cancel = () => undefined;
  let armedFor = Infinity;
  let lookedAt = clock.now();
  let stopped = false;

  const startsAt = (task: Planned): number => Math.max(task.dueAt, holds.get(task.gatewayId) ?? 0);
  const isFree = (gatewayId: string): boolean => (running.get(gatewayId) ?? 0) < concurrencyOf(gatewayId);

  const mayStart = (taskId: string, task: Planned): boolean =>
    !underway.has(taskId) && isFree(task.gatewayId);

  // A clock that was set back, as a wrong one is after start-up, must not put every check off by as much.
  const followClock = (): void => {
    const backMs = lookedAt - clock.now();
    lookedAt -= backMs;
    if (backMs <= 0) return;
    for (const [gatewayId, until] of holds) holds.set(gatewayId, until - backMs);
    for (const [taskId, task] of planned) {
      task.dueAt -= backMs;
      onPlanned(taskId, finiteOrNull(startsAt(task)));
    }
  };

  const arm = (): void => {
    let earliest = Infinity;
    for (const [taskId, task] of planned) {
      if (mayStart(taskId, task)) earliest = Math.min(earliest, startsAt(task));
    }
    armFor(earliest);
  };

  const armFor = (at: number): void => {
    cancelTimer();
    cancelTimer = () => undefined;
    armedFor = Infinity;
    if (stopped || !isOpen() || at === Infinity) return;
    armedFor = at;
    cancelTimer = clock.after(Math.min(longestSleepMs, Math.max(0, at - clock.now())), runDue);
  };

  const runDue = (): void => {
    if (stopped || !isOpen()) return;
    followClock();
    const now = clock.now();
    const due = [...planned].filter(([, task]) => startsAt(task) <= now);
    due.sort(([, a], [, b]) => a.dueAt - b.dueAt);
    for (const [taskId, task] of due) {
      // A task that has gone along with an earlier one is not planned any more.
      if (planned.get(taskId) === task && mayStart(taskId, task))
        start(companyOf(taskId, task), task.gatewayId);
    }
    arm();
  };

  /** The task, and those that the same request can cover, the longest waiting first. */
  const companyOf = (taskId: string, { gatewayId }: Planned): readonly string[] => {
    const most = canJoin(taskId) ? mostAtOnce(gatewayId) : 1;
    if (most === 1) return [taskId];
    const others = [...planned].filter(
      ([id, task]) => id !== taskId && task.gatewayId === gatewayId && !underway.has(id) && canJoin(id),
    );
    others.sort(([, a], [, b]) => a.dueAt - b.dueAt);
    return [taskId, ...others.slice(0, most - 1).map(([id]) => id)];
  };

  // A task that is not planned anew during its check is done.
  const start = (taskIds: readonly string[], gatewayId: string): void => {
    running.set(gatewayId, (running.get(gatewayId) ?? 0) + 1);
    for (const taskId of taskIds) {
      planned.delete(taskId);
      underway.add(taskId);
      onPlanned(taskId, null);
    }
    void check(taskIds)
      .catch((error: unknown) => {
        for (const taskId of taskIds) if (!planned.has(taskId)) plan(taskId, gatewayId, afterBugMs);
        throw error;
      })
      .finally(() => {
        for (const taskId of taskIds) underway.delete(taskId);
        running.set(gatewayId, (running.get(gatewayId) ?? 1) - 1);
        arm();
      });
  };

  const plan: Scheduler['plan'] = (taskId, gatewayId, delayMs) => {
    followClock();
    const task = { gatewayId, dueAt: clock.now() + delayMs };
    planned.set(taskId, task);
    onPlanned(taskId, finiteOrNull(startsAt(task)));
    // Only an earlier start moves the timer: planning thousands of tasks does not look at all of them each time.
    if (mayStart(taskId, task) && startsAt(task) < armedFor) armFor(startsAt(task));
  };

  return {
    plan,
    // The timer may come for nothing then, which costs less than looking at all tasks for each one that goes.
    forget: (taskId) => void planned.delete(taskId),
    hold: (gatewayId, until) => {
      holds.set(gatewayId, until);
      for (const [taskId, task] of planned) {
        if (task.gatewayId === gatewayId) onPlanned(taskId, finiteOrNull(startsAt(task)));
      }
      arm();
    },
    release: (gatewayId) => {
      if (!holds.delete(gatewayId)) return;
      for (const [taskId, task] of planned) {
        if (task.gatewayId === gatewayId) onPlanned(taskId, task.dueAt);
      }
      arm();
    },
    heldUntil: (gatewayId) => {
      const until = holds.get(gatewayId);
      return until !== undefined && until > clock.now() ? until : null;
    },
    hasten: (taskIds) => {
      const now = clock.now();
      for (const taskId of taskIds) {
        const task = planned.get(taskId);
        if (task === undefined) continue;
        task.dueAt = now;
        onPlanned(taskId, finiteOrNull(startsAt(task)));
      }
      arm();
    },
    reconsider: arm,
    stop: () => {
      stopped = true;
      cancelTimer();
    },
  };
};

const finiteOrNull = (at: number): number | null => (Number.isFinite(at) ? at : null);
