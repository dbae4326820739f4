import { isFinalPhase, type Phase, type Report } from '../shared/task.ts';

/** What a new report means beside the one before. */
export interface Transition {
  readonly from: Phase | null;
  readonly to: Phase;
  readonly phaseChanged: boolean;
  readonly progressChanged: boolean;
  /** The task was not final before and is now. */
  readonly ended: boolean;
}

/** Compares two reports of one task; `previous` is null at first sight. */
export const transitionBetween = (previous: Report | null, next: Report): Transition => {
  const from = previous?.phase ?? null;
  return {
    from,
    to: next.phase,
    phaseChanged: from !== next.phase,
    progressChanged: next.progress !== null && next.progress !== (previous?.progress ?? null),
    ended: isFinalPhase[next.phase] && (from === null || !isFinalPhase[from]),
  };
};
