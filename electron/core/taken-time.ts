import type { Phase } from '../shared/task.ts';
import type { TakenTime } from './learned-times.ts';
import type { Pace } from './pace.ts';

/** A task at the check that saw its end. Times are wall clock ms. */
export interface EndedTask {
  readonly gatewayId: string;
  readonly model: string | null;
  readonly phase: Phase;
  /** When it was created, by the gateway's word or else when it was first seen. */
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  /** Whether `finishedAt` is the gateway's own word; else it is when the check saw it. */
  readonly endNamed: boolean;
  readonly pace: Pace | null;
  /** When the check before saw it unfinished; null at first sight. */
  readonly unfinishedAt: number | null;
  readonly now: number;
}

const shortestMs = 1_000;
const longestMs = 7 * 86_400_000;
const soonMs = 15_000;
const uncertainAnywayMs = 30_000;

/**
 * What the task took; null when that was not measured. Only successes count: that a task failed after three seconds
 * says nothing of how long a video takes. One that had ended at first sight was not watched, and one whose end lies
 * somewhere in more than half of its time (the machine slept) teaches nothing either.
 */
export const takenTimeOf = (ended: EndedTask): TakenTime | null => {
  const { phase, startedAt, finishedAt, unfinishedAt, now } = ended;
  if (phase !== 'succeeded' || startedAt === null || finishedAt === null || unfinishedAt === null)
    return null;
  const totalMs = finishedAt - startedAt;
  if (!(totalMs >= shortestMs && totalMs <= longestMs)) return null;
  const uncertainMs = ended.endNamed ? 0 : Math.min(totalMs, Math.max(0, finishedAt - unfinishedAt));
  if (uncertainMs > Math.max(uncertainAnywayMs, totalMs / 2)) return null;
  return {
    gatewayId: ended.gatewayId,
    model: ended.model ?? '',
    at: now,
    totalMs,
    runningMs: runningMsOf(ended, startedAt, finishedAt),
    uncertainMs,
    marks: (ended.pace?.marks ?? [])
      .map(({ at, progress }) => ({ ageMs: at - startedAt, progress }))
      .filter(({ ageMs }) => ageMs >= 0 && ageMs <= totalMs),
  };
};

/** The run is taken to have begun in the middle of where it can have. */
const runningMsOf = ({ pace }: EndedTask, startedAt: number, finishedAt: number): number | null => {
  const began = pace?.began ?? null;
  if (began === null) return null;
  const after = began.after ?? (began.by - startedAt <= soonMs ? startedAt : null);
  if (after === null) return null;
  const runningMs = finishedAt - (Math.max(after, startedAt) + Math.max(began.by, startedAt)) / 2;
  return runningMs >= shortestMs ? Math.round(runningMs) : null;
};
