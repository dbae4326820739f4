import { isFinalPhase, type Report } from '../shared/task.ts';
import type { TaskState } from './task-entry.ts';

/** What a report says of the task's times, ms. */
export interface TaskTimes {
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
}

/** The new report whole, except that a task keeps the name it once had when a later answer leaves it out. */
export const withKnownNames = (previous: Report | null, next: Report): Report => ({
  ...next,
  title: next.title ?? previous?.title ?? null,
  model: next.model ?? previous?.model ?? null,
});

/** The gateway's own times where it gives them, else when Taskbell first saw the change. */
export const timesOf = (state: TaskState, report: Report, ended: boolean, now: number): TaskTimes => {
  const firstSeen = state.report === null && ended ? null : now;
  // Some gateways write the time of the result where the time of creation belongs: the earliest word counts.
  const known = [report.createdAt, state.startedAt].filter((at) => at !== null);
  const startedAt = known.length === 0 ? firstSeen : Math.min(now, ...known);
  // A lost task that the gateway has found again is not finished any more.
  if (!ended) return { startedAt, finishedAt: isFinalPhase[report.phase] ? state.finishedAt : null };
  // A gateway whose clock runs ahead, or that repeats its creation time, must not give a time that cannot be.
  const earliest = startedAt ?? -Infinity;
  const named = report.updatedAt;
  const finishedAt = named !== null && named <= now && named > earliest ? named : now;
  return { startedAt, finishedAt };
};

/** What a task becomes when the gateway has said often enough that it does not know it. */
export const lostReport = (previous: Report | null): Report => ({
  phase: 'lost',
  progress: previous?.progress ?? null,
  stage: null,
  title: previous?.title ?? null,
  model: previous?.model ?? null,
  links: previous?.links ?? [],
  failure: { code: 'not-found', message: '', reason: 'not-found' },
  linksPending: false,
  queuePosition: null,
  createdAt: previous?.createdAt ?? null,
  updatedAt: null,
});
