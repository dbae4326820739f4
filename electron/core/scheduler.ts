import type { Lane } from './lane.ts';
import { createPlannedChecks } from './planned-checks.ts';
import type { Cancel, Clock } from './ports.ts';

export interface SchedulerDependencies {
  readonly clock: Clock;
  /** Checks tasks of one gateway, together if it can. The scheduler never runs two checks of one task at a time. */
  readonly check: (taskIds: readonly string[]) => Promise<void>;
  /** How many tasks of this gateway one request can ask about, at least 1. */
  readonly mostAtOnce: (gatewayId: string) => number;
  /** Whether this task can be asked about together with others. */
  readonly canJoin: (taskId: string) => boolean;
  /** Told whenever a task's next check moves (steady ms); null while it is running or not planned. */
  readonly onPlanned: (taskId: string, dueAt: number | null) => void;
  /** From when on another check of this gateway may start (steady ms); Infinity until `reconsider`. */
  readonly opensAt: (gatewayId: string) => number;
  /** Takes a check's place in what the gateway may be sent, right before it starts. */
  readonly onStart: (gatewayId: string) => void;
  /** How many checks of this gateway may run at a time, at least 1. */
  readonly concurrencyOf: (gatewayId: string) => number;
  /** How many checks may run at a time in all, of the gateways that count in this. */
  readonly mostInAll: () => number;
  readonly countsInAll: (gatewayId: string) => boolean;
  /** Whether the gateway may be asked, if only its budget allows it. */
  readonly isOpen: (gatewayId: string) => boolean;
  /** Told when an open gateway begins or ends to be asked less often than its checks fall due. */
  readonly onBehind: (gatewayId: string, behind: boolean) => void;
}

/** Decides when each check runs: one timer over a heap of due times for each gateway. All times are steady ms. */
export interface Scheduler {
  /** `isFirst`: the task has never been checked. */
  plan(taskId: string, gatewayId: string, delayMs: number, isFirst?: boolean): void;
  forget(taskId: string): void;
  /** Moves planned checks; those of other tasks stay where they are. */
  move(checks: Iterable<{ readonly taskId: string; readonly delayMs: number }>): void;
  /** Brings planned checks of these tasks forward to now, behind those that are due already. */
  hasten(taskIds: Iterable<string>): void;
  /** When the task's check is due; null when none is planned. */
  dueAt(taskId: string): number | null;
  /** Planned tasks whose time has come. */
  overdue(): readonly string[];
  /** Tasks that are being asked about. */
  underway(): readonly string[];
  /** Looks again at what may start, after one of the limits has changed. */
  reconsider(): void;
  stop(): void;
}

/** When a check is tried again that ended in an exception, which only a bug can cause. */
const afterBugMs = 60_000;

const toNow = (taskId: string) => ({ taskId, delayMs: 0 });

/** Timers may stand still while the machine sleeps, steady time does not: looking again bounds what that can cost. */
const longestTimerMs = 20_000;

/** A gateway whose checks start later than this is behind. */
const behindAfterMs = 1_000;

export const createScheduler = (dependencies: SchedulerDependencies): Scheduler => {
  const { clock, check, onPlanned, opensAt, concurrencyOf, mostInAll, mostAtOnce, canJoin } = dependencies;
  const { countsInAll } = dependencies;
  const planned = createPlannedChecks();
  const running = new Map<string, number>();
  const behind = new Set<string>();
  let runningInAll = 0;
  let cancelTimer: Cancel = () => undefined;
  let armedFor = Infinity;
  let stopped = false;

  const isFree = (gatewayId: string): boolean =>
    (running.get(gatewayId) ?? 0) < concurrencyOf(gatewayId) &&
    (runningInAll < mostInAll() || !countsInAll(gatewayId));

  /** When the gateway's next check can start; Infinity when that is up to something else than time. */
  const startsAt = (gatewayId: string, lane: Lane): number =>
    lane.size > 0 && isFree(gatewayId) ? Math.max(lane.nextDueAt(), opensAt(gatewayId)) : Infinity;

  const arm = (): void => {
    const now = clock.steady();
    let earliest = Infinity;
    for (const [gatewayId, lane] of planned.lanes()) {
      earliest = Math.min(earliest, startsAt(gatewayId, lane));
      tellBehind(gatewayId, lane, now);
    }
    armFor(earliest);
  };

  const armFor = (at: number): void => {
    cancelTimer();
    cancelTimer = () => undefined;
    armedFor = Infinity;
    if (stopped || at === Infinity) return;
    armedFor = at;
    cancelTimer = clock.after(Math.min(longestTimerMs, Math.max(0, at - clock.steady())), runDue);
  };

  const runDue = (): void => {
    if (stopped) return;
    for (const [gatewayId, lane] of planned.lanes()) {
      // Real time goes on while the limits are looked at, so each start is held against the time after that.
      while (startsAt(gatewayId, lane) <= clock.steady()) start(gatewayId);
      tellBehind(gatewayId, lane, clock.steady());
    }
    arm();
  };

  const tellBehind = (gatewayId: string, lane: Lane, now: number): void => {
    const isBehind = now - lane.nextDueAt() > behindAfterMs && dependencies.isOpen(gatewayId);
    if (isBehind === behind.has(gatewayId)) return;
    if (isBehind) behind.add(gatewayId);
    else behind.delete(gatewayId);
    dependencies.onBehind(gatewayId, isBehind);
  };

  // A task that is not planned anew during its check is done.
  const start = (gatewayId: string): void => {
    const taskIds = planned.begin(gatewayId, clock.steady(), () => mostAtOnce(gatewayId), canJoin);
    const countedInAll = countsInAll(gatewayId) ? 1 : 0;
    running.set(gatewayId, (running.get(gatewayId) ?? 0) + 1);
    runningInAll += countedInAll;
    for (const taskId of taskIds) onPlanned(taskId, null);
    dependencies.onStart(gatewayId);
    void check(taskIds)
      .catch((error: unknown) => {
        for (const taskId of taskIds) if (planned.dueAt(taskId) === null) plan(taskId, gatewayId, afterBugMs);
        throw error;
      })
      .finally(() => {
        running.set(gatewayId, (running.get(gatewayId) ?? 1) - 1);
        runningInAll -= countedInAll;
        planned.end(taskIds);
        arm();
      });
  };

  const plan: Scheduler['plan'] = (taskId, gatewayId, delayMs, isFirst = false) => {
    const dueAt = clock.steady() + delayMs;
    planned.plan(taskId, gatewayId, dueAt, isFirst);
    onPlanned(taskId, dueAt);
    // Only an earlier start moves the timer: planning thousands of tasks does not look at all of them each time.
    if (planned.isUnderway(taskId) || dueAt >= armedFor) return;
    const at = startsAt(gatewayId, planned.lane(gatewayId));
    if (at < armedFor) armFor(at);
  };

  const move: Scheduler['move'] = (checks) => {
    const now = clock.steady();
    for (const { taskId, delayMs } of checks) {
      if (planned.move(taskId, now + delayMs)) onPlanned(taskId, now + delayMs);
    }
    arm();
  };

  return {
    plan,
    // The timer may come for nothing then, which costs less than looking at all gateways for each one that goes.
    forget: (taskId) => planned.forget(taskId),
    move,
    hasten: (taskIds) => {
      const now = clock.steady();
      // What is overdue keeps its place: someone who asks again and again must not keep pushing it back.
      move([...taskIds].filter((taskId) => (planned.dueAt(taskId) ?? now) > now).map(toNow));
    },
    dueAt: (taskId) => planned.dueAt(taskId),
    overdue: () => {
      const now = clock.steady();
      return [...planned.lanes()].flatMap(([, lane]) =>
        [...lane.entries()].filter(({ dueAt }) => dueAt <= now).map(({ key }) => key),
      );
    },
    underway: () => [...planned.underway()],
    reconsider: arm,
    stop: () => {
      stopped = true;
      cancelTimer();
    },
  };
};
