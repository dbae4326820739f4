import type { Gateway } from '../shared/gateway.ts';
import { isFinalPhase, type CheckTrouble, type Report, type TaskEvent } from '../shared/task.ts';
import type { Announcement, AnnouncementKind } from './announcement.ts';
import type { Checker } from './checker.ts';
import {
  backOffDelayMs,
  healthyDelayMs,
  notFoundAnswersUntilLost,
  notFoundRecheckMs,
  notFoundSpanUntilLostMs,
} from './check-policy.ts';
import type { Reading } from './dialect.ts';
import type { GatewayHolds } from './gateway-holds.ts';
import type { Clock, MakeId, Random, TaskStore } from './ports.ts';
import { lostReport, timesOf, withKnownNames } from './report-merge.ts';
import { StoreFailure } from './store-failure.ts';
import type { TaskState } from './task-entry.ts';
import { transitionBetween, type Transition } from './transition.ts';
import type { Watchlist } from './watchlist.ts';

export interface TaskChecksDependencies {
  readonly clock: Clock;
  readonly random: Random;
  readonly makeId: MakeId;
  readonly store: Pick<TaskStore, 'record'>;
  readonly watchlist: Watchlist;
  readonly checker: Checker;
  readonly holds: GatewayHolds;
  /** When this run of the app began (wall clock ms). */
  readonly startedAt: number;
  readonly plan: (state: TaskState, delayMs: number) => void;
  /** The ledger holds something new to tell. */
  readonly onAnnounced: () => void;
}

/** Runs one check and draws its consequences: report, history, ledger, health, and when to ask again. */
export type CheckTask = (taskId: string) => Promise<void>;

export const createTaskChecks = (dependencies: TaskChecksDependencies): CheckTask => {
  const { clock, random, watchlist, checker, holds, plan } = dependencies;

  const take = (state: TaskState, gateway: Gateway, reading: Reading): void => {
    if (reading.kind === 'report') {
      holds.noteAnswer(gateway.id);
      record(state, withKnownNames(state.report, reading.report));
    } else {
      takeTrouble(state, gateway, reading.trouble, reading.retryAfterMs);
    }
  };

  const takeTrouble = (
    state: TaskState,
    gateway: Gateway,
    trouble: CheckTrouble,
    retryAfterMs: number | null,
  ): void => {
    const now = clock.now();
    const failures = state.failures + 1;
    const notFound =
      trouble === 'not-found'
        ? { count: (state.notFound?.count ?? 0) + 1, since: state.notFound?.since ?? now }
        : null;
    watchlist.updateTask(state.task.id, { trouble, checkedAt: now, failures, notFound });
    if (
      notFound !== null &&
      notFound.count >= notFoundAnswersUntilLost &&
      now - notFound.since >= notFoundSpanUntilLostMs
    ) {
      record({ ...state, failures, notFound }, lostReport(state.report));
      return;
    }
    holds.noteTrouble(gateway.id, trouble, retryAfterMs);
    plan(state, trouble === 'not-found' ? notFoundRecheckMs : backOffDelayMs(failures, random));
  };

  const record = (state: TaskState, report: Report): void => {
    const now = clock.now();
    const transition = transitionBetween(state.report, report);
    const { startedAt, finishedAt } = timesOf(state, report, transition.ended, now);
    const announcement = announcementOf(state, transition, now);
    const seen = announcement === null;
    try {
      dependencies.store.record({
        taskId: state.task.id,
        at: now,
        report,
        startedAt,
        finishedAt,
        seen,
        event: eventOf(transition, report, now),
        announcement,
      });
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
      // A decision and its record are not parted: the gateway is asked again once the store writes again.
      const failures = state.failures + 1;
      watchlist.updateTask(state.task.id, { failures });
      plan(state, backOffDelayMs(failures, random));
      return;
    }
    const change = { report, reportedAt: now, startedAt, finishedAt, seen, trouble: null, checkedAt: now };
    watchlist.updateTask(state.task.id, { ...change, failures: 0, notFound: null });
    if (announcement !== null) dependencies.onAnnounced();
    if (isFinalPhase[report.phase]) return;
    const ageMs = now - Math.max(state.task.addedAt, startedAt ?? 0);
    plan(state, healthyDelayMs({ phase: report.phase, progress: report.progress, ageMs }, random));
  };

  const announcementOf = (state: TaskState, transition: Transition, now: number): Announcement | null => {
    if (!transition.ended || !isEnding(transition.to)) return null;
    const firstSight = transition.from === null;
    if (firstSight && !wasAwaited(state, now, dependencies.startedAt)) return null;
    return { id: dependencies.makeId(), taskId: state.task.id, kind: transition.to, decidedAt: now };
  };

  return async (taskId) => {
    const before = watchlist.task(taskId);
    const gateway = before === null ? null : watchlist.gateway(before.task.gatewayId);
    if (before === null || gateway === null) return;
    const reading = await checker.ask(gateway, before.task.remoteId);
    // The task may have been removed, or its gateway changed, while the answer was on its way.
    const state = watchlist.task(taskId);
    if (state === null) return;
    if (watchlist.gateway(gateway.id) === gateway) take(state, gateway, reading);
    else plan(state, 0);
  };
};

/** At first sight an ending is news only to someone who has been waiting for it. */
const wasAwaited = (state: TaskState, now: number, startedAt: number): boolean =>
  state.task.addedAt < startedAt || now - state.task.addedAt >= awaitedAfterMs;

const awaitedAfterMs = 60_000;

const isEnding = (phase: Transition['to']): phase is AnnouncementKind => isFinalPhase[phase];

const eventOf = (transition: Transition, report: Report, at: number): TaskEvent | null => {
  const { phase, progress } = report;
  if (transition.phaseChanged)
    return { at, kind: 'phase', phase, progress, note: report.failure?.message ?? null };
  return transition.progressChanged ? { at, kind: 'progress', phase, progress, note: null } : null;
};
