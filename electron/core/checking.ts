import type { Gateway } from '../shared/gateway.ts';
import { isSettled, type Report } from '../shared/task.ts';
import type { Budget, UsualRange } from '../shared/timing.ts';
import type { Announcement } from './announcement.ts';
import type { Announcer } from './announcer.ts';
import { createCatchUp } from './catch-up.ts';
import { chanceEnded, type Terms } from './check-policy.ts';
import { usualRangeOf } from './estimate.ts';
import type { Checker } from './checker.ts';
import { createCheckingLimits, isLocal, type RequestLimits } from './checking-limits.ts';
import { createCompany } from './company.ts';
import type { Connection } from './connection.ts';
import type { DialectNamed, Pacing } from './dialect.ts';
import type { GatewayHolds } from './gateway-holds.ts';
import { createFreshLinks, type FetchFreshLinks } from './fresh-links.ts';
import { createLearnedTimes, type TakenTime } from './learned-times.ts';
import type { Clock, Machine, MakeId, Random } from './ports.ts';
import type { StoredTask, TaskStore } from './store-ports.ts';
import { createRecordReport, standingOf } from './record-report.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';
import { createTaskChecks } from './task-checks.ts';
import { takenTimeOf } from './taken-time.ts';
import type { TaskState } from './task-entry.ts';
import { createWakeWatch } from './wake-watch.ts';
import type { Watchlist } from './watchlist.ts';

export interface CheckingDependencies {
  readonly clock: Clock;
  readonly random: Random;
  readonly makeId: MakeId;
  readonly machine: Machine;
  readonly store: Pick<TaskStore, 'record' | 'savePause' | 'pauses' | 'takenTimes'>;
  readonly watchlist: Watchlist;
  readonly announcer: Announcer;
  /** The ending of a task is news, decided just now. */
  readonly onEnding: (announcement: Announcement) => void;
  readonly dialectNamed: DialectNamed;
  readonly checkerWithin: (limits: RequestLimits) => Checker;
}

/** Everything that decides when which gateway is asked, and asks it. */
export interface Checking {
  readonly scheduler: Scheduler;
  readonly holds: GatewayHolds;
  readonly connection: Connection;
  readonly checker: Checker;
  readonly freshLinks: FetchFreshLinks;
  budgetOf(gateway: Gateway): Budget;
  /** How long tasks like this one take; null while too few have been seen. */
  usualRangeOf(task: TaskState): UsualRange | null;
  /** Plans what is not settled, the likeliest to have ended first. */
  begin(stored: readonly StoredTask[]): void;
  /** Its address or key has changed: whatever held it back may be over. */
  gatewayChanged(gatewayId: string): void;
  gatewayRemoved(gatewayId: string): void;
  tasksRemoved(taskIds: readonly string[]): void;
  pausedChanged(): void;
  stop(): void;
}

/** A network needs a moment after a sleep, and so does a desktop that has just woken. */
const settleMs = 1_500;

/** A task whose gateway is held for longer is not waited for when endings are told together. */
const heldTooLongMs = 20_000;

const noPacing: Pacing = { requestsPerSecond: null, shortestDelayMs: null };

export const createChecking = (dependencies: CheckingDependencies): Checking => {
  const { clock, watchlist, store, machine, announcer, dialectNamed } = dependencies;
  const learned = createLearnedTimes();
  const pacingOf = ({ dialect }: Gateway): Pacing => dialectNamed(dialect)?.pacing ?? noPacing;

  const limits = createCheckingLimits({
    ...dependencies,
    pacingOf,
    onLimits: () => scheduler.reconsider(),
    onRecovered: (isConcerned) => catchUp.begin(0, troubledTasks(isConcerned)),
  });
  const { connection, holds } = limits;
  const checker = dependencies.checkerWithin(limits.requests);
  const company = createCompany(checker, dialectNamed);

  const termsOf = (gatewayId: string): Terms => {
    const gateway = watchlist.gateway(gatewayId);
    const { promptness, slowedBy } = watchlist.status();
    const { shortestDelayMs } = gateway === null ? noPacing : pacingOf(gateway);
    return { promptness, shortestDelayMs, slowed: slowedBy !== null };
  };
  const plan = ({ task }: TaskState, delayMs: number): void =>
    scheduler.plan(task.id, task.gatewayId, delayMs);
  const wallTimeOf = (steady: number): number => clock.now() + steady - clock.steady();

  /** Nothing is learned from a task during which somebody set the clock. */
  const takenBy = (state: TaskState, report: Report): TakenTime | null => {
    if (state.task.addedAt < clockSetAt) return null;
    const now = clock.now();
    return takenTimeOf({
      gatewayId: state.task.gatewayId,
      model: report.model,
      phase: report.phase,
      startedAt: state.startedAt,
      finishedAt: state.finishedAt,
      endNamed: state.finishedAt !== now,
      pace: state.pace,
      unfinishedAt: state.reportedAt,
      now,
    });
  };
  let clockSetAt = -Infinity;

  const record = createRecordReport({
    ...dependencies,
    learnedOf: (gatewayId, model) => learned.of(gatewayId, model),
    termsOf,
    takenBy,
    startedAt: clock.now(),
    plan,
    onTaken: (taken) => learned.add(taken),
    onAnnounced: (announcement) => {
      dependencies.onEnding(announcement);
      announcer.tell();
    },
  });

  const scheduler: Scheduler = createScheduler({
    clock,
    ...limits.scheduling,
    check: createTaskChecks({
      ...dependencies,
      company,
      holds,
      connection,
      isLocal,
      record,
      plan,
      onChecked: (taskId) => catchUp.noteChecked(taskId),
    }),
    onPlanned: (taskId, dueAt) =>
      watchlist.updateTask(taskId, { dueAt: dueAt === null ? null : wallTimeOf(dueAt) }),
    mostAtOnce: (gatewayId) => {
      const gateway = watchlist.gateway(gatewayId);
      return gateway === null ? 1 : company.mostAtOnce(gateway);
    },
    canJoin: (taskId) => {
      const task = watchlist.task(taskId)?.task;
      return task !== undefined && company.canJoin(task.gatewayId, task.remoteId);
    },
    onBehind: (gatewayId, behind) => watchlist.updateGateway(gatewayId, { behind }),
  });

  const catchUp = createCatchUp({
    clock,
    scheduler,
    announcer,
    chanceEnded: (taskId) => {
      const state = watchlist.task(taskId);
      if (state === null) return 0;
      const now = clock.now();
      const times = learned.of(state.task.gatewayId, state.report?.model ?? null);
      return chanceEnded(standingOf(state, state.report, now), times, now - (state.reportedAt ?? now));
    },
    isHeld: (taskId) => {
      const gatewayId = watchlist.task(taskId)?.task.gatewayId;
      if (gatewayId === undefined || watchlist.status().paused) return true;
      return holds.opensAt(gatewayId) - clock.steady() > heldTooLongMs;
    },
  });

  const cancelWakeWatch = createWakeWatch({
    clock,
    machine,
    onWake: () => {
      connection.settle(settleMs);
      catchUp.begin(settleMs);
    },
    // What is planned stays when it is; only the wall clock times that are shown of it are others now.
    onClockSet: () => {
      clockSetAt = clock.now();
      for (const { task } of watchlist.tasks()) {
        const dueAt = scheduler.dueAt(task.id);
        if (dueAt !== null) watchlist.updateTask(task.id, { dueAt: wallTimeOf(dueAt) });
      }
      holds.redraw();
    },
  });

  const followMachine = (): void => {
    const slowedBy = machine.slowReason();
    if (watchlist.status().slowedBy !== slowedBy) watchlist.updateStatus({ slowedBy });
  };
  const cancelMachine = machine.onChange(followMachine);

  /** Tasks that wait longer than they would if nothing had gone wrong. */
  const troubledTasks = (isConcerned: (gatewayId: string) => boolean): readonly string[] =>
    [...watchlist.tasks()]
      .filter(({ task, trouble }) => trouble !== null && isConcerned(task.gatewayId))
      .map(({ task }) => task.id);

  return {
    scheduler,
    holds,
    connection,
    checker,
    freshLinks: createFreshLinks({ watchlist, checker, mayAsk: limits.requests.mayAskMore, record }),
    budgetOf: (gateway) => limits.budgetOf(gateway),
    usualRangeOf: ({ task, report }) => usualRangeOf(learned.of(task.gatewayId, report?.model ?? null)),
    begin: (stored) => {
      for (const taken of store.takenTimes()) learned.add(taken);
      holds.restore();
      followMachine();
      for (const { task, report } of stored) {
        if (!isSettled(report)) scheduler.plan(task.id, task.gatewayId, 0, report === null);
      }
      catchUp.begin(0);
    },
    gatewayChanged: (gatewayId) => {
      holds.renew(gatewayId);
      scheduler.hasten(watchlist.taskIdsOf(gatewayId));
    },
    gatewayRemoved: (gatewayId) => limits.forget(gatewayId),
    tasksRemoved: (taskIds) => {
      for (const taskId of taskIds) {
        scheduler.forget(taskId);
        catchUp.noteChecked(taskId);
      }
    },
    pausedChanged: () => {
      if (watchlist.status().paused) scheduler.reconsider();
      else catchUp.begin(0);
    },
    stop: () => {
      scheduler.stop();
      limits.stop();
      catchUp.stop();
      cancelWakeWatch();
      cancelMachine();
    },
  };
};
