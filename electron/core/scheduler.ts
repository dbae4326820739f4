import type { Cancel, Clock } from './ports.ts';

export interface SchedulerDependencies {
  readonly clock: Clock;
  /** Runs one check. The scheduler never runs two of one task at a time. */
  readonly check: (taskId: string) => Promise<void>;
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

/** Due times are wall clock, timers are not: looking again once a minute bounds what a clock jump can cost. */
const longestSleepMs = 60_000;

interface Planned {
  readonly gatewayId: string;
  dueAt: number;
  running: boolean;
}

export const createScheduler = (dependencies: SchedulerDependencies): Scheduler => {
  const { clock, check, onPlanned, isOpen, concurrencyOf } = dependencies;
  const planned = new Map<string, Planned>();
  const holds = new Map<string, number>();
  const running = new Map<string, number>();
  let cancelTimer: Cancel = () => undefined;
  let stopped = false;

  const startsAt = (task: Planned): number => Math.max(task.dueAt, holds.get(task.gatewayId) ?? 0);
  const isFree = (gatewayId: string): boolean => (running.get(gatewayId) ?? 0) < concurrencyOf(gatewayId);

  const arm = (): void => {
    cancelTimer();
    cancelTimer = () => undefined;
    if (stopped || !isOpen()) return;
    let earliest = Infinity;
    for (const task of planned.values()) {
      if (!task.running && isFree(task.gatewayId)) earliest = Math.min(earliest, startsAt(task));
    }
    if (earliest === Infinity) return;
    cancelTimer = clock.after(Math.min(longestSleepMs, Math.max(0, earliest - clock.now())), runDue);
  };

  const runDue = (): void => {
    if (stopped || !isOpen()) return;
    const now = clock.now();
    const due = [...planned].filter(([, task]) => !task.running && startsAt(task) <= now);
    due.sort(([, a], [, b]) => a.dueAt - b.dueAt);
    for (const [taskId, task] of due) if (isFree(task.gatewayId)) start(taskId, task);
    arm();
  };

  const start = (taskId: string, task: Planned): void => {
    const { gatewayId } = task;
    task.running = true;
    running.set(gatewayId, (running.get(gatewayId) ?? 0) + 1);
    onPlanned(taskId, null);
    void check(taskId).finally(() => {
      running.set(gatewayId, (running.get(gatewayId) ?? 1) - 1);
      // A task that was not planned anew during its check is done.
      if (planned.get(taskId) === task) planned.delete(taskId);
      arm();
    });
  };

  return {
    plan: (taskId, gatewayId, delayMs) => {
      const task = { gatewayId, dueAt: clock.now() + delayMs, running: false };
      planned.set(taskId, task);
      onPlanned(taskId, startsAt(task));
      arm();
    },
    forget: (taskId) => {
      if (planned.delete(taskId)) arm();
    },
    hold: (gatewayId, until) => {
      holds.set(gatewayId, until);
      for (const [taskId, task] of planned) {
        if (task.gatewayId === gatewayId && !task.running) onPlanned(taskId, finiteOrNull(startsAt(task)));
      }
      arm();
    },
    release: (gatewayId) => {
      if (!holds.delete(gatewayId)) return;
      for (const [taskId, task] of planned) {
        if (task.gatewayId === gatewayId && !task.running) onPlanned(taskId, task.dueAt);
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
        if (task === undefined || task.running) continue;
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
