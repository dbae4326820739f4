import type { Gateway } from '../shared/gateway.ts';
import { isFinalPhase, type CheckTrouble, type Report, type TaskEvent } from '../shared/task.ts';
import type { Announcement, EndingKind } from './announcement.ts';
import {
  backOffDelayMs,
  notFoundAnswersUntilLost,
  notFoundRecheckMs,
  notFoundSpanUntilLostMs,
} from './back-off.ts';
import type { Answered } from './checker.ts';
import { healthyDelayMs } from './check-policy.ts';
import type { Company } from './company.ts';
import type { GatewayHolds } from './gateway-holds.ts';
import { nothingLearned } from './learned-times.ts';
import { paceAfter } from './pace.ts';
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
  readonly company: Pick<Company, 'ask'>;
  readonly holds: GatewayHolds;
  /** When this run of the app began (wall clock ms). */
  readonly startedAt: number;
  readonly plan: (state: TaskState, delayMs: number) => void;
  /** The ledger holds something new to tell. */
  readonly onAnnounced: () => void;
}

/** Checks tasks of one gateway and draws the consequences: report, history, ledger, health, when to ask again. */
export type CheckTasks = (taskIds: readonly string[]) => Promise<void>;

export const createTaskChecks = (dependencies: TaskChecksDependencies): CheckTasks => {
  const { clock, random, watchlist, company, holds, plan } = dependencies;

  const take = (state: TaskState, gateway: Gateway, reading: Answered): void => {
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
      !hasSucceeded(state) &&
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
    const pace = paceAfter(state.pace, report, state.reportedAt, now);
    const announcement = announcementOf(state, transition, now);
    const seen = announcement === null && (transition.ended || state.seen);
    try {
      dependencies.store.record({
        taskId: state.task.id,
        at: now,
        report,
        startedAt,
        finishedAt,
        pace,
        seen,
        event: eventOf(transition, report, now),
        announcement,
        taken: null,
      });
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
      // A decision and its record are not parted: the gateway is asked again once the store writes again.
      const failures = state.failures + 1;
      watchlist.updateTask(state.task.id, { failures });
      plan(state, backOffDelayMs(failures, random));
      return;
    }
    const change = {
      report,
      reportedAt: now,
      startedAt,
      finishedAt,
      pace,
      seen,
      trouble: null,
      checkedAt: now,
    };
    const failures = report.linksPending ? state.failures + 1 : 0;
    watchlist.updateTask(state.task.id, { ...change, failures, notFound: null });
    if (announcement !== null) dependencies.onAnnounced();
    if (report.linksPending && finishedAt !== null && now - finishedAt < linksAwaitedMs) {
      plan(state, backOffDelayMs(failures, random));
    }
    if (isFinalPhase[report.phase]) return;
    const ageMs = now - Math.max(state.task.addedAt, startedAt ?? 0);
    const { phase, progress, queuePosition } = report;
    const standing = { phase, progress, queuePosition, pace, ageMs, now };
    const terms = { promptness: 'balanced', shortestDelayMs: null, slowed: false } as const;
    plan(state, healthyDelayMs(standing, nothingLearned, terms, random));
  };

  const announcementOf = (state: TaskState, transition: Transition, now: number): Announcement | null => {
    if (!transition.ended || !isEnding(transition.to)) return null;
    const firstSight = transition.from === null;
    if (firstSight && !wasAwaited(state, now, dependencies.startedAt)) return null;
    return { id: dependencies.makeId(), taskId: state.task.id, kind: transition.to, decidedAt: now };
  };

  return async (taskIds) => {
    const before = taskIds.flatMap((taskId) => watchlist.task(taskId) ?? []);
    const gateway = watchlist.gateway(before[0]?.task.gatewayId ?? '');
    if (gateway === null) return;
    const answers = await company.ask(
      gateway,
      before.map(({ task }) => task.remoteId),
    );
    for (const { task } of before) {
      // The task may have been removed, or its gateway changed, while the answer was on its way.
      const state = watchlist.task(task.id);
      const answer = answers.get(task.remoteId);
      if (state === null) continue;
      if (answer !== undefined && watchlist.gateway(gateway.id) === gateway) take(state, gateway, answer);
      else plan(state, 0);
    }
  };
};

/** Whatever a gateway says later, a task that has succeeded does not get lost: only its link may. */
const hasSucceeded = (state: TaskState): boolean => state.report?.phase === 'succeeded';

/** Longer than any gateway takes to hand out a link, and most links do not live longer. */
const linksAwaitedMs = 24 * 3_600_000;

/** At first sight an ending is news only to someone who has been waiting for it. */
const wasAwaited = (state: TaskState, now: number, startedAt: number): boolean =>
  state.task.addedAt < startedAt || now - state.task.addedAt >= awaitedAfterMs;

const awaitedAfterMs = 60_000;

const isEnding = (phase: Transition['to']): phase is EndingKind => isFinalPhase[phase];

const eventOf = (transition: Transition, report: Report, at: number): TaskEvent | null => {
  const { phase, progress } = report;
  if (transition.phaseChanged)
    return { at, kind: 'phase', phase, progress, note: report.failure?.message ?? null };
  return transition.progressChanged ? { at, kind: 'progress', phase, progress, note: null } : null;
};
