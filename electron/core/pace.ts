import type { Report } from '../shared/task.ts';

/** A progress and when it was first seen (wall clock ms). */
export interface ProgressMark {
  readonly at: number;
  /** 0 to 1. */
  readonly progress: number;
}

/** What the answers so far showed of how fast a task goes. Kept with the task, so that a restart loses none of it. */
export interface Pace {
  /** When it was last seen before it ran, and first seen running (wall clock ms); null while it has not been seen to run. */
  readonly began: { readonly after: number | null; readonly by: number } | null;
  /** Each new progress, oldest first; thinned. */
  readonly marks: readonly ProgressMark[];
}

const mostMarks = 24;

/** The pace after another report; `checkedAt` is when the report before it came (wall clock ms), null at first sight. */
export const paceAfter = (pace: Pace | null, report: Report, checkedAt: number | null, now: number): Pace => {
  const before: Pace = pace ?? { began: null, marks: [] };
  const began = before.began ?? (report.phase === 'running' ? { after: checkedAt, by: now } : null);
  const { phase, progress } = report;
  if (phase !== 'running' || progress === null || progress === before.marks.at(-1)?.progress) {
    return { ...before, began };
  }
  return { began, marks: thinned([...before.marks, { at: now, progress }]) };
};

/** One too many: of those between the first and the last goes the one whose neighbours are nearest to each other in time. */
const thinned = (marks: readonly ProgressMark[]): readonly ProgressMark[] => {
  if (marks.length <= mostMarks) return marks;
  let least = 1;
  let leastMs = Infinity;
  for (let index = 1; index + 1 < marks.length; index += 1) {
    const apartMs = (marks[index + 1]?.at ?? 0) - (marks[index - 1]?.at ?? 0);
    if (apartMs < leastMs) [least, leastMs] = [index, apartMs];
  }
  return marks.filter((_, index) => index !== least);
};
