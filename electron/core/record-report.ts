import { ownWords } from '../shared/messages.ts';
import { isFinalPhase, type Report, type TaskEvent } from '../shared/task.ts';
import type { Announcement, EndingKind } from './announcement.ts';
import { backOffDelayMs } from './back-off.ts';
import { estimateOf, healthyDelayMs, type Standing, type Terms } from './check-policy.ts';
import type { LearnedTimes, TakenTime } from './learned-times.ts';
import { paceAfter } from './pace.ts';
import type { Clock, MakeId, Random } from './ports.ts';
import type { TaskStore } from './store-ports.ts';
import { timesOf } from './report-merge.ts';
import { steadied } from './steady-estimate.ts';
import type { TaskState } from './task-entry.ts';
import { transitionBetween, type Transition } from './transition.ts';
import type { Watchlist } from './watchlist.ts';

export interface RecordReportDependencies {
  readonly clock: Clock;
  readonly random: Random;
  readonly makeId: MakeId;
  readonly store: Pick<TaskStore, 'record'>;
  readonly watchlist: Watchlist;
  readonly learnedOf: (gatewayId: string, model: string | null) => LearnedTimes;
  readonly termsOf: (gatewayId: string) => Terms;
  /** What an ended task took, or null when that could not be measured. */
  readonly takenBy: (state: TaskState, report: Report) => TakenTime | null;
  /** When this run of the app began (wall clock ms). */
  readonly startedAt: number;
  readonly plan: (state: TaskState, delayMs: number) => void;
  /** A task has ended that could be learned from. */
  readonly onTaken: (taken: TakenTime) => void;
  /** The ledger holds something new to tell. */
  readonly onAnnounced: (announcement: Announcement) => void;
}

/** Takes a report into the store, the ledger and the watchlist, and plans what comes after it. */
export type RecordReport = (state: TaskState, report: Report) => void;

export const createRecordReport = (dependencies: RecordReportDependencies): RecordReport => {
  const { clock, random, watchlist, plan } = dependencies;

  const announcementOf = (state: TaskState, transition: Transition, now: number): Announcement | null => {
    if (!transition.ended || !isEnding(transition.to)) return null;
    const firstSight = transition.from === null;
    if (firstSight && !wasAwaited(state, now, dependencies.startedAt)) return null;
    return { id: dependencies.makeId(), taskId: state.task.id, kind: transition.to, decidedAt: now };
  };

  const planNext = (state: TaskState, report: Report, now: number): void => {
    const { id, gatewayId } = state.task;
    if (report.linksPending && state.finishedAt !== null && now - state.finishedAt < linksAwaitedMs) {
      watchlist.updateTask(id, { waitReason: 'retry' });
      plan(state, backOffDelayMs(state.failures, random));
    }
    if (isFinalPhase[report.phase]) return watchlist.updateTask(id, { estimate: null });
    const standing = standingOf(state, report, now);
    const learned = dependencies.learnedOf(gatewayId, report.model);
    const next = estimateOf(standing, learned);
    const estimate = next === null ? null : steadied(state.estimate, next, now);
    watchlist.updateTask(id, { estimate, waitReason: 'schedule' });
    plan(state, healthyDelayMs(standing, learned, dependencies.termsOf(gatewayId), random));
  };

  return (state, report) => {
    const now = clock.now();
    const { id } = state.task;
    const transition = transitionBetween(state.report, report);
    const { startedAt, finishedAt } = timesOf(state, report, transition.ended, now);
    const pace = isFinalPhase[report.phase]
      ? state.pace
      : paceAfter(state.pace, report, state.reportedAt, now);
    const announcement = announcementOf(state, transition, now);
    const seen = announcement === null && (transition.ended || state.seen);
    const event = eventOf(transition, report, now);
    const known = { report, startedAt, finishedAt, pace, seen };
    const after: TaskState = {
      ...state,
      ...known,
      reportedAt: now,
      checkedAt: now,
      trouble: null,
      notFound: null,
    };
    const taken = transition.ended
      ? dependencies.takenBy({ ...after, reportedAt: state.reportedAt }, report)
      : null;
    dependencies.store.record({ taskId: id, at: now, ...known, event, announcement, taken });
    const failures = report.linksPending ? state.failures + 1 : 0;
    const { reportedAt, checkedAt } = after;
    watchlist.updateTask(id, {
      ...known,
      reportedAt,
      checkedAt,
      trouble: null,
      notFound: null,
      failures,
      silentSince: null,
    });
    if (taken !== null) dependencies.onTaken(taken);
    if (announcement !== null) dependencies.onAnnounced(announcement);
    planNext({ ...after, failures }, report, now);
  };
};

/** Where a task stands for the policy. */
export const standingOf = (state: TaskState, report: Report | null, now: number): Standing => ({
  phase: report?.phase ?? null,
  progress: report?.progress ?? null,
  queuePosition: report?.queuePosition ?? null,
  pace: state.pace,
  ageMs: now - (state.startedAt ?? state.task.addedAt),
  now,
});

/** Longer than any gateway takes to hand out a link, and most links do not live longer. */
const linksAwaitedMs = 24 * 3_600_000;

/** At first sight an ending is news only to someone who has been waiting for it. */
const wasAwaited = (state: TaskState, now: number, startedAt: number): boolean =>
  // The wall clock may have been set back meanwhile: rather told once too often than not at all.
  state.task.addedAt < startedAt || Math.abs(now - state.task.addedAt) >= awaitedAfterMs;

const awaitedAfterMs = 60_000;

const isEnding = (phase: Transition['to']): phase is EndingKind => isFinalPhase[phase];

const eventOf = (transition: Transition, report: Report, at: number): TaskEvent | null => {
  const { phase, progress } = report;
  if (transition.phaseChanged) {
    const own = report.failure === null ? '' : ownWords(report.failure);
    return { at, kind: 'phase', phase, progress, note: own === '' ? null : own };
  }
  return transition.progressChanged ? { at, kind: 'progress', phase, progress, note: null } : null;
};
